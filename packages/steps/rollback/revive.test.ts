import { describe, expect, test } from '@jest/globals';
import type { RegisteredTaskDefinition, Registration } from '@cutover/aws/ecs/task-definitions';
import { AccessDeniedError, AwsCallError, ConfigurationError } from '@cutover/domain/errors';
import type { ProgressEvent } from '@cutover/domain/progress';
import { TRACE_TAGS } from '@cutover/domain/task-definition/trace-tags';
import { resolveGoal } from './resolve.ts';
import { revive } from './revive.ts';
import { testClock, testWorld } from '../testing/world.ts';

const ARN = (revision: string): string => `arn:aws:ecs:us-east-1:123456789012:task-definition/${revision}`;
const DIGEST = `sha256:${'ab'.repeat(32)}`;

interface Known {
  readonly status?: string;
  readonly tags?: Readonly<Record<string, string>>;
  readonly image?: string;
}

const registered = (revision: string, { image = 'web', status = 'ACTIVE', tags = {} }: Known = {}) =>
  ({
    arn: ARN(revision),
    family: 'web',
    revision: Number(revision.slice(4)),
    status,
    definition: { family: 'web', containerDefinitions: [{ name: 'app', image }] },
    tags: new Map(Object.entries(tags)),
  }) as RegisteredTaskDefinition;

/** A family of revisions, in which registering answers as is told, one answer after the other. */
function account(known: Readonly<Record<string, Known>>, answers: (Registration | Error)[] = []) {
  const family = new Map(Object.entries(known).map(([name, one]) => [name, registered(name, one)]));
  const events: ProgressEvent[] = [];
  const sent: ReadonlyMap<string, string>[] = [];
  const clock = testClock();
  const short = (name: string): string => name.slice(name.lastIndexOf('/') + 1);
  const describe = (name: string) => Promise.resolve(family.get(short(name)));
  const world = testWorld({
    aws: {
      taskDefinitions: {
        describe,
        list: () =>
          Promise.resolve(
            [...family.values()]
              .filter(({ status }) => status === 'ACTIVE')
              .map(({ arn }) => arn)
              .toReversed(),
          ),
        register: (_: unknown, tags: ReadonlyMap<string, string>) => {
          sent.push(tags);
          const answer = answers.shift();
          return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
        },
      },
      deployableRevisions: { describe },
    },
    clock,
    progress: { report: (event: ProgressEvent) => events.push(event) },
  });
  return { world, family, sent, events };
}

const done: Registration = { kind: 'registered', revision: registered('web:9') };
const lost = new AwsCallError({
  action: 'ecs:RegisterTaskDefinition',
  code: 'ECONNRESET',
  what: 'socket hang up',
  fix: '',
  transient: true,
});
const original = registered('web:5', {
  status: 'INACTIVE',
  tags: { team: 'shop', [TRACE_TAGS.commit]: 'c'.repeat(40), 'aws:cloudformation:stack-name': 'shop' },
});

describe('an INACTIVE revision', () => {
  test('is registered again with its tags, those of AWS excepted, and where it comes from', async () => {
    const { sent, world } = account({ 'web:8': {} }, [{ kind: 'busy', reason: 'too many' }, done]);
    expect(await revive(world, original)).toBe(ARN('web:9'));
    expect(sent).toHaveLength(2);
    expect(Object.fromEntries(sent[1] ?? [])).toEqual({
      team: 'shop',
      [TRACE_TAGS.commit]: 'c'.repeat(40),
      'cutover:copy-of': 'web:5',
    });
  });

  test('has a copy already', async () => {
    const { sent, world } = account({ 'web:7': { tags: { 'cutover:copy-of': 'web:5' } }, 'web:8': {} });
    expect(await revive(world, original)).toBe(ARN('web:7'));
    expect(sent).toEqual([]);
  });

  test('is not registered twice when the answer is lost', async () => {
    const { family, sent, world } = account({ 'web:8': {} }, [lost]);
    const { taskDefinitions } = world.aws;
    const register = taskDefinitions.register.bind(taskDefinitions);
    taskDefinitions.register = (definition, tags) => {
      family.set('web:9', registered('web:9', { tags: Object.fromEntries(tags) }));
      return register(definition, tags);
    };
    expect(await revive(world, original)).toBe(ARN('web:9'));
    expect(sent).toHaveLength(1);
  });

  test('is registered without tags where the role may not tag', async () => {
    const refusal = new AccessDeniedError('ecs:TagResource', { what: 'refused', fix: 'Grant it.' });
    const { events, sent, world } = account({ 'web:8': {} }, [refusal, done]);
    expect(await revive(world, original)).toBe(ARN('web:9'));
    expect(sent[1]?.size).toBe(0);
    expect(events).toContainEqual(expect.objectContaining({ type: 'warning', fix: 'Grant it.' }));
  });

  test('may find ECS busy for too long', async () => {
    const busy: Registration = { kind: 'busy', reason: 'Too many concurrent attempts' };
    const { world } = account({}, [busy, busy, busy, busy, busy, busy]);
    await expect(revive(world, original)).rejects.toThrow('no copy of it could be registered: Too many');
  });
});

describe('to', () => {
  const commit = (text: string): Known => ({ tags: { [TRACE_TAGS.commit]: text.padEnd(40, '0') } });
  const family: Readonly<Record<string, Known>> = {
    'web:1': commit('1234567'),
    'web:2': { tags: { [TRACE_TAGS.digest]: DIGEST } },
    'web:3': { ...commit('abcdef1'), status: 'INACTIVE' },
    'web:4': commit('abcdef1'),
    'web:5': { image: `123456789012.dkr.ecr.us-east-1.amazonaws.com/web@sha256:${'cd'.repeat(32)}` },
    'web:6': commit('fedcba1'),
    'web:7': commit('fedcba2'),
    'web:7654321': {},
  };
  const past = (revision: string) =>
    ({ deployment: { ended: 'succeeded' }, revision: ARN(revision) }) as never;

  test.each<[string, string, string[], string]>([
    ['a number is of the family that serves', '4', [], 'web:4'],
    ['a number of many digits is a revision first', '7654321', [], 'web:7654321'],
    ['and a commit else', '1234567', [], ARN('web:1')],
    ['a revision is itself', 'api:4', [], 'api:4'],
    ['a commit is the newest revision of it', 'ABCDEF1', [], ARN('web:4')],
    ['or the one that succeeded, though it is INACTIVE now', 'abcdef1', ['web:3'], ARN('web:3')],
    ['a digest is a tag', DIGEST, [], ARN('web:2')],
    ['or in an image', `sha256:${'cd'.repeat(32)}`, [], ARN('web:5')],
  ])('%s', async (_, to, succeeded, revision) => {
    const { world } = account(family);
    expect(await resolveGoal(world, to, ARN('web:8'), succeeded.map(past))).toBe(revision);
  });

  test('the beginning of two commits', async () => {
    const { world } = account({ 'web:6': commit('fedcba1'), 'web:7': commit('fedcba12') });
    await expect(resolveGoal(world, 'fedcba1', ARN('web:8'), [])).rejects.toThrow(
      'fedcba1 is the beginning of several commits',
    );
  });

  test('a commit that nobody has', async () => {
    const { world } = account(family);
    await expect(resolveGoal(world, '0000000', ARN('web:8'), [])).rejects.toThrow(ConfigurationError);
  });

  test('what was never deployed to its end is worth a warning', async () => {
    const { events, world } = account(family);
    await resolveGoal(world, 'fedcba2', ARN('web:8'), []);
    expect(events).toContainEqual(
      expect.objectContaining({ type: 'warning', what: expect.stringContaining('whether it ever served') }),
    );
  });
});
