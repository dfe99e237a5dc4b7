import { describe, expect, test } from '@jest/globals';
import { AwsCallError, CancelledError } from '@cutover/domain/errors';
import type { InputSchema } from '@cutover/domain/inputs/input';
import type { Outcome } from '@cutover/domain/outcome';
import type { ProgressEvent } from '@cutover/domain/progress';
import type { Step } from '../step.ts';
import type { World } from '../world.ts';
import { finishStages, runStage } from './stage.ts';
import { testWorld } from '../testing/world.ts';

type Outputs = { readonly id?: string };

interface Stand {
  readonly world: World;
  readonly remembered: Record<string, string>;
  readonly events: ProgressEvent[];
  readonly controller: AbortController;
}

function stand(): Stand {
  const remembered: Record<string, string> = {};
  const events: ProgressEvent[] = [];
  const controller = new AbortController();
  const world = testWorld({
    signal: controller.signal,
    progress: { report: (event: ProgressEvent) => events.push(event) },
    remember: (key: string, value: string) => {
      remembered[key] = value;
    },
  });
  return { world, remembered, events, controller };
}

function step(
  run: (world: World) => Promise<Outcome<Outputs>>,
  post?: (remembered: Readonly<Record<string, string>>) => Promise<void>,
): Step<InputSchema, Outputs> {
  return {
    name: 'shift',
    inputs: {},
    outputs: { id: 'string' },
    run: async (_, world) => await run(world),
    ...(post === undefined ? {} : { post: async (given) => await post(given) }),
  };
}

const done: Outcome<Outputs> = { kind: 'succeeded', what: 'Done.', outputs: { id: 'd-1' } };

const broken = new AwsCallError({
  action: 'codedeploy:GetDeployment',
  code: 'InternalFailure',
  what: 'no',
  fix: 'Run it again.',
});

describe('a stage', () => {
  test('remembers under its own name, and that it ended', async () => {
    const { world, remembered, events } = stand();
    const outcome = await runStage(
      step(async (own) => {
        own.remember('deployment-id', 'd-1');
        return await Promise.resolve(done);
      }),
      {},
      world,
    );
    expect(outcome).toBe(done);
    expect(remembered).toEqual({ 'shift.deployment-id': 'd-1', 'shift.ended': 'true' });
    expect(events).toEqual([{ type: 'step.started', step: 'shift' }]);
  });

  test('that throws what explains itself is tidied up at once and has failed', async () => {
    const { world, remembered } = stand();
    const tidied: unknown[] = [];
    const outcome = await runStage(
      step(
        async (own) => {
          own.remember('deployment-id', 'd-1');
          return await Promise.reject(broken);
        },
        async (given) => {
          tidied.push({ ...given });
          await Promise.resolve();
        },
      ),
      {},
      world,
    );
    expect(outcome).toMatchObject({ kind: 'failed', what: broken.message, fix: 'Run it again.' });
    expect(tidied).toEqual([{ 'deployment-id': 'd-1' }]);
    expect(remembered['shift.ended']).toBe('true');
  });

  test('whose tidying up fails says so and leaves it to the post entry', async () => {
    const { world, remembered, events } = stand();
    const outcome = await runStage(
      step(
        async () => await Promise.reject(broken),
        async () => await Promise.reject(new Error('no answer')),
      ),
      {},
      world,
    );
    expect(outcome.kind).toBe('failed');
    expect(remembered).toEqual({});
    expect(events).toContainEqual({ type: 'warning', what: 'Tidying up after shift failed: no answer' });
  });

  test('with a defect does not hide it', async () => {
    const { world } = stand();
    const defect = new TypeError('x is undefined');
    await expect(
      runStage(
        step(async () => await Promise.reject(defect)),
        {},
        world,
      ),
    ).rejects.toBe(defect);
  });

  test.each([
    ['before it starts', 'Cancelled before shift.', true],
    ['while it runs', 'Cancelled during shift.', false],
  ])('cancelled %s has an outcome of its own', async (_, headline, before) => {
    const { world, controller } = stand();
    const reason = new CancelledError('The job was cancelled (SIGINT).');
    if (before) controller.abort(reason);
    const outcome = await runStage(
      step(async () => {
        controller.abort(reason);
        return await Promise.reject(reason);
      }),
      {},
      world,
    );
    expect(outcome).toMatchObject({ kind: 'cancelled', what: headline });
  });
});

test('after a kill each stage that did not end gets back what it remembered', async () => {
  const { world } = stand();
  const finished: unknown[] = [];
  const named = (name: string): Pick<Step<InputSchema, Outputs>, 'name' | 'post'> => ({
    name,
    post: async (given) => {
      finished.push([name, given]);
      await Promise.resolve();
    },
  });
  await finishStages(
    [named('shift'), named('migrate'), named('build'), named('verify')],
    {
      'build.docker-config': '/tmp/x',
      'build.ended': 'true',
      'migrate.ended': 'true',
      'shift.deployment-id': 'd-1',
      'shift.on-cancel': 'rollback',
    },
    world,
  );
  expect(finished).toEqual([['shift', { 'deployment-id': 'd-1', 'on-cancel': 'rollback' }]]);
});

test('a stage that can not finish hinders no other', async () => {
  const { world } = stand();
  const finished: string[] = [];
  const denied = new Error('denied');
  const finishing = finishStages(
    [
      { name: 'shift', post: () => Promise.reject(denied) },
      {
        name: 'migrate',
        post: () => {
          finished.push('migrate');
          return Promise.resolve();
        },
      },
    ],
    { 'shift.deployment-id': 'd-1', 'migrate.task-arn': 'arn:task/1' },
    world,
  );
  await expect(finishing).rejects.toBe(denied);
  expect(finished).toEqual(['migrate']);
});
