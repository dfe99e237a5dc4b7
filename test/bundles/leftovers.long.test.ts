import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { ListTagsForResourceResponse } from '@aws-sdk/client-application-auto-scaling';
import type { ActionResult } from '@cutover/runner/run-action';
import { run } from './action.ts';
import { MAINTAINED, ProtectedMigration } from './protected-migration.ts';

jest.setTimeout(400_000);

const TARGET = {
  ServiceNamespace: 'ecs',
  ResourceId: 'service/shop/web',
  ScalableDimension: 'ecs:service:DesiredCount',
};
const RUN = 'https://github.com/octo/shop/actions/runs/41';
const OTHER = { GITHUB_RUN_ID: '42' };
const PAST = '2020-01-01T00:00:00.000Z';

let world: ProtectedMigration;

beforeEach(async () => {
  world = await ProtectedMigration.open(true);
});

afterEach(async () => {
  await world.close();
});

/** A migration behind a page, whose runner dies: neither the step nor its `post:` goes on. */
async function dieBehindPage(): Promise<void> {
  const action = await world.start({ maintenance: 'true', command: 'stay' }, { GITHUB_RUN_ID: '41' });
  await world.until(() => world.calls('RunTask').length > 0);
  action.process.kill('SIGKILL');
  await action.done;
  expect(await world.page()).toBe(MAINTAINED);
}

/** A scalable target as a deployment leaves it whose runner died. */
async function dieWhileSuspended(until: string): Promise<void> {
  const { sim } = world.simulator;
  await sim.call('application-autoscaling', 'RegisterScalableTarget', {
    ...TARGET,
    MinCapacity: 1,
    MaxCapacity: 4,
    SuspendedState: { DynamicScalingInSuspended: true, ScheduledScalingSuspended: true },
  });
  await sim.call('application-autoscaling', 'TagResource', {
    ResourceARN: (await target())?.ScalableTargetARN,
    Tags: {
      'cutover:suspended-from': 'in=false out=false scheduled=true',
      'cutover:suspended-until': until,
      'cutover:run': RUN,
    },
  });
}

async function target() {
  const { ScalableTargets } = await world.simulator.sim.call<{
    ScalableTargets: { ScalableTargetARN: string; SuspendedState: Record<string, boolean> }[];
  }>('application-autoscaling', 'DescribeScalableTargets', { ServiceNamespace: 'ecs' });
  return ScalableTargets[0];
}

async function scalingTags(): Promise<Record<string, string> | undefined> {
  const { Tags } = await world.simulator.sim.call<ListTagsForResourceResponse>(
    'application-autoscaling',
    'ListTagsForResource',
    { ResourceARN: (await target())?.ScalableTargetARN },
  );
  return Tags;
}

/** The tags of the page's rule. */
async function pageTags(): Promise<Record<string, string>> {
  const rule = (await world.rules()).find(({ Actions }) => Actions?.[0]?.Type === 'fixed-response');
  const { TagDescriptions } = await world.simulator.sim.call<{
    TagDescriptions: { Tags: { Key: string; Value: string }[] }[];
  }>('elasticloadbalancing', 'DescribeTags', { ResourceArns: [rule?.RuleArn] });
  return Object.fromEntries((TagDescriptions[0]?.Tags ?? []).map(({ Key, Value }) => [Key, Value]));
}

/** The time of the page is over. */
async function endPage(): Promise<void> {
  const rule = (await world.rules()).find(({ Actions }) => Actions?.[0]?.Type === 'fixed-response');
  await world.simulator.sim.call('elasticloadbalancing', 'AddTags', {
    ResourceArns: [rule?.RuleArn],
    Tags: [{ Key: 'cutover:until', Value: PAST }],
  });
}

const NAMED = { cluster: 'shop', service: 'web' };

async function act(name: string, inputs: Record<string, string>): Promise<ActionResult> {
  return await run(name, { inputs: { ...NAMED, ...inputs }, env: { ...world.live?.env, ...OTHER } });
}

const ACTIONS: readonly (readonly [name: string, () => Promise<ActionResult>])[] = [
  ['rollback', () => act('rollback', { 'poll-interval-seconds': '0.1' })],
  [
    'rollback with only-this-run',
    () => act('rollback', { 'only-this-run': 'true', 'poll-interval-seconds': '0.1' }),
  ],
  [
    'blue-green-codedeploy',
    () => act('blue-green-codedeploy', { 'task-definition-arn': 'web:1', 'poll-interval-seconds': '0.1' }),
  ],
  ['preflight with clean-up', () => act('preflight', { 'clean-up': 'true' })],
  ['the pipeline, whatever becomes of it', () => act('pipeline', { image: 'test/web:1' })],
];

describe('a runner that died left a maintenance page and a suspension of scaling', () => {
  test.each(ACTIONS)('whose time is over: %s takes both away, and says so', async (_, go) => {
    await dieBehindPage();
    await dieWhileSuspended(PAST);
    await endPage();
    const { stdout } = await go();
    expect(stdout).toContain(
      `The maintenance page of shop/web was left over (by ${RUN}, until ${PAST}): the runner of the step that made it died. It was taken away.`,
    );
    expect(stdout).toContain(
      `The suspension of scaling in of service web was left over (by ${RUN}, until ${PAST})`,
    );
    expect(await world.page()).toBe('200 old');
    expect((await target())?.SuspendedState).toEqual({
      DynamicScalingInSuspended: false,
      DynamicScalingOutSuspended: false,
      ScheduledScalingSuspended: true,
    });
    expect(await scalingTags()).toEqual({});
  });

  test('whose time is over: the pipeline looks first', async () => {
    await dieBehindPage();
    await endPage();
    world.simulator.sim.calls.length = 0;
    await act('pipeline', { image: 'test/web:1' });
    const made = world.simulator.sim.calls.map(({ operation }) => operation);
    expect(made).toContain('SimulatePrincipalPolicy');
    expect(made.indexOf('DeleteRule')).toBeGreaterThan(made.indexOf('SimulatePrincipalPolicy'));
  });

  test('whose time is not over: both are named and stay', async () => {
    await dieBehindPage();
    const until = '2999-01-01T00:00:00.000Z';
    await dieWhileSuspended(until);
    const tags = await pageTags();
    // The migration's 30 minutes and an hour.
    const minutes = (Date.parse(tags['cutover:until'] ?? '') - Date.now()) / 60_000;
    expect(minutes).toBeGreaterThan(80);
    expect(minutes).toBeLessThanOrEqual(90);
    const before = world.changes().length;
    const { stdout } = await act('rollback', { 'only-this-run': 'true' });
    expect(stdout).toContain(
      `The maintenance page of shop/web is in force (by ${RUN}, until ${tags['cutover:until'] ?? ''}).`,
    );
    expect(stdout).toContain(
      `The suspension of scaling in of service web is in force (by ${RUN}, until ${until}).`,
    );
    expect(world.changes()).toHaveLength(before);
    expect(await world.page()).toBe(MAINTAINED);
  });

  test('a dry run and preflight by default name what they would take away, and change nothing', async () => {
    await dieBehindPage();
    await dieWhileSuspended(PAST);
    await endPage();
    const before = world.changes().length;
    const dry = await act('rollback', { 'dry-run': 'true' });
    expect(dry.stdout).toContain('Dry run: The maintenance page of shop/web is left over');
    expect(dry.stdout).toContain('Dry run: The suspension of scaling in of service web is left over');
    const looked = await act('preflight', {});
    const items = JSON.parse(looked.outputs['items'] ?? '[]') as {
      id: string;
      status: string;
      found: string;
    }[];
    expect(items.find(({ id }) => id === 'leftovers')).toMatchObject({
      status: 'warned',
    });
    expect(looked.stdout).toContain('its time is over, the runner of the step that made it died');
    const asked = world.changes().filter((operation) => !operation.startsWith('Simulate'));
    expect(asked).toHaveLength(before);
    expect(await world.page()).toBe(MAINTAINED);
  });

  test('a role without rights on scaling or rules deploys all the same', async () => {
    for (const operation of ['DescribeScalableTargets', 'DescribeTags']) {
      world.fault({ operation, deny: true, times: 'always' });
    }
    const next = await world.live?.register('web', { environment: [{ name: 'REVISION', value: 'new' }] });
    const result = await act('blue-green-codedeploy', {
      'task-definition-arn': next ?? '',
      'poll-interval-seconds': '0.1',
    });
    expect(result.errors).toEqual([]);
    expect(result.exitCode).toBe(0);
    expect(result.stdout).not.toContain('could not be seen');
  });
});

test('the deployment of the same run gives its page the time that it needs', async () => {
  const migration = await world.run({ maintenance: 'true', 'timeout-minutes': '1' });
  expect(migration.exitCode).toBe(0);
  const before = Date.parse((await pageTags())['cutover:until'] ?? '');
  const next = await world.live?.register('web');
  const tagged = world.calls('AddTags').length;
  const result = await run('blue-green-codedeploy', {
    inputs: {
      ...NAMED,
      'task-definition-arn': next ?? '',
      'wait-for-minutes': '600',
      'poll-interval-seconds': '0.1',
    },
    env: world.live?.env ?? {},
  });
  expect(result.exitCode).toBe(0);
  const given = world.calls('AddTags').slice(tagged) as { Tags: { Key: string; Value: string }[] }[];
  expect(given.map(({ Tags }) => Tags.map(({ Key }) => Key))).toEqual([['cutover:until']]);
  const until = Date.parse(given[0]?.Tags[0]?.Value ?? '');
  expect((until - before) / 60_000).toBeGreaterThan(590);
  expect(await world.page()).toMatch(/^200 /);
});
