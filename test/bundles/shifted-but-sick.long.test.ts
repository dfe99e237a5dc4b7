import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { Visitor } from '../faults/visitor.ts';
import { run } from './action.ts';
import { LiveService, type LiveOptions } from './live-service.ts';
import { says, SITUATIONS } from './shifted-and-sick.ts';

jest.setTimeout(400_000);

let live: LiveService | undefined;
let visitor: Visitor | undefined;

/** Two tasks of `web:1`, and somebody who uses them all the while. */
async function open(options: LiveOptions = {}): Promise<{ account: LiveService; user: Visitor }> {
  const account = await LiveService.open({
    timeScale: 50,
    desiredCount: 2,
    terminationMinutes: 60,
    container: says('web:1'),
    ...options,
  });
  live = account;
  const user = new Visitor(account.address);
  visitor = user;
  await account.until(async () => user.ask().catch(() => undefined));
  user.enter();
  return { account, user };
}

afterEach(async () => {
  await visitor?.leave();
  await live?.close();
  live = undefined;
  visitor = undefined;
});

const deploy = async (account: LiveService, inputs: Record<string, string> = {}) =>
  await run('blue-green-codedeploy', {
    inputs: {
      cluster: 'shop',
      service: 'web',
      'poll-interval-seconds': '0.1',
      'task-definition-arn': 'web:2',
      ...inputs,
    },
    env: account.env,
  });

describe('CodeDeploy shifts all traffic to a version that', () => {
  test.each(SITUATIONS.map((situation) => [situation.name, situation] as const))(
    '%s: users get the old version back',
    async (_, { cause, fault, register }) => {
      const { account, user } = await open();
      await register(account);
      if (fault !== undefined) account.fault(fault);
      const result = await deploy(account);
      expect(result.exitCode).toBe(1);
      expect(result.outputs).toMatchObject({ outcome: 'rolled-back', 'rolled-back': 'true' });
      expect(result.stdout).not.toContain('serves all traffic');
      expect(result.errors[0]).toMatch(cause);
      expect(account.calls('StopDeployment')).toMatchObject([{ autoRollbackEnabled: true }]);
      expect(await account.serving()).toBe('web:1');
      expect(await user.ask()).toBe('web:1');
    },
  );

  test('fails its health check when the old tasks are gone: the failure says so', async () => {
    const { account } = await open({ terminationMinutes: 0 });
    await account.register('ill', { environment: [{ name: 'STATUS', value: '404' }] });
    const result = await deploy(account, { 'max-failed-tasks': '0' });
    expect(result.exitCode).toBe(1);
    expect(result.outputs).toMatchObject({ outcome: 'failed', 'rolled-back': 'false' });
    expect(result.errors[0]).toContain('web:2 does not serve production');
    expect(result.errors[0]).toContain('Run the rollback action to deploy web:1 again');
    expect(account.calls('StopDeployment')).toEqual([]);
  });
});

test('a revision that serves already is no success when its tasks do not', async () => {
  const { account } = await open();
  const before = await deploy(account, { 'task-definition-arn': 'web:1' });
  expect(before.outputs['outcome']).toBe('unchanged');
  account.fault({ task: 'health-check', resource: 'web:1', times: 'always' });
  await account.until(async () =>
    ((await account.service()).taskSets ?? []).every(
      ({ stabilityStatus }) => stabilityStatus === 'STABILIZING',
    )
      ? true
      : undefined,
  );
  const result = await deploy(account, { 'task-definition-arn': 'web:1' });
  expect(result.exitCode).toBe(1);
  expect(result.errors[0]).toContain('web:1 is PRIMARY and nothing was deployed, but it does not serve');
  expect(account.changes()).toEqual([]);
});

test('a version that serves is a success, after the settled time and without a lost request', async () => {
  const { account, user } = await open();
  await account.register('web', says('web:2'));
  const result = await deploy(account);
  expect(result.errors).toEqual([]);
  expect(result.exitCode).toBe(0);
  const [deployment] = await account.deployments();
  const target = await account.call<{
    deploymentTarget: { ecsTarget: { lifecycleEvents: { lifecycleEventName: string; endTime: Date }[] } };
  }>('codedeploy', 'GetDeploymentTarget', { deploymentId: deployment?.deploymentId, targetId: 'shop:web' });
  const shifted = target.deploymentTarget.ecsTarget.lifecycleEvents.find(
    ({ lifecycleEventName: name }) => name === 'AllowTraffic',
  );
  // Two checks, ten seconds apart.
  expect(account.running.sim.clock.now() - Number(shifted?.endTime)).toBeGreaterThanOrEqual(20_000);
  expect(await user.ask()).toBe('web:2');
  expect(user.dropped).toEqual([]);
  expect(account.calls('DescribeTargetHealth').length).toBeLessThan(20);
});
