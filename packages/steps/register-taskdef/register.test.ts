import { expect, test } from '@jest/globals';
import type { Aws } from '@cutover/aws/aws';
import type { RegisteredTaskDefinition, Registration } from '@cutover/aws/task-definitions';
import { ConfigurationError } from '@cutover/domain/errors';
import { parseInputs } from '@cutover/domain/inputs';
import type { JsonObject } from '@cutover/domain/json';
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
  expect(planRegistration(definition('shop:1'), new Map(), running, [undefined, running, newest]).equal).toBe(
    running,
  );
  expect(planRegistration(definition('shop:2'), new Map(), running, [running, newest]).equal).toBeUndefined();
});

test('an inactive revision stands for nothing: it can’t be deployed any more', () => {
  const inactive = revision(3, 'shop:1', 'INACTIVE');
  expect(planRegistration(definition('shop:1'), new Map(), inactive, [inactive]).equal).toBeUndefined();
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

const PLAN: RegistrationPlan = planRegistration(
  definition('shop:2'),
  new Map([['cutover:commit', 'abc']]),
  undefined,
  [],
);
const BUSY: Registration = { kind: 'busy', reason: 'Too many concurrent attempts to create a new revision' };

function world(
  answer: (tags: ReadonlyMap<string, string>) => Registration,
): World & { readonly waited: () => number } {
  let now = 0;
  return {
    aws: {
      taskDefinitions: { register: async (_: JsonObject, tags: ReadonlyMap<string, string>) => answer(tags) },
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
  } as unknown as World & { readonly waited: () => number };
}

test('a busy family is tried again for at least a minute, and then given up', async () => {
  const busy = world(() => BUSY);
  const result = await register(PLAN, parseInputs(inputs, {}), busy);
  expect(result).toMatchObject({ kind: 'busy', reason: BUSY.reason });
  expect(busy.waited()).toBeGreaterThanOrEqual(60_000);
});

test('a family that was busy is registered once', async () => {
  let left = 3;
  const result = await register(
    PLAN,
    parseInputs(inputs, {}),
    world(() => (left-- > 0 ? BUSY : { kind: 'registered', revision: revision(1, 'shop:2') })),
  );
  expect(result).toMatchObject({ kind: 'registered', revision: { revision: 1 } });
});

const denied = (tags: ReadonlyMap<string, string>): Registration => {
  if (tags.size > 0) {
    throw new ConfigurationError({
      message: 'ecs:RegisterTaskDefinition was refused: not authorized to perform: ecs:TagResource',
      remedy: 'Grant ecs:TagResource',
    });
  }
  return { kind: 'registered', revision: revision(1, 'shop:2') };
};

test('without the right to tag, a revision goes without tags, unless tags were asked for', async () => {
  const result = await register(PLAN, parseInputs(inputs, {}), world(denied));
  expect(result.kind).toBe('registered');
  await expect(register(PLAN, parseInputs(inputs, { tags: 'team=web' }), world(denied))).rejects.toThrow(
    'ecs:TagResource',
  );
});
