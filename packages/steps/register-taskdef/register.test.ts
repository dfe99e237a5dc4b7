import { expect, test } from '@jest/globals';
import type { Aws } from '@cutover/aws/aws';
import type { RegisteredTaskDefinition, Registration } from '@cutover/aws/ecs/task-definitions';
import { AccessDeniedError, AwsCallError } from '@cutover/domain/errors';
import { parseInputs } from '@cutover/domain/inputs/input';
import type { JsonObject } from '@cutover/domain/text/json';
import { revisionTags } from '@cutover/domain/task-definition/trace-tags';
import type { World } from '../world.ts';
import { inputs } from './inputs.ts';
import { planRegistration, type RegistrationPlan } from './plan.ts';
import { register } from './register.ts';

const definition = (image: string): JsonObject => ({
  family: 'shop',
  containerDefinitions: [{ name: 'app', image }],
});

const revision = (number: number, image: string, status = 'ACTIVE'): RegisteredTaskDefinition => ({
  arn: `arn:aws:ecs:us-east-1:123456789012:task-definition/shop:${number}`,
  family: 'shop',
  revision: number,
  status,
  definition: { ...definition(image), volumes: [] },
  tags: new Map([['cutover:commit', 'old']]),
});

test('what runs now stands for equal content before a newer revision does', () => {
  const [running, newest] = [revision(3, 'shop:1'), revision(5, 'shop:1')];
  const known = { serving: running, newest };
  expect(planRegistration(definition('shop:1'), new Map(), known).equal).toBe(running);
  expect(planRegistration(definition('shop:2'), new Map(), known).equal).toBeUndefined();
});

test('an inactive revision stands for nothing: it can’t be deployed any more', () => {
  const inactive = revision(3, 'shop:1', 'INACTIVE');
  expect(planRegistration(definition('shop:1'), new Map(), { serving: inactive }).equal).toBeUndefined();
});

test('tags say where a revision comes from, and never keep an older origin', () => {
  const tags = revisionTags(
    new Map([
      ['cutover:digest', 'sha256:old'],
      ['aws:cloudformation:stack-name', 'shop'],
      ['team', 'web'],
      ['tier', '1'],
    ]),
    new Map([['tier', '2']]),
    {
      repository: 'octo/shop',
      commit: 'abc',
      ref: 'refs/heads/main',
      runId: '1',
      runAttempt: '1',
      job: 'deploy',
      runUrl: 'https://github.com/octo/shop/actions/runs/1',
      actor: 'octocat',
    },
    undefined,
  );
  expect(Object.fromEntries(tags)).toEqual({
    team: 'web',
    tier: '2',
    'cutover:commit': 'abc',
    'cutover:run': 'https://github.com/octo/shop/actions/runs/1',
  });
});

const PLAN: RegistrationPlan = planRegistration(definition('shop:2'), new Map([['cutover:commit', 'abc']]), {
  newest: revision(4, 'shop:1'),
});
const BUSY: Registration = { kind: 'busy', reason: 'Too many concurrent attempts to create a new revision' };
const LOST: Registration = {
  kind: 'unknown',
  error: new AwsCallError({
    action: 'ecs:RegisterTaskDefinition',
    code: 'ECONNRESET',
    what: 'read ECONNRESET',
    fix: 'Check the network.',
    transient: true,
  }),
};

interface Scene extends World {
  /** Milliseconds. */
  readonly waited: () => number;
  readonly registered: () => number;
}

/** @param answers of RegisterTaskDefinition; the last one stays. @param newest what the family's newest revision is then */
function world(
  answers: readonly ((tags: ReadonlyMap<string, string>) => Registration)[],
  newest: (registered: number) => RegisteredTaskDefinition = () => revision(4, 'shop:1'),
): Scene {
  let now = 0;
  let calls = 0;
  return {
    aws: {
      taskDefinitions: {
        register: async (_: JsonObject, tags: ReadonlyMap<string, string>) =>
          (answers[calls++] ?? answers.at(-1))?.(tags),
        describe: async () => newest(calls),
      },
    } as unknown as Aws,
    clock: {
      now: () => now,
      random: () => 0.5,
      sleep: async (ms: number) => {
        now += ms;
      },
    },
    progress: { report: () => {} },
    signal: new AbortController().signal,
    waited: () => now,
    registered: () => calls,
  } as unknown as Scene;
}

const NOTHING_GIVEN = parseInputs(inputs, {});
const registers = (): Registration => ({ kind: 'registered', revision: revision(5, 'shop:2') });

test.each<[string, Registration, string]>([
  ['a busy family', BUSY, 'busy'],
  ['an ECS that throttles', { kind: 'busy', reason: 'Rate exceeded' }, 'busy'],
  ['an ECS that does not answer', LOST, 'unanswered'],
])('%s is asked again for at least a minute, and then given up', async (_, answer, kind) => {
  const scene = world([() => answer]);
  expect(await register(PLAN, NOTHING_GIVEN, scene)).toMatchObject({ kind });
  expect(scene.waited()).toBeGreaterThanOrEqual(60_000);
});

test('the pauses are drawn from the whole range, which doubles up to ten seconds', async () => {
  const pauses: number[] = [];
  const scene = world([() => BUSY]);
  const full = {
    ...scene,
    clock: {
      ...scene.clock,
      random: () => 1,
      sleep: async (ms: number, signal?: AbortSignal) => {
        pauses.push(ms);
        await scene.clock.sleep(ms, signal);
      },
    },
  } as World;
  await register(PLAN, NOTHING_GIVEN, full);
  expect(pauses.slice(0, 6)).toEqual([500, 1000, 2000, 4000, 8000, 10_000]);
});

test('a family that was busy is registered once', async () => {
  const result = await register(PLAN, NOTHING_GIVEN, world([() => BUSY, () => BUSY, registers]));
  expect(result).toMatchObject({ kind: 'registered', made: true, revision: { revision: 5 } });
});

test('a registration whose answer was lost is found, and not made twice', async () => {
  const scene = world([() => LOST], () => revision(5, 'shop:2'));
  expect(await register(PLAN, NOTHING_GIVEN, scene)).toMatchObject({
    kind: 'registered',
    made: true,
    revision: { revision: 5 },
  });
  expect(scene.registered()).toBe(1);
});

test('one that shows late is found too', async () => {
  let looks = 0;
  const scene = world([() => LOST], () => (++looks < 3 ? revision(4, 'shop:1') : revision(5, 'shop:2')));
  expect(await register(PLAN, NOTHING_GIVEN, scene)).toMatchObject({ revision: { revision: 5 } });
  expect(scene.registered()).toBe(1);
});

test('while nobody knows what became of it, nothing is registered again', async () => {
  let looks = 0;
  const scene = world([() => LOST], () => {
    if (++looks <= 5) throw (LOST as { error: Error }).error;
    return revision(5, 'shop:2');
  });
  expect(await register(PLAN, NOTHING_GIVEN, scene)).toMatchObject({ made: true, revision: { revision: 5 } });
  expect(scene.registered()).toBe(1);
});

test('one that had no effect is made, and what others registered meanwhile is not taken for it', async () => {
  const scene = world([() => LOST, () => ({ kind: 'registered', revision: revision(6, 'shop:2') })], () =>
    revision(5, 'shop:other'),
  );
  expect(await register(PLAN, NOTHING_GIVEN, scene)).toMatchObject({ made: true, revision: { revision: 6 } });
  expect(scene.registered()).toBe(2);
});

test('a job that lost the race against its twin takes the twin’s revision', async () => {
  const scene = world([() => BUSY], () => revision(5, 'shop:2'));
  expect(await register(PLAN, NOTHING_GIVEN, scene)).toMatchObject({
    made: false,
    revision: { revision: 5 },
  });
  expect(scene.registered()).toBe(1);
});

const denied = (tags: ReadonlyMap<string, string>): Registration => {
  if (tags.size > 0) {
    throw new AccessDeniedError('ecs:TagResource', {
      what: 'ecs:RegisterTaskDefinition was refused: not authorized to perform: ecs:TagResource',
      fix: 'Grant ecs:TagResource',
    });
  }
  return registers();
};

test('without the right to tag, a revision goes without tags, unless tags were asked for', async () => {
  const result = await register(PLAN, NOTHING_GIVEN, world([denied]));
  expect(result.kind).toBe('registered');
  await expect(register(PLAN, parseInputs(inputs, { tags: 'team=web' }), world([denied]))).rejects.toThrow(
    'ecs:TagResource',
  );
});
