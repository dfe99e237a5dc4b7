import { describe, expect, test } from '@jest/globals';
import type { DeploymentGroup } from '@cutover/domain/codedeploy/deployment';
import type { TaskSet } from '@cutover/domain/task/ecs-service';
import type { Observed } from '../deployment/codedeploy/observe.ts';
import type { CodeDeployOptions } from '../deployment/codedeploy/options.ts';
import type { CodeDeployOrder } from '../deployment/codedeploy/plan.ts';
import { engineOfWeb, NO_OPTIONS } from '../deployment/codedeploy/testing/engine.ts';
import type { World } from '../world.ts';
import { gateFor, planBlueGreen, type BlueGreenPlan, type BlueGreenRequest } from './plan.ts';

const BLUE = 'arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/blue/1';
const GREEN = 'arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/green/2';
const listener = (port: number) => ({
  arn: `arn:listener/${port}`,
  loadBalancerArn: 'arn:balancer',
  port,
  protocol: 'HTTP',
  rules: [{ priority: 'default', forwards: [{ targetGroupArn: BLUE, percent: 100 }] }],
});
const group: DeploymentGroup = {
  application: 'shop',
  name: 'web',
  config: 'CodeDeployDefault.ECSAllAtOnce',
  computePlatform: 'ECS',
  services: [{ cluster: 'shop', service: 'web' }],
  targetGroups: ['blue', 'green'],
  productionListener: 'arn:listener/80',
  testListener: 'arn:listener/8080',
  readyAction: 'STOP_DEPLOYMENT',
  readyWaitMinutes: 30,
  terminationWaitMinutes: 5,
  autoRollbackEvents: ['DEPLOYMENT_STOP_ON_REQUEST'],
  alarms: { enabled: true, names: ['web-errors'], ignorePollFailure: false },
};
const balancer = { targetGroupArn: BLUE, containerName: 'app', containerPort: 8080 };
const observed = {
  environment: { cluster: 'shop', service: 'web' },
  group,
  service: {
    name: 'web',
    status: 'ACTIVE',
    controller: 'CODE_DEPLOY',
    desired: 1,
    taskSets: [
      {
        status: 'PRIMARY',
        taskDefinition: 'arn:aws:ecs:us-east-1:123456789012:task-definition/web:7',
        capacityProviders: [],
        loadBalancers: [balancer],
      } as unknown as TaskSet,
    ],
    loadBalancers: [balancer],
  },
  revision: {
    arn: 'arn:aws:ecs:us-east-1:123456789012:task-definition/web:8',
    status: 'ACTIVE',
    containers: [{ name: 'app', essential: true, ports: [8080] }],
  },
  config: { name: 'CodeDeployDefault.ECSAllAtOnce', routing: { type: 'AllAtOnce' } },
  targetGroups: [
    { arn: BLUE, name: 'blue', loadBalancerArns: ['arn:balancer'] },
    { arn: GREEN, name: 'green', loadBalancerArns: [] },
  ],
  production: listener(80),
  test: listener(8080),
  readyWaitMinutes: 30,
} as unknown as Observed;
const request: BlueGreenRequest = {
  revision: 'web:8',
  engine: NO_OPTIONS,
  containerName: undefined,
  containerPort: undefined,
  alarms: [],
  ignoreAlarms: false,
  gate: undefined,
  waitUntil: 'traffic-shifted',
  waitForMinutes: undefined,
  intervalMs: 5000,
  maxFailedTasks: 3,
  onCancel: 'rollback',
  allowZeroTasks: false,
};
const world = { run: { commit: '', runUrl: '' } } as unknown as World;
const order = (
  changes: Partial<BlueGreenRequest>,
  address?: string,
  options: Partial<CodeDeployOptions> = {},
): CodeDeployOrder => {
  const decided: BlueGreenPlan = planBlueGreen(
    engineOfWeb(world, group, options),
    { ...request, ...changes },
    observed,
    address,
  );
  if (decided.kind !== 'deploy') throw new Error('nothing is to be deployed');
  return decided.order as CodeDeployOrder;
};

describe('alarms and rollback events of a deployment', () => {
  test.each<[string, Partial<BlueGreenRequest>, Partial<CodeDeployOptions>, object]>([
    [
      'are the group’s, with what brings a failed deployment back',
      {},
      {},
      {
        alarms: undefined,
        ignoreAlarms: false,
        autoRollbackEvents: ['DEPLOYMENT_FAILURE', 'DEPLOYMENT_STOP_ON_ALARM', 'DEPLOYMENT_STOP_ON_REQUEST'],
      },
    ],
    [
      'are those that are named, each once',
      { alarms: ['a', 'b', 'a'] },
      { autoRollbackEvents: ['DEPLOYMENT_FAILURE', 'DEPLOYMENT_FAILURE'] },
      {
        alarms: { enabled: true, names: ['a', 'b'], ignorePollFailure: false },
        autoRollbackEvents: ['DEPLOYMENT_FAILURE'],
      },
    ],
    [
      'stay the group’s where only a lack of answers is to be ignored',
      {},
      { ignorePollAlarmFailure: true },
      { alarms: { enabled: true, names: ['web-errors'], ignorePollFailure: true } },
    ],
    [
      'may be none',
      { ignoreAlarms: true },
      { autoRollbackEvents: ['none'] },
      { autoRollbackEvents: [], ignoreAlarms: true },
    ],
  ])('%s', (_, changes, options, expected) => {
    expect(order(changes, undefined, options)).toMatchObject(expected);
  });
});

describe('a gate', () => {
  const http = { kind: 'http', minutes: undefined, url: undefined, path: undefined, statuses: [] } as const;

  test.each<[string, number | undefined, number, number]>([
    ['has five minutes', undefined, 30, 5],
    ['leaves time to continue', undefined, 4, 3.6],
    ['has what it is given', 20, 30, 20],
  ])('%s', (_, minutes, readyWaitMinutes, limit) => {
    const gate = gateFor(
      { kind: 'health', minutes },
      engineOfWeb(world, group),
      { readyWaitMinutes, targetGroups: observed.targetGroups },
      undefined,
    );
    expect(gate).toMatchObject({
      kind: 'health',
      testListener: 'arn:listener/8080',
      targetGroups: [BLUE, GREEN],
    });
    expect((gate?.limitMs ?? 0) / 60_000).toBeCloseTo(limit);
  });

  test.each<[string, Partial<typeof http> & { url?: string; path?: string }, string | undefined, string]>([
    ['asks the test listener', {}, 'http://test:8080', 'http://test:8080'],
    ['at a path', { path: '/health?deep=1' } as never, 'http://test:8080', 'http://test:8080/health?deep=1'],
    [
      'or where it is told',
      { url: 'https://test.example.com/a', path: '/b' } as never,
      'http://test:8080',
      'https://test.example.com/b',
    ],
  ])('%s', (_, changes, address, url) => {
    const { gate } = order({ gate: { ...http, ...changes } }, address);
    expect(gate).toMatchObject({ kind: 'http', url });
  });

  test('counts in the budget instead of the wait that it ends', () => {
    expect(order({ waitUntil: 'completed' }).budget.reason).toBe(
      'install 60 min + ready wait 30 min + termination wait 5 min + slack 5 min',
    );
    expect(order({ waitUntil: 'completed', gate: { kind: 'health', minutes: 10 } }).budget.reason).toBe(
      'install 60 min + gate 10 min + termination wait 5 min + slack 5 min',
    );
  });
});
