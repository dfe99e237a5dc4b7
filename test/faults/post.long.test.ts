import { afterAll, expect, jest, test } from '@jest/globals';
import { OUTAGES } from './fault.ts';
import { Matrix } from './matrix.ts';
import { pool } from './pool.ts';
import { BUILDS, RUNNER_FAULTS, tidyUpBuild } from './post-build.ts';
import { CLEARINGS, stageOf } from './post.ts';

jest.setTimeout(1_800_000);

const actions = new Matrix('post:', { readsOneOf: 1 });
const pipeline = new Matrix('post: of the pipeline', { oneOf: 4, readsOneOf: 6 });
const lasting = new Matrix('post:, errors that last', { faults: OUTAGES, oneOf: 4 });

afterAll(() => {
  console.log([actions, pipeline, lasting].join('\n\n'));
});

const STAGES = CLEARINGS.map((clearing) => [clearing.name, stageOf(clearing), clearing.step] as const);

test.each(STAGES)('%s', async (_, stage, step) => {
  expect(await (step === 'pipeline' ? pipeline : actions).play(stage)).toEqual([]);
});

test.each(STAGES)('%s, and errors that last', async (_, stage) => {
  expect(await lasting.play(stage)).toEqual([]);
});

test.each(BUILDS.map((build) => [build.step, build] as const))(
  '%s, killed in its build: faults of the runner',
  async (_, build) => {
    const cells = await pool(RUNNER_FAULTS, async (fault) =>
      (await tidyUpBuild(build, fault)).map((violation) => `${fault.name}: ${violation}`),
    );
    expect(cells.flat()).toEqual([]);
  },
);
