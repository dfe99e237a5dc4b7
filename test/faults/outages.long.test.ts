import { afterAll, expect, jest, test } from '@jest/globals';
import { stageOf } from './cell.ts';
import { OUTAGES } from './fault.ts';
import { Matrix } from './matrix.ts';
import { MIGRATION, REGISTRATION, STACK } from './other-steps.ts';
import { DEPLOYMENT, ROLLBACK, type Scene } from './scene.ts';

jest.setTimeout(1_800_000);

const tables: string[] = [];

afterAll(() => {
  console.log(tables.join('\n\n'));
});

const scene = (scenes: readonly Scene[], name: string): readonly Scene[] =>
  scenes.filter((one) => one.name === name);

/** Moments in which a step waits for AWS: before them an outage ends it as a refusal does. */
const STEPS: readonly (readonly [string, readonly Scene[]])[] = [
  [
    'blue-green-codedeploy',
    [...scene(DEPLOYMENT, 'mid-shift'), ...scene(DEPLOYMENT, 'during rollback: crash loop')],
  ],
  ['rollback', scene(ROLLBACK, 'mid-shift')],
  ...[REGISTRATION, MIGRATION, STACK].map(
    (one) => [one.step, [{ ...one, name: 'from start to end' }]] as const,
  ),
];

test.each(STEPS)('%s', async (step, scenes) => {
  const matrix = new Matrix(step, { faults: OUTAGES, oneOf: 4 });
  const violations: string[] = [];
  for (const one of scenes) violations.push(...(await matrix.play(stageOf(one))));
  tables.push(matrix.toString());
  expect(violations).toEqual([]);
});
