import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { run } from './action.ts';
import { LiveService } from './live-service.ts';

jest.setTimeout(400_000);

let live: LiveService | undefined;

afterEach(async () => {
  await live?.close();
  live = undefined;
});

async function rolling(): Promise<LiveService> {
  live = await LiveService.open({ controller: 'ECS' });
  return live;
}

/** Starts a rolling deployment of the revision, and waits until the service tells what the test is about. */
async function update(account: LiveService, taskDefinition: string, settled: RegExp): Promise<void> {
  await account.call('ecs', 'UpdateService', { cluster: 'shop', service: 'web', taskDefinition });
  await account.until(async () => {
    const { events = [] } = await account.service();
    const { taskArns } = await account.call<{ taskArns: string[] }>('ecs', 'ListTasks', {
      cluster: 'shop',
      serviceName: 'web',
      desiredStatus: 'STOPPED',
    });
    if (taskArns.length === 0) return undefined;
    const { tasks } = await account.call<{ tasks: { stoppedReason?: string; lastStatus?: string }[] }>(
      'ecs',
      'DescribeTasks',
      { cluster: 'shop', tasks: taskArns },
    );
    const told = [
      ...events.map(({ message = '' }) => message),
      ...tasks.map(({ lastStatus, stoppedReason = '' }) => (lastStatus === 'STOPPED' ? stoppedReason : '')),
    ];
    return told.some((text) => settled.test(text)) ? true : undefined;
  });
}

async function verify(account: LiveService, inputs: Record<string, string> = {}) {
  return await run('verify-target-health', {
    inputs: {
      cluster: 'shop',
      service: 'web',
      'poll-interval-seconds': '0.1',
      'wait-for-minutes': '0.01',
      ...inputs,
    },
    env: account.env,
  });
}

describe('a rolling service whose new tasks fail', () => {
  test('by their own end: exit code, log and cause are named', async () => {
    const account = await rolling();
    await update(account, await account.register('crash'), /Essential container in task exited/);
    const result = await verify(account);
    expect(result.exitCode).toBe(1);
    expect(result.errors[0]).toContain('stopped: Essential container in task exited; app exit code 3');
    expect(result.errors[0]).toContain('Cannot find module express');
    expect(result.summary).toContain('Tasks that stopped');
    expect(result.errors[0]).not.toMatch(/alarm|CodeDeploy|PRIMARY/);
    const quiet = await verify(account, { 'show-logs': 'none' });
    expect(quiet.exitCode).toBe(1);
    expect(`${quiet.stdout}${quiet.summary}`).not.toContain('reading the settings');
  });

  test('because their image is nowhere', async () => {
    const account = await rolling();
    await update(account, await account.register('web', { image: 'shop/nowhere:1' }), /CannotPull|pull/);
    const result = await verify(account);
    expect(result.exitCode).toBe(1);
    expect(result.errors[0]).toMatch(/stopped: \S*CannotPullContainerError/);
    expect(result.errors[0]).toMatch(/Evidence: .*\nFix: /s);
  });

  test('because they answer their health check with an error', async () => {
    const account = await rolling();
    const sick = await account.register('ill', { environment: [{ name: 'STATUS', value: '500' }] });
    await update(account, sick, /failed ELB health checks/);
    const result = await verify(account);
    expect(result.exitCode).toBe(1);
    expect(result.errors[0]).toContain('failed ELB health checks');
    expect(result.errors[0]).toMatch(/Evidence: .*\nFix: /s);
  });

  test('and that was taken back: the failed revision says why, and the service is named, not PRIMARY', async () => {
    const account = await rolling();
    const wanted = await account.register('crash');
    await update(account, wanted, /Essential container in task exited/);
    await account.call('ecs', 'UpdateService', { cluster: 'shop', service: 'web', taskDefinition: 'web:1' });
    const result = await verify(account, { 'task-definition-arn': wanted });
    expect(result.exitCode).toBe(1);
    expect(result.errors[0]).toContain('service web runs web:1, not web:2');
    expect(result.errors[0]).toContain('app exit code 3');
    expect(result.errors[0]).not.toContain('CodeDeploy');
  });
});

describe('a service without a target group', () => {
  test('is refused at the first look, with no word of waiting or of an alarm', async () => {
    const account = await rolling();
    await account.call('ecs', 'CreateService', {
      cluster: 'shop',
      serviceName: 'worker',
      taskDefinition: 'web:1',
      desiredCount: 1,
      launchType: 'FARGATE',
      networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-1'], securityGroups: ['sg-1'] } },
    });
    const inputs: readonly Record<string, string>[] = [
      {},
      { path: '/' },
      { url: account.address },
      { 'listener-arn': account.production },
    ];
    for (const more of inputs) {
      const result = await verify(account, { service: 'worker', 'wait-for-minutes': '300', ...more });
      expect(result.exitCode).toBe(1);
      expect(result.errors[0]).toContain('Service worker has no target group');
      expect(result.errors[0]).not.toMatch(/alarm|rollback/i);
      expect(account.calls('DescribeTargetHealth')).toEqual([]);
    }
  });
});

test('too few looks in a row are no matter of an alarm', async () => {
  const account = await rolling();
  const result = await verify(account, { consecutive: '100' });
  expect(result.exitCode).toBe(1);
  expect(result.errors[0]).toContain('too few looks in a row did');
  expect(result.errors[0]).not.toContain('alarm');
});
