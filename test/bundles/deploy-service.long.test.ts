import type { ServiceDeployment } from '@aws-sdk/client-ecs';
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { run, start } from './action.ts';
import { LiveService } from './live-service.ts';

jest.setTimeout(400_000);

let live: LiveService | undefined;

afterEach(async () => {
  await live?.close();
  live = undefined;
});

async function rolling(desiredCount = 2): Promise<LiveService> {
  live = await LiveService.open({ controller: 'ECS', desiredCount });
  await deploymentsEnded(live);
  return live;
}

/** Deployments of a service, newest first. */
async function deployments(account: LiveService, service = 'web'): Promise<readonly ServiceDeployment[]> {
  const { serviceDeployments } = await account.call<{
    serviceDeployments: { serviceDeploymentArn: string }[];
  }>('ecs', 'ListServiceDeployments', { cluster: 'shop', service });
  const arns = serviceDeployments.map(({ serviceDeploymentArn }) => serviceDeploymentArn);
  if (arns.length === 0) return [];
  const described = await account.call<{ serviceDeployments: ServiceDeployment[] }>(
    'ecs',
    'DescribeServiceDeployments',
    { serviceDeploymentArns: arns },
  );
  return arns.flatMap(
    (arn) => described.serviceDeployments.find((one) => one.serviceDeploymentArn === arn) ?? [],
  );
}

async function deploymentsEnded(account: LiveService, service = 'web'): Promise<void> {
  await account.until(async () => {
    const all = await deployments(account, service);
    return all.length > 0 && all.every(({ finishedAt, stoppedAt }) => (finishedAt ?? stoppedAt) !== undefined)
      ? true
      : undefined;
  });
}

async function worker(account: LiveService, more: object = {}): Promise<void> {
  await account.call('ecs', 'CreateService', {
    cluster: 'shop',
    serviceName: 'worker',
    taskDefinition: 'web:1',
    desiredCount: 1,
    launchType: 'FARGATE',
    networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-1'], securityGroups: ['sg-1'] } },
    ...more,
  });
  await deploymentsEnded(account, 'worker');
}

const inputs = (taskDefinition: string, more: Record<string, string> = {}): Record<string, string> => ({
  cluster: 'shop',
  service: 'web',
  'task-definition-arn': taskDefinition,
  'poll-interval-seconds': '0.1',
  'github-token': '',
  ...more,
});

async function deploy(account: LiveService, taskDefinition: string, more: Record<string, string> = {}) {
  return await run('deploy-service', { inputs: inputs(taskDefinition, more), env: account.env });
}

/** `web:2`: what the service names, and what its only rollout has. */
async function revisions(account: LiveService, service = 'web'): Promise<readonly string[]> {
  const { deployments: rollouts = [] } = await account.service(service);
  return rollouts.map(({ taskDefinition = '' }) => taskDefinition.slice(taskDefinition.lastIndexOf('/') + 1));
}

const breaker = (rollback = true) => ({
  deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback } },
});

describe('a service that rolls', () => {
  test('is on the new revision, with no request dropped, and the deployment told is the one asked for', async () => {
    const account = await rolling();
    const wanted = await account.register('web', { environment: [{ name: 'REVISION', value: '2' }] });
    const answers: number[] = [];
    const traffic = { on: true };
    const users = (async () => {
      while (traffic.on) answers.push((await fetch(account.address)).status);
    })();
    const result = await deploy(account, wanted);
    traffic.on = false;
    await users;
    expect(result.errors).toEqual([]);
    expect(result.exitCode).toBe(0);
    expect(answers.length).toBeGreaterThan(10);
    expect(answers.filter((status) => status !== 200)).toEqual([]);
    expect(await (await fetch(account.address)).text()).toBe('2');
    const [newest] = await deployments(account);
    expect(newest).toMatchObject({ status: 'SUCCESSFUL' });
    expect(result.outputs).toMatchObject({
      outcome: 'succeeded',
      'deployment-id': newest?.serviceDeploymentArn,
      'deployment-status': 'SUCCESSFUL',
      'rolled-back': 'false',
      'task-definition-arn': wanted,
    });
    expect(result.outputs['previous-task-definition-arn']).toMatch(/web:1$/);
    expect(account.calls('UpdateService')).toHaveLength(1);
    expect(result.stdout).toContain('has no circuit breaker');
  });

  test('is unchanged when the revision serves already', async () => {
    const account = await rolling();
    const { taskDefinition = '' } = await account.service();
    const result = await deploy(account, taskDefinition);
    expect(result.errors).toEqual([]);
    expect(result.outputs['outcome']).toBe('unchanged');
    expect(result.outputs['deployment-id'] ?? '').toBe('');
    expect(account.calls('UpdateService')).toEqual([]);
  });

  test('goes back when tasks keep failing, circuit breaker or not, and the cause is named', async () => {
    const account = await rolling();
    const result = await deploy(account, await account.register('crash'), { 'max-failed-tasks': '2' });
    expect(result.exitCode).toBe(1);
    expect(result.errors[0]).toContain('of its tasks failed');
    expect(result.errors[0]).toContain('Rolled back: web:1 serves.');
    expect(result.errors[0]).toContain('Cannot find module express');
    expect(result.outputs).toMatchObject({
      outcome: 'rolled-back',
      'rolled-back': 'true',
      'deployment-status': 'ROLLBACK_SUCCESSFUL',
      'rollback-deployment-id': result.outputs['deployment-id'],
    });
    expect(await revisions(account)).toEqual(['web:1']);
  });

  test('that the circuit breaker takes back is red, with what its tasks said', async () => {
    const account = await rolling(1);
    await account.call('ecs', 'UpdateService', { cluster: 'shop', service: 'web', ...breaker() });
    const result = await deploy(account, await account.register('crash'), { 'max-failed-tasks': '0' });
    expect(result.exitCode).toBe(1);
    expect(result.outputs['outcome']).toBe('rolled-back');
    expect(result.errors[0]).toContain('circuit breaker');
    expect(result.errors[0]).toContain('Cannot find module express');
    expect(account.calls('StopServiceDeployment')).toEqual([]);
  });

  test('that the circuit breaker stops without a way back is failed, and may be deployed again', async () => {
    const account = await rolling(1);
    await account.call('ecs', 'UpdateService', { cluster: 'shop', service: 'web', ...breaker(false) });
    const crash = await account.register('crash');
    const result = await deploy(account, crash, { 'max-failed-tasks': '0' });
    expect(result.exitCode).toBe(1);
    expect(result.outputs).toMatchObject({
      outcome: 'failed',
      'deployment-status': 'STOPPED',
      superseded: 'false',
    });
    expect(result.errors[0]).toContain('was stopped by ECS, which made no way back');
    expect(result.errors[0]).toContain('Deploy web:1 again so that it alone serves.');
    // The service names the revision now, though it does not serve.
    await account.call('ecs', 'UpdateService', {
      cluster: 'shop',
      service: 'web',
      deploymentConfiguration: { deploymentCircuitBreaker: { enable: false, rollback: false } },
    });
    const again = await deploy(account, crash, { 'max-failed-tasks': '1' });
    expect(again.outputs['outcome']).toBe('rolled-back');
    expect(account.calls('UpdateService').at(-1)).toMatchObject({ forceNewDeployment: true });
  });

  test('whose deployment another one supersedes is not green', async () => {
    const account = await rolling();
    const wanted = await account.register('web');
    const other = await account.register('web');
    const running = await start('deploy-service', { inputs: inputs(wanted), env: account.env });
    await account.until(async () => {
      const [newest] = await deployments(account);
      return newest?.status === 'IN_PROGRESS' ? true : undefined;
    });
    await account.call('ecs', 'UpdateService', { cluster: 'shop', service: 'web', taskDefinition: other });
    const result = await running.done;
    expect(result.exitCode).toBe(1);
    expect(result.outputs).toMatchObject({ outcome: 'failed', superseded: 'true' });
    expect(result.errors[0]).toMatch(/was superseded by deployment \S+, which another caller started/);
  });

  test('without a circuit breaker has an end: when its time is over it is rolled back', async () => {
    const account = await rolling();
    const nowhere = await account.register('web', { image: 'shop/nowhere:1' });
    const result = await deploy(account, nowhere, { 'max-failed-tasks': '0', 'wait-for-minutes': '0.05' });
    expect(result.exitCode).toBe(1);
    expect(result.outputs['outcome']).toBe('rolled-back');
    expect(result.errors[0]).toContain('AWS never gives it up by itself');
    expect(await revisions(account)).toEqual(['web:1']);
  });

  test('with a circuit breaker goes on in AWS when the time is over', async () => {
    const account = await rolling(1);
    await account.call('ecs', 'UpdateService', {
      cluster: 'shop',
      service: 'web',
      deploymentConfiguration: { ...breaker().deploymentConfiguration, bakeTimeInMinutes: 600 },
    });
    const result = await deploy(account, await account.register('web'), {
      'wait-for-minutes': '0.05',
      'wait-until': 'completed',
    });
    expect(result.exitCode).toBe(1);
    expect(result.outputs['outcome']).toBe('timed-out');
    expect(result.errors[0]).toContain('still running in AWS');
    expect(account.calls('StopServiceDeployment')).toEqual([]);
    // The same wish again follows the deployment that is in flight; its users are on the new revision.
    const again = await deploy(account, result.outputs['task-definition-arn'] ?? '');
    expect(again.errors).toEqual([]);
    expect(again.outputs).toMatchObject({
      outcome: 'succeeded',
      'deployment-id': result.outputs['deployment-id'],
    });
    expect(account.calls('UpdateService')).toHaveLength(1);
  });

  test('is taken back when the job is cancelled, and when the step is killed', async () => {
    const account = await rolling();
    const slow = await account.register('elsewhere');
    const outcomes: (string | undefined)[] = [];
    for (const signal of ['SIGINT', 'SIGKILL'] as const) {
      const running = await start('deploy-service', { inputs: inputs(slow), env: account.env });
      await account.until(async () => {
        const [newest] = await deployments(account);
        return newest?.status === 'IN_PROGRESS' ? true : undefined;
      });
      running.process.kill(signal);
      const result = await running.done;
      await result.post();
      outcomes.push(result.outputs['outcome']);
      await deploymentsEnded(account);
      const [newest] = await deployments(account);
      expect(newest?.status).toBe('ROLLBACK_SUCCESSFUL');
      expect(await revisions(account)).toEqual(['web:1']);
    }
    expect(outcomes).toEqual(['cancelled', undefined]);
  });

  test('an answer that got lost starts no second deployment', async () => {
    const account = await rolling();
    account.fault({ operation: 'UpdateService', reset: 'after', times: 1 });
    const result = await deploy(account, await account.register('web'));
    expect(result.errors).toEqual([]);
    expect(result.outputs['outcome']).toBe('succeeded');
    expect(await deployments(account)).toHaveLength(2);
  });

  test('mode: stop takes the deployment of an earlier step back', async () => {
    const account = await rolling();
    const slow = await account.register('elsewhere');
    const left = await start('deploy-service', {
      inputs: inputs(slow, { 'on-cancel': 'leave' }),
      env: account.env,
    });
    const [newest] = await account.until(async () => {
      const all = await deployments(account);
      return all[0]?.status === 'IN_PROGRESS' ? all : undefined;
    });
    left.process.kill('SIGINT');
    await left.done;
    const result = await run('deploy-service', {
      inputs: {
        cluster: 'shop',
        service: 'web',
        mode: 'stop',
        'deployment-id': newest?.serviceDeploymentArn ?? '',
        'poll-interval-seconds': '0.1',
      },
      env: account.env,
    });
    expect(result.errors).toEqual([]);
    expect(result.outputs).toMatchObject({ outcome: 'succeeded', 'rolled-back': 'true' });
    expect(await revisions(account)).toEqual(['web:1']);
  });
});

describe('a worker', () => {
  test('is deployed and proven without a load balancer', async () => {
    const account = await rolling(1);
    await worker(account);
    const result = await deploy(account, await account.register('web'), { service: 'worker' });
    expect(result.errors).toEqual([]);
    expect(result.outputs['outcome']).toBe('succeeded');
    expect(account.calls('DescribeTargetHealth')).toEqual([]);
  });

  test('that ends at once is taken back', async () => {
    const account = await rolling(1);
    await worker(account);
    const result = await deploy(account, await account.register('crash'), { service: 'worker' });
    expect(result.exitCode).toBe(1);
    expect(result.outputs['outcome']).toBe('rolled-back');
    expect(await revisions(account, 'worker')).toEqual(['web:1']);
  });
});

describe('refused before anything is started', () => {
  /** Refusals change nothing, so one account is enough. */
  let shared: LiveService;

  beforeAll(async () => {
    shared = await LiveService.open({ controller: 'ECS' });
    await deploymentsEnded(shared);
  });

  afterAll(async () => {
    await shared.close();
  });

  test.each<[string, Record<string, string>, RegExp]>([
    ['a gate', { gate: 'health' }, /gate: health needs new tasks that run before users reach them/],
    ['wait-until: ready', { 'wait-until': 'ready' }, /wait-until: ready needs new tasks/],
    ['on-cancel: stop', { 'on-cancel': 'stop' }, /ECS stops a deployment by rolling it back only/],
    ['alarms', { alarms: 'shop-5xx' }, /Input alarms has no meaning for service web/],
    [
      'a deployment configuration of CodeDeploy',
      { 'codedeploy-deployment-config': 'CodeDeployDefault.ECSAllAtOnce' },
      /Input codedeploy-deployment-config has no meaning for service web/,
    ],
    ['another container', { 'container-name': 'proxy' }, /are not those of service web/],
    [
      'a decision about a deployment that waits for nobody',
      { mode: 'continue' },
      /its deployments wait for nobody/,
    ],
  ])('%s', async (_, more, message) => {
    const result = await deploy(shared, 'web:1', more);
    expect(result.exitCode).toBe(1);
    expect(result.errors.join('\n')).toMatch(message);
    expect(shared.calls('UpdateService')).toEqual([]);
  });

  /** The service's deployments watch an alarm that fires. */
  async function firing(account: LiveService, more: object = {}): Promise<void> {
    await account.call('cloudwatch', 'PutMetricAlarm', {
      AlarmName: 'shop-5xx',
      MetricName: 'HTTPCode_Target_5XX_Count',
      Namespace: 'AWS/ApplicationELB',
      Statistic: 'Sum',
      Period: 60,
      EvaluationPeriods: 1,
      Threshold: 1,
      ComparisonOperator: 'GreaterThanThreshold',
    });
    await account.call('cloudwatch', 'SetAlarmState', {
      AlarmName: 'shop-5xx',
      StateValue: 'ALARM',
      StateReason: 'test',
    });
    await account.call('ecs', 'UpdateService', {
      cluster: 'shop',
      service: 'web',
      deploymentConfiguration: {
        alarms: { alarmNames: ['shop-5xx'], enable: true, rollback: true },
        ...more,
      },
    });
  }

  test('no room to roll, and an alarm that fires already', async () => {
    const account = await rolling(1);
    await firing(account, { minimumHealthyPercent: 100, maximumPercent: 100 });
    const result = await deploy(account, await account.register('web'));
    expect(result.errors.join('\n')).toContain("Service web can't roll");
    expect(result.errors.join('\n')).toContain('Alarm shop-5xx of service web fires now');
    expect(account.calls('UpdateService')).toEqual([]);
  });

  test('ignore-alarms deploys although an alarm fires', async () => {
    const account = await rolling(1);
    await firing(account);
    const result = await deploy(account, await account.register('web'), { 'ignore-alarms': 'true' });
    expect(result.errors).toEqual([]);
    expect(result.outputs['outcome']).toBe('succeeded');
  });
});

describe('several services', () => {
  test('a web service and a worker are deployed together, and go back together', async () => {
    const account = await rolling(1);
    await worker(account);
    const sound = await account.register('web');
    const together = (web: string, mail: string): Record<string, string> => ({
      cluster: 'shop',
      services: `web=${web}\nworker=${mail}`,
      'poll-interval-seconds': '0.1',
      'github-token': '',
      'allow-downgrade': 'true',
    });
    const done = await run('deploy-service', { inputs: together(sound, sound), env: account.env });
    expect(done.errors).toEqual([]);
    expect([await revisions(account), await revisions(account, 'worker')]).toEqual([['web:2'], ['web:2']]);
    const next = await account.register('web');
    const failed = await run('deploy-service', {
      inputs: together(next, await account.register('crash')),
      env: account.env,
    });
    expect(failed.exitCode).toBe(1);
    expect(failed.errors[0]).toContain('worker');
    expect([await revisions(account), await revisions(account, 'worker')]).toEqual([['web:2'], ['web:2']]);
  });

  test('of CodeDeploy and of ECS are deployed by one step', async () => {
    live = await LiveService.open();
    const account = live;
    await worker(account);
    const wanted = await account.register('web');
    const result = await run('deploy-service', {
      inputs: {
        cluster: 'shop',
        services: 'web\nworker',
        'task-definition-arn': wanted,
        'poll-interval-seconds': '0.1',
        'github-token': '',
      },
      env: account.env,
    });
    expect(result.errors).toEqual([]);
    expect(await account.serving()).toBe('web:2');
    expect(await revisions(account, 'worker')).toEqual(['web:2']);
  });
});
