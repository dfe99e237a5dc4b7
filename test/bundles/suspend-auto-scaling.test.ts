import type {
  DescribeScalableTargetsResponse,
  ListTagsForResourceResponse,
  SuspendedState,
} from '@aws-sdk/client-application-auto-scaling';
import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { run, start } from './action.ts';
import { LiveService, type LiveOptions } from './live-service.ts';

jest.setTimeout(60_000);

const TARGET = {
  ServiceNamespace: 'ecs',
  ResourceId: 'service/shop/web',
  ScalableDimension: 'ecs:service:DesiredCount',
};
const TAG = 'cutover:suspended-from';

let live: LiveService | undefined;

afterEach(async () => {
  await live?.close();
  live = undefined;
});

/** A service that is scaled between 1 and 4 tasks, with scheduled actions suspended by somebody. */
async function open(options: LiveOptions = {}): Promise<LiveService> {
  live = await LiveService.open(options);
  await live.register('web');
  await register({ MinCapacity: 1, MaxCapacity: 4, SuspendedState: { ScheduledScalingSuspended: true } });
  return live;
}

function account(): LiveService {
  if (live === undefined) throw new Error('no account is open');
  return live;
}

async function register(more: object): Promise<void> {
  await account().call('application-autoscaling', 'RegisterScalableTarget', { ...TARGET, ...more });
}

async function target() {
  const { ScalableTargets = [] } = await account().call<DescribeScalableTargetsResponse>(
    'application-autoscaling',
    'DescribeScalableTargets',
    { ServiceNamespace: 'ecs' },
  );
  return ScalableTargets[0];
}

/** `in`, `out` and `scheduled`: what is suspended. */
async function suspended(): Promise<string> {
  return letters((await target())?.SuspendedState ?? {});
}

function letters(state: SuspendedState): string {
  const { DynamicScalingInSuspended, DynamicScalingOutSuspended, ScheduledScalingSuspended } = state;
  const words = [
    DynamicScalingInSuspended === true ? 'in' : '',
    DynamicScalingOutSuspended === true ? 'out' : '',
    ScheduledScalingSuspended === true ? 'scheduled' : '',
  ];
  return words.filter((word) => word !== '').join(' ');
}

async function tags(): Promise<Record<string, string>> {
  const { Tags = {} } = await account().call<ListTagsForResourceResponse>(
    'application-autoscaling',
    'ListTagsForResource',
    { ResourceARN: (await target())?.ScalableTargetARN },
  );
  return Tags;
}

/** What was set, call by call, as `in scheduled`. */
function set(): string[] {
  return account()
    .calls('RegisterScalableTarget')
    .map(({ SuspendedState }) => letters(SuspendedState as SuspendedState));
}

const WITH = {
  cluster: 'shop',
  service: 'web',
  'poll-interval-seconds': '0.1',
  'task-definition-arn': 'web:2',
  'suspend-auto-scaling': 'true',
};

async function deploy(inputs: Record<string, string> = {}) {
  return await run('blue-green-codedeploy', { inputs: { ...WITH, ...inputs }, env: account().env });
}

async function begin() {
  const action = await start('blue-green-codedeploy', { inputs: WITH, env: account().env });
  await account().active();
  return action;
}

describe('suspend-auto-scaling', () => {
  test('keeps the service from being scaled in, and restores the exact state after a success', async () => {
    await open();
    const result = await deploy();
    expect(result.errors).toEqual([]);
    expect(result.exitCode).toBe(0);
    expect(set()).toEqual(['in scheduled', 'scheduled']);
    expect(await suspended()).toBe('scheduled');
    expect(await target()).toMatchObject({ MinCapacity: 1, MaxCapacity: 4 });
    expect(await tags()).toEqual({});
    const changes = account().changes();
    expect(changes.indexOf('application-autoscaling:RegisterScalableTarget')).toBeLessThan(
      changes.indexOf('codedeploy:CreateDeployment'),
    );
    expect((await result.post())?.stdout ?? '').not.toContain('scaling');
  });

  test('restores after a deployment that failed', async () => {
    const web = await open();
    await web.register('crash');
    const result = await deploy({ 'task-definition-arn': 'web:3', 'max-failed-tasks': '1' });
    expect(result.outputs['outcome']).toBe('rolled-back');
    expect(set()).toEqual(['in scheduled', 'scheduled']);
    expect(await suspended()).toBe('scheduled');
  });

  test('restores when the time is over, although the deployment goes on', async () => {
    await open({ config: 'CodeDeployDefault.ECSCanary10Percent15Minutes', timeScale: 60 });
    const result = await deploy({ 'wait-for-minutes': '0.05' });
    expect(result.outputs['outcome']).toBe('timed-out');
    expect(set()).toEqual(['in scheduled', 'scheduled']);
    expect(await suspended()).toBe('scheduled');
  });

  test('restores when the job is cancelled', async () => {
    await open({ config: 'CodeDeployDefault.ECSCanary10Percent15Minutes' });
    const action = await begin();
    expect(await suspended()).toBe('in scheduled');
    action.process.kill('SIGINT');
    const result = await action.done;
    expect(result.outputs['outcome']).toBe('cancelled');
    expect(await suspended()).toBe('scheduled');
    expect(await tags()).toEqual({});
  });

  test('is restored by post: after kill -9', async () => {
    await open({ config: 'CodeDeployDefault.ECSCanary10Percent15Minutes' });
    const action = await begin();
    action.process.kill('SIGKILL');
    const killed = await action.done;
    expect(await suspended()).toBe('in scheduled');
    expect(await tags()).toEqual({ [TAG]: 'in=false out=false scheduled=true' });
    const post = await killed.post();
    expect(post?.stdout).toContain('scaling of service web is as it was before');
    expect(await suspended()).toBe('scheduled');
    expect(await tags()).toEqual({});
  });

  test('that a killed run left behind is restored by the next run, although post: never ran', async () => {
    await open();
    const first = await begin();
    first.process.kill('SIGKILL');
    await first.done;
    expect(await suspended()).toBe('in scheduled');
    // The deployment ends by itself, or is still under way: both heal.
    const again = await deploy();
    expect(again.exitCode).toBe(0);
    expect(await account().serving()).toBe('web:2');
    expect(await suspended()).toBe('scheduled');
    expect(await tags()).toEqual({});
  });

  test('that a killed run left behind is restored when there is nothing to deploy any more', async () => {
    await open();
    await account().call('application-autoscaling', 'TagResource', {
      ResourceARN: (await target())?.ScalableTargetARN,
      Tags: { [TAG]: 'in=false out=false scheduled=true' },
    });
    await register({ SuspendedState: { DynamicScalingInSuspended: true } });
    const result = await deploy({ 'task-definition-arn': 'web:1' });
    expect(result.outputs['outcome']).toBe('unchanged');
    expect(await suspended()).toBe('scheduled');
    expect(await tags()).toEqual({});
  });

  test('leaves alone what the user had suspended', async () => {
    await open();
    await register({ SuspendedState: { DynamicScalingInSuspended: true } });
    const result = await deploy();
    expect(result.exitCode).toBe(0);
    expect(result.stdout).toContain('is suspended already');
    expect(set()).toEqual([]);
    expect(await suspended()).toBe('in scheduled');
  });

  test('leaves alone what somebody changes meanwhile, and says so', async () => {
    await open({ config: 'CodeDeployDefault.ECSCanary10Percent5Minutes' });
    const action = await begin();
    await register({
      SuspendedState: { ScheduledScalingSuspended: false, DynamicScalingOutSuspended: true },
    });
    const result = await action.done;
    expect(result.exitCode).toBe(0);
    expect(await suspended()).toBe('out');
    expect(result.stdout).toContain('Somebody changed the suspension of scaling (out, scheduled)');
  });

  test('says so when nothing scales the service', async () => {
    live = await LiveService.open();
    await live.register('web');
    const result = await deploy();
    expect(result.exitCode).toBe(0);
    expect(result.stdout).toContain('it has no scalable target');
    expect(account().calls('RegisterScalableTarget')).toEqual([]);
  });

  test('bears lost answers in both directions', async () => {
    const web = await open();
    web.fault({
      service: 'application-autoscaling',
      operation: 'RegisterScalableTarget',
      reset: 'after',
      times: 2,
    });
    web.fault({ operation: 'DescribeScalableTargets', throttle: true, times: 2 });
    const result = await deploy();
    expect(result.exitCode).toBe(0);
    expect(await suspended()).toBe('scheduled');
  });

  test('ends before anything is deployed when scaling may not be suspended', async () => {
    const web = await open();
    web.fault({ operation: 'RegisterScalableTarget', deny: true, times: 'always' });
    const result = await deploy();
    expect(result.exitCode).toBe(1);
    expect(result.errors.join('\n')).toContain('application-autoscaling:RegisterScalableTarget');
    expect(account().calls('CreateDeployment')).toEqual([]);
    expect(await tags()).toEqual({});
  });

  test('works without the right to tag, and says what that costs', async () => {
    const web = await open();
    web.fault({ operation: 'ListTagsForResource', deny: true, times: 'always' });
    web.fault({ operation: 'TagResource', deny: true, times: 'always' });
    web.fault({ operation: 'UntagResource', deny: true, times: 'always' });
    const result = await deploy();
    expect(result.exitCode).toBe(0);
    expect(result.stdout).toContain('Without application-autoscaling:TagResource');
    expect(await suspended()).toBe('scheduled');
  });

  test('is no success while scaling stays suspended: the command that restores it is printed, and post: tries again', async () => {
    const web = await open();
    web.fault({ operation: 'RegisterScalableTarget', deny: true, skip: 1 });
    const result = await deploy();
    expect(await account().serving()).toBe('web:2');
    expect(result.outputs['outcome']).toBe('failed');
    expect(result.errors.join('\n')).toContain(
      'aws application-autoscaling register-scalable-target --service-namespace ecs --resource-id service/shop/web --scalable-dimension ecs:service:DesiredCount --suspended-state DynamicScalingInSuspended=false,DynamicScalingOutSuspended=false,ScheduledScalingSuspended=true',
    );
    await result.post();
    expect(await suspended()).toBe('scheduled');
  });

  test('is not done in a dry run', async () => {
    await open();
    const result = await deploy({ 'dry-run': 'true' });
    expect(result.exitCode).toBe(0);
    expect(set()).toEqual([]);
  });
});
