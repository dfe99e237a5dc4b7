import type { DeploymentConfiguration, ServiceDeployment } from '@aws-sdk/client-ecs';
import type { Rule } from '@aws-sdk/client-elastic-load-balancing-v2';
import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { run, start } from './action.ts';
import { LiveService } from './live-service.ts';

jest.setTimeout(400_000);

let live: LiveService | undefined;

afterEach(async () => {
  await live?.close();
  live = undefined;
});

/** A service that ECS shifts, with the rule by which it does so. */
interface Shifting {
  readonly account: LiveService;
  readonly rule: string;
}

const forward = (weights: Record<string, number>) => [
  {
    Type: 'forward',
    ForwardConfig: {
      TargetGroups: Object.entries(weights).map(([TargetGroupArn, Weight]) => ({ TargetGroupArn, Weight })),
    },
  },
];

async function shifting(deploymentConfiguration: DeploymentConfiguration): Promise<Shifting> {
  live = await LiveService.open({ controller: 'ECS', desiredCount: 1 });
  const account = live;
  await ended(account);
  const rule = async (ListenerArn: string): Promise<string> => {
    const { Rules } = await account.call<{ Rules: Rule[] }>('elasticloadbalancing', 'CreateRule', {
      ListenerArn,
      Priority: 1,
      Conditions: [{ Field: 'path-pattern', PathPatternConfig: { Values: ['*'] } }],
      Actions: forward({ [account.blue]: 1, [account.green]: 0 }),
    });
    return Rules[0]?.RuleArn ?? '';
  };
  const production = await rule(account.production);
  await account.call('ecs', 'UpdateService', {
    cluster: 'shop',
    service: 'web',
    deploymentConfiguration,
    loadBalancers: [
      {
        targetGroupArn: account.blue,
        containerName: 'app',
        containerPort: 8080,
        advancedConfiguration: {
          alternateTargetGroupArn: account.green,
          productionListenerRule: production,
          testListenerRule: await rule(account.testListener),
          roleArn: 'arn:aws:iam::123456789012:role/infrastructure',
        },
      },
    ],
  });
  await account.until(async () => ((await deployments(account)).length > 1 ? true : undefined));
  await ended(account);
  return { account, rule: production };
}

/** Deployments of the service, newest first. */
async function deployments(account: LiveService): Promise<readonly ServiceDeployment[]> {
  const { serviceDeployments } = await account.call<{
    serviceDeployments: { serviceDeploymentArn: string }[];
  }>('ecs', 'ListServiceDeployments', { cluster: 'shop', service: 'web' });
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

async function ended(account: LiveService): Promise<void> {
  await account.until(async () => {
    const all = await deployments(account);
    return all.length > 0 && all.every(({ finishedAt, stoppedAt }) => (finishedAt ?? stoppedAt) !== undefined)
      ? true
      : undefined;
  });
}

async function weights({ account, rule }: Shifting): Promise<Record<string, number>> {
  const { Rules } = await account.call<{ Rules: Rule[] }>('elasticloadbalancing', 'DescribeRules', {
    RuleArns: [rule],
  });
  const groups = Rules[0]?.Actions?.[0]?.ForwardConfig?.TargetGroups ?? [];
  return Object.fromEntries(groups.map(({ TargetGroupArn = '', Weight = 0 }) => [TargetGroupArn, Weight]));
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

const BLUE_GREEN = { strategy: 'BLUE_GREEN', bakeTimeInMinutes: 2 } as const;

describe('traffic of a service is shifted', () => {
  test.each<[string, DeploymentConfiguration]>([
    ['BLUE_GREEN', BLUE_GREEN],
    [
      'LINEAR',
      {
        strategy: 'LINEAR',
        bakeTimeInMinutes: 1,
        linearConfiguration: { stepPercent: 50, stepBakeTimeInMinutes: 1 },
      },
    ],
    [
      'CANARY',
      {
        strategy: 'CANARY',
        bakeTimeInMinutes: 1,
        canaryConfiguration: { canaryPercent: 10, canaryBakeTimeInMinutes: 1 },
      },
    ],
  ])('%s: to the other group, with no request dropped', async (_, configuration) => {
    const stage = await shifting(configuration);
    const { account } = stage;
    const before = await weights(stage);
    const wanted = await account.register('web', { environment: [{ name: 'REVISION', value: '2' }] });
    const answers: number[] = [];
    const traffic = { on: true };
    const users = (async () => {
      while (traffic.on) answers.push((await fetch(account.address)).status);
    })();
    const result = await deploy(account, wanted, { 'wait-until': 'completed' });
    traffic.on = false;
    await users;
    expect(result.errors).toEqual([]);
    expect(result.outputs).toMatchObject({
      outcome: 'succeeded',
      'deployment-status': 'SUCCESSFUL',
      'rolled-back': 'false',
    });
    expect(answers.length).toBeGreaterThan(10);
    expect(answers.filter((status) => status !== 200)).toEqual([]);
    expect(await (await fetch(account.address)).text()).toBe('2');
    const after = await weights(stage);
    expect([before[account.blue], before[account.green]]).toEqual([
      after[account.green],
      after[account.blue],
    ]);
    expect(account.calls('UpdateService')).toHaveLength(1);
  });
});

describe('a service with the strategy BLUE_GREEN', () => {
  test('reaches traffic-shifted in its bake, while the old tasks still run', async () => {
    const { account } = await shifting(BLUE_GREEN);
    await account.call('ecs', 'UpdateService', {
      cluster: 'shop',
      service: 'web',
      deploymentConfiguration: { strategy: 'BLUE_GREEN', bakeTimeInMinutes: 600 },
    });
    const result = await deploy(account, await account.register('web'));
    expect(result.errors).toEqual([]);
    expect(result.outputs['outcome']).toBe('succeeded');
    const [newest] = await deployments(account);
    expect(newest).toMatchObject({ status: 'IN_PROGRESS', lifecycleStage: 'BAKE_TIME' });
  });

  test('goes back when its new tasks keep failing, circuit breaker or not, and the rule is untouched', async () => {
    const stage = await shifting(BLUE_GREEN);
    const { account } = stage;
    const before = await weights(stage);
    const result = await deploy(account, await account.register('crash'), { 'max-failed-tasks': '2' });
    expect(result.exitCode).toBe(1);
    expect(result.outputs).toMatchObject({
      outcome: 'rolled-back',
      'deployment-status': 'ROLLBACK_SUCCESSFUL',
    });
    expect(result.errors[0]).toContain('Cannot find module express');
    expect(await weights(stage)).toEqual(before);
  });

  test('is not green when another deployment supersedes it', async () => {
    const { account } = await shifting(BLUE_GREEN);
    const slow = await account.register('elsewhere');
    const other = await account.register('web');
    const running = await start('deploy-service', {
      inputs: inputs(slow, { 'max-failed-tasks': '0' }),
      env: account.env,
    });
    await account.until(async () => {
      const [newest] = await deployments(account);
      return newest?.status === 'IN_PROGRESS' ? true : undefined;
    });
    await account.call('ecs', 'UpdateService', { cluster: 'shop', service: 'web', taskDefinition: other });
    const result = await running.done;
    expect(result.exitCode).toBe(1);
    expect(result.outputs).toMatchObject({ outcome: 'failed', superseded: 'true' });
  });

  test('is refused when its rule was reset, when it serves two groups, and with a gate', async () => {
    const stage = await shifting(BLUE_GREEN);
    const { account, rule } = stage;
    const wanted = await account.register('web');
    const set = async (share: Record<string, number>): Promise<void> => {
      await account.call('elasticloadbalancing', 'ModifyRule', { RuleArn: rule, Actions: forward(share) });
    };
    const { [account.blue]: blue = 0, [account.green]: green = 0 } = await weights(stage);
    const gated = await deploy(account, wanted, { gate: 'health' });
    expect(gated.errors.join('\n')).toContain('gate: health needs a deployment that waits before the shift');
    await set({ [account.blue]: green, [account.green]: blue });
    const reset = await deploy(account, wanted);
    expect(reset.errors.join('\n')).toContain('ECS would put the new tasks among the old ones');
    await set({ [account.blue]: 50, [account.green]: 50 });
    const both = await deploy(account, wanted);
    expect(both.errors.join('\n')).toContain('forwards to 2 target groups with a weight above 0');
    expect([gated, reset, both].map(({ exitCode }) => exitCode)).toEqual([1, 1, 1]);
    expect(account.calls('UpdateService')).toEqual([]);
  });
});
