import { describe, expect, test } from '@jest/globals';
import type { ServiceState, TaskSet } from '@cutover/domain/task/ecs-service';
import { ConfigurationError } from '@cutover/domain/errors';
import type { Listener } from '@cutover/domain/target/listener';
import { COMMON } from '../../rules/book.ts';
import type { DeployableTask } from '../../rules/deployable-task.ts';
import type { RuleFacts, Wanted } from '../../rules/rule.ts';
import { checkDeployable } from './check.ts';
import type { Observed } from './observe.ts';

const BLUE = 'arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/blue/1';
const GREEN = 'arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/green/2';
const listener = (port: number, forwards: Readonly<Record<string, number>>, protocol = 'HTTP'): Listener => ({
  arn: `arn:listener/${port}`,
  loadBalancerArn: 'arn:balancer',
  port,
  protocol,
  rules: [
    {
      priority: 'default',
      forwards: Object.entries(forwards).map(([targetGroupArn, percent]) => ({ targetGroupArn, percent })),
    },
  ],
});
const balancer = { targetGroupArn: BLUE, containerName: 'app', containerPort: 8080 };
const primary: TaskSet = {
  id: 'ecs-svc/1',
  arn: 'ecs-svc/1',
  status: 'PRIMARY',
  taskDefinition: 'arn:aws:ecs:us-east-1:123456789012:task-definition/web:7',
  stable: true,
  desired: 1,
  running: 1,
  pending: 0,
  capacityProviders: [],
  loadBalancers: [balancer],
};
const service: ServiceState = {
  name: 'web',
  arn: 'arn:web',
  cluster: 'shop',
  status: 'ACTIVE',
  controller: 'CODE_DEPLOY',
  taskDefinition: primary.taskDefinition,
  desired: 1,
  running: 1,
  pending: 0,
  taskSets: [primary],
  loadBalancers: [balancer],
  capacityProviders: [],
  schedulingStrategy: 'REPLICA',
  graceSeconds: 0,
  serviceConnect: false,
  events: [],
};
const app = { name: 'app', essential: true, ports: [8080] };
const sound = {
  region: 'us-east-1',
  environment: { cluster: 'shop', service: 'web' },
  group: {
    application: 'shop',
    name: 'web',
    config: 'CodeDeployDefault.ECSAllAtOnce',
    computePlatform: 'ECS',
    services: [{ cluster: 'shop', service: 'web' }],
    targetGroups: ['blue', 'green'],
    productionListener: 'arn:listener/80',
    testListener: 'arn:listener/8080',
    readyAction: 'CONTINUE_DEPLOYMENT',
    readyWaitMinutes: 0,
    terminationWaitMinutes: 0,
    autoRollbackEvents: [],
  },
  service,
  revision: {
    arn: 'arn:aws:ecs:us-east-1:123456789012:task-definition/web:8',
    status: 'ACTIVE',
    containers: [app],
  },
  configName: 'CodeDeployDefault.ECSAllAtOnce',
  config: { name: 'CodeDeployDefault.ECSAllAtOnce', routing: { type: 'AllAtOnce' } },
  targetGroups: [
    { arn: BLUE, name: 'blue', loadBalancerArns: ['arn:balancer'] },
    { arn: GREEN, name: 'green', loadBalancerArns: ['arn:balancer'] },
  ],
  production: listener(80, { [BLUE]: 100, [GREEN]: 0 }),
  test: listener(8080, { [BLUE]: 100 }),
  readyWaitMinutes: 0,
} satisfies Observed;
const wanted: Wanted = {
  revision: 'web:8',
  container: {},
  waitUntil: 'traffic-shifted',
  allowZeroTasks: false,
};

const refusal = (observed: Partial<Observed>, asked: Partial<Wanted> = {}): string => {
  try {
    checkDeployable({ ...sound, ...observed }, { ...wanted, ...asked });
    return 'accepted';
  } catch (error) {
    return error instanceof ConfigurationError ? `${error.message}\n${error.fix}` : String(error);
  }
};

test('a sound account can be deployed to, with container and port of the live task set', () => {
  expect(checkDeployable(sound, wanted)).toMatchObject({
    containerName: 'app',
    containerPort: 8080,
    primary,
  });
});

test('another container has the only port that it maps', () => {
  const revision = { ...sound.revision, containers: [app, { name: 'proxy', essential: true, ports: [443] }] };
  expect(checkDeployable({ ...sound, revision }, { ...wanted, container: { name: 'proxy' } })).toMatchObject({
    containerName: 'proxy',
    containerPort: 443,
  });
});

const canary = {
  name: 'Shop.Canary',
  routing: { type: 'TimeBasedCanary', percentage: 10, intervalMinutes: 5 },
} as const;
const group = sound.group;
const waiting = { ...group, readyAction: 'STOP_DEPLOYMENT', readyWaitMinutes: 30 } as const;
const { testListener: _, ...untested } = waiting;
const gate = { kind: 'http', minutes: 5, url: 'http://test' } as const;

describe('refused by name', () => {
  test.each<[string, Partial<Observed>, Partial<Wanted>, string]>([
    ['no service', { service: undefined }, {}, 'Cluster shop has no service web.'],
    [
      'a deleted service',
      { service: { ...service, status: 'INACTIVE' } },
      {},
      'Service web in cluster shop is INACTIVE.',
    ],
    [
      'a Classic Load Balancer',
      {
        service: {
          ...service,
          taskSets: [{ ...primary, loadBalancers: [{ ...balancer, targetGroupArn: '' }] }],
        },
      },
      {},
      'is behind a Classic Load Balancer',
    ],
    [
      'no load balancer',
      { service: { ...service, loadBalancers: [], taskSets: [{ ...primary, loadBalancers: [] }] } },
      {},
      'has 0 target groups',
    ],
    ['Service Connect', { service: { ...service, serviceConnect: true } }, {}, 'uses Service Connect'],
    [
      'the DAEMON strategy',
      { service: { ...service, schedulingStrategy: 'DAEMON' } },
      {},
      'has the DAEMON scheduling strategy',
    ],
    [
      'volumes that only the ECS controller configures',
      { revision: { ...sound.revision, volumesAtLaunch: ['data'] } },
      {},
      'has volumes that are configured at launch (data)',
    ],
    [
      'a configuration for another platform',
      { config: { ...canary, computePlatform: 'Lambda' } },
      {},
      'Deployment configuration Shop.Canary is for the Lambda platform, not for ECS.',
    ],
    [
      'one listener for both',
      { test: sound.production },
      {},
      'has the same listener for production and test',
    ],
    [
      'a test listener on another load balancer',
      { test: { ...sound.test, loadBalancerArn: 'arn:other' } },
      {},
      'on different load balancers',
    ],
    [
      'targets of the wrong type',
      {
        revision: { ...sound.revision, networkMode: 'awsvpc' },
        targetGroups: sound.targetGroups.map((one) => ({ ...one, targetType: 'instance' })),
      },
      {},
      'Target group green of Deployment group shop/web has targets of type instance; tasks of network mode awsvpc need ip.',
    ],
    [
      'a target group of another load balancer',
      {
        targetGroups: [
          { arn: BLUE, name: 'blue', loadBalancerArns: ['arn:balancer'] },
          { arn: GREEN, name: 'green', loadBalancerArns: ['arn:other'] },
        ],
      },
      {},
      'belongs to another load balancer (arn:other)',
    ],
    [
      'a gate without a wait',
      {},
      { gate },
      'gate: http needs a deployment group that waits before the shift',
    ],
    [
      'a gate with a wait of nothing',
      { group: { ...waiting, readyWaitMinutes: 0 } },
      { gate },
      'parameter ReadyWaitMinutes of the bundled template',
    ],
    [
      'a gate that outlasts the wait',
      { group: waiting },
      { gate: { ...gate, minutes: 31 } },
      'gate-timeout-minutes 31 is longer than web waits before the shift (30 min)',
    ],
    [
      'a gate that nobody waits for',
      { group: waiting },
      { gate, waitUntil: 'ready' },
      'gate: http continues the deployment when it passes',
    ],
    [
      'a gate that knows no address',
      { group: untested, test: undefined },
      { gate: { ...gate, url: undefined } },
      'gate: http has no address to ask',
    ],
    ['no tasks wanted', { service: { ...service, desired: 0 } }, {}, 'set allow-zero-tasks: true'],
    ['nothing in service', { service: { ...service, taskSets: [] } }, {}, 'has no PRIMARY task set'],
    [
      'two target groups',
      { service: { ...service, taskSets: [{ ...primary, loadBalancers: [balancer, balancer] }] } },
      {},
      'has 2 target groups; CodeDeploy can shift exactly one',
    ],
    ['an unknown revision', { revision: undefined }, {}, 'There is no task definition web:8.'],
    [
      'an inactive revision',
      { revision: { ...sound.revision, status: 'INACTIVE' } },
      {},
      'Task definition web:8 is INACTIVE and can’t be deployed.',
    ],
    [
      'an unknown container',
      {},
      { container: { name: 'proxy' } },
      'Task definition web:8 has no container proxy; it has app.',
    ],
    [
      'an unknown container of an AppSpec, with its place',
      {},
      { container: { name: 'proxy', namePlace: { file: 'appspec.yml', line: 8, column: 26 } } },
      'appspec.yml:8:26: Task definition web:8 has no container proxy; it has app.',
    ],
    [
      'a port of an AppSpec that is not mapped, with its place',
      {},
      { container: { port: 9090, portPlace: { file: 'appspec.yml', line: 9, column: 26 } } },
      'appspec.yml:9:26: Container app of web:8 does not map port 9090; it maps 8080.',
    ],
    [
      'a port that is not mapped',
      {},
      { container: { port: 9090 } },
      'Container app of web:8 does not map port 9090; it maps 8080.',
    ],
    [
      'an unknown configuration',
      { config: undefined, configName: 'Nope' },
      {},
      'has no deployment configuration Nope.',
    ],
    [
      'a canary behind a network load balancer',
      { config: canary, production: listener(80, { [BLUE]: 100 }, 'TCP') },
      {},
      'Shop.Canary shifts traffic gradually, which a network load balancer can’t do.',
    ],
    [
      'ready without a wait',
      {},
      { waitUntil: 'ready' },
      'needs a deployment group that waits before the shift',
    ],
    [
      'the group of another service',
      { group: { ...group, services: [{ cluster: 'shop', service: 'api' }] } },
      {},
      'Deployment group shop/web is for shop/api, not for shop/web.',
    ],
    [
      'a group for servers',
      { group: { ...group, computePlatform: 'Server' } },
      {},
      'is for the Server platform, not for ECS',
    ],
    [
      'a target group that is gone',
      { targetGroups: sound.targetGroups.slice(1) },
      {},
      'names target group blue, which does not exist',
    ],
    [
      'a service outside of the pair',
      {
        service: {
          ...service,
          taskSets: [{ ...primary, loadBalancers: [{ ...balancer, targetGroupArn: 'arn:x' }] }],
        },
      },
      {},
      'The tasks that serve are in arn:x, which is not one of the pair',
    ],
    [
      'a listener that is gone',
      { production: undefined },
      {},
      'The production listener arn:listener/80 does not exist.',
    ],
    [
      'a production listener on the other group',
      { production: listener(80, { [BLUE]: 0, [GREEN]: 100 }) },
      {},
      `--listener-arn arn:listener/80 --default-actions Type=forward,TargetGroupArn=${BLUE}`,
    ],
    [
      'a test listener on the other group',
      { test: listener(8080, { [GREEN]: 100 }) },
      {},
      'The test listener on port 8080 forwards to',
    ],
    [
      'weights that some canary left behind',
      { production: listener(80, { [BLUE]: 90, [GREEN]: 10 }) },
      {},
      `forwards to ${BLUE} 90 %, ${GREEN} 10 %`,
    ],
  ])('%s', (_, observed, asked, message) => {
    expect(refusal(observed, asked)).toContain(message);
  });

  test('everything that is wrong at once', () => {
    const said = refusal({ service: { ...service, desired: 0 }, config: undefined, production: undefined });
    expect(
      said.split('\n').filter((line) => /desired count|configuration|listener/.test(line)).length,
    ).toBeGreaterThan(2);
  });
});

test.each([
  ['awsvpc', 'ip', 'instance'],
  ['bridge', 'instance', 'ip'],
  ['host', 'instance', 'ip'],
])('tasks of network mode %s are fine behind targets of type %s, and not %s', (networkMode, right, wrong) => {
  const behind = (targetType: string): string =>
    refusal({
      revision: { ...sound.revision, networkMode },
      targetGroups: sound.targetGroups.map((one) => ({ ...one, targetType })),
    });
  expect(behind(right)).toBe('accepted');
  expect(behind(wrong)).toContain(
    `has targets of type ${wrong}; tasks of network mode ${networkMode} need ${right}.`,
  );
});

test('a gate is fine where the group waits long enough', () => {
  expect(refusal({ group: waiting }, { gate })).toBe('accepted');
  expect(refusal({ group: waiting }, { gate: { kind: 'health', minutes: 30, url: undefined } })).toBe(
    'accepted',
  );
});

test('zero tasks are fine when they are asked for, all at once behind a network load balancer too', () => {
  expect(refusal({ service: { ...service, desired: 0 } }, { allowZeroTasks: true })).toBe('accepted');
  expect(refusal({ production: listener(80, { [BLUE]: 100 }, 'TCP') })).toBe('accepted');
});

describe('words that AWS may have added since are no refusal', () => {
  test.each<[string, Partial<Observed>]>([
    ['a status of the service', { service: { ...service, status: 'REBALANCING' } }],
    ['a status of the revision', { revision: { ...sound.revision, status: 'ARCHIVED' } }],
    [
      'a network mode',
      {
        revision: { ...sound.revision, networkMode: 'awsvpc-trunk' },
        targetGroups: sound.targetGroups.map((one) => ({ ...one, targetType: 'ip' })),
      },
    ],
    [
      'a launch type and a capacity provider',
      {
        service: {
          ...service,
          taskSets: [
            {
              ...primary,
              launchType: 'LAMBDA_INSTANCES',
              capacityProviders: [{ capacityProvider: 'FARGATE_BURST', weight: 1, base: 0 }],
            },
          ],
        },
      },
    ],
    ['a state of stability', { service: { ...service, taskSets: [{ ...primary, stable: false }] } }],
  ])('%s', (_, observed) => {
    expect(refusal(observed)).toBe('accepted');
  });

  test.each<[string, string, Partial<RuleFacts>]>([
    [
      'service',
      'Service web in cluster shop is REBALANCING',
      { service: { ...service, status: 'REBALANCING' } },
    ],
    [
      'revision-active',
      'Task definition web:8 is ARCHIVED',
      { task: { label: 'web:8', status: 'ARCHIVED' } as DeployableTask },
    ],
  ])('rule %s warns of them', (id, message, facts) => {
    const rule = COMMON.find((one) => one.id === id);
    const found = rule?.judge({ ...sound, task: undefined, ...facts }, wanted);
    expect(found).toEqual([
      expect.objectContaining({
        status: 'warned',
        what: `${message}, a status that this version does not know.`,
      }),
    ]);
  });
});
