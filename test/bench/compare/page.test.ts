import { expect, test } from '@jest/globals';
import { median } from './measure.ts';
import { chartOf, pageOf, type Row } from './page.ts';

const used = (cpu: number, memory: number) => ({ cpu, memory });
const ROWS: readonly Row[] = [
  {
    ours: 'register-taskdef',
    peers: ['aws-actions/amazon-ecs-render-task-definition'],
    cold: { ours: used(50, 60), theirs: used(100, 80) },
    call: { ours: used(90, 66), theirs: used(120, 88) },
  },
  {
    ours: 'build-push-ecr',
    peers: ['docker/build-push-action'],
    cold: { ours: used(50, 60), theirs: used(200, 90) },
    call: null,
  },
];

test('a row has figures, ratios, and a dash for the call that is not made', () => {
  const page = pageOf({
    date: '2026-01-02',
    machine: '2 × A',
    node: '24.0.0',
    runs: 9,
    versions: { Cutover: '1.0.0 (abc)' },
    rows: ROWS,
    bare: 23,
    downloads: { Cutover: 1_500_000, one: 1_000_000, other: 2_000_000 },
  });
  expect(page).toContain(
    '| register-taskdef | aws-actions/amazon-ecs-render-task-definition | 50 / 100 = **0.50** | 90 / 120 = **0.75** | 66 / 88 = **0.75** |',
  );
  expect(page).toContain(
    '| build-push-ecr | docker/build-push-action | 50 / 200 = **0.25** | – | 60 / 90 = **0.67** |',
  );
  expect(page).toContain('| The 2 others together | 3.00, ratio **0.50** |');
  expect(page).not.toMatch(/NaN|undefined|Infinity/);
});

test('the chart shows what makes a call, the longest bar at full width', () => {
  const chart = chartOf(ROWS);
  expect(chart.match(/<rect /g)).toHaveLength(2);
  expect(chart).toContain('<rect class="theirs" x="300" y="39" width="360" height="13"/>');
  expect(chart).toContain('<rect class="ours" x="300" y="24" width="270" height="13"/>');
  expect(chart).not.toMatch(/NaN|undefined|Infinity|docker/);
});

test('the median is the value in the middle', () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(median([4, 1, 3, 2])).toBe(2.5);
});
