import { expect, test } from '@jest/globals';
import type { ProgressEvent } from '@cutover/domain/progress';
import { ganttChart, trafficChart } from './charts.ts';

const START = 1_800_000_000_000;

function recorded(events: readonly (readonly [seconds: number, event: ProgressEvent])[]) {
  return events.map(([seconds, event]) => ({ ...event, at: START + seconds * 1000 }));
}

function life(stage: string, status: string, seconds?: number): ProgressEvent {
  return {
    type: 'phase.changed',
    id: 'd-1',
    phase: 'installing',
    stage,
    status,
    ...(seconds === undefined ? {} : { seconds }),
  };
}

const created: ProgressEvent = { type: 'deployment.created', id: 'd-1', revision: 'web:2', link: '' };

test('stages and life cycle events are bars; what can hardly be seen is left out, the failed stage is marked', () => {
  const events = recorded([
    [0, { type: 'step.started', step: 'pipeline' }],
    [0, { type: 'step.started', step: 'build-push-ecr' }],
    [60, { type: 'step.started', step: 'blue-green-codedeploy' }],
    [62, created],
    [65, life('BeforeInstall', 'Succeeded', 1)],
    [66, life('Install', 'InProgress')],
    [180, life('Install', 'Succeeded', 115)],
    [180, life('AllowTraffic', 'InProgress')],
    [190, life('AfterAllowTraffic', 'Skipped')],
  ]);
  expect(
    ganttChart(events, START, START + 300_000, 'blue-green-codedeploy')
      ?.split('\n')
      .slice(1),
  ).toEqual([
    'gantt',
    '  accTitle: What took how long',
    '  dateFormat x',
    '  axisFormat %H:%M',
    '  tickInterval 2minute',
    '  section Stages',
    `  build 1 min :done, ${START}, ${START + 60_000}`,
    `  deploy 4 min :crit, ${START + 60_000}, ${START + 300_000}`,
    '  section Deployment',
    `  install 1 min 55 s :done, ${START + 66_000}, ${START + 180_000}`,
    `  shift 2 min :done, ${START + 180_000}, ${START + 300_000}`,
  ]);
});

test('a single bar is no chart', () => {
  expect(
    ganttChart(recorded([[0, { type: 'step.started', step: 'x' }]]), START, START + 9000, undefined),
  ).toBeUndefined();
});

test('traffic that moves in steps is a line; a sentence is enough for traffic that moves at once', () => {
  const shifts = (percents: readonly number[]) =>
    recorded([
      [0, created],
      ...percents.map(
        (percent, index) =>
          [(index + 1) * 60, { type: 'traffic.shifted', id: 'd-1', percent } as const] as const,
      ),
    ]);
  const chart = trafficChart(shifts([10, 100]), START + 240_000) ?? '';
  expect(chart).toContain('title "Percent of the traffic that web:2 gets"');
  expect(chart).toContain('x-axis "seconds since the deployment began" 0 --> 240');
  expect(chart).toContain('line [0, 0, 0, 0, 0, 0, 10, 10, 10, 10, 10, 10, 100,');
  expect(trafficChart(shifts([100]), START + 240_000)).toBeUndefined();
  expect(trafficChart(shifts([]), START + 240_000)).toBeUndefined();
});
