import { expect, test } from '@jest/globals';
import type { KnownDeployment } from '@cutover/domain/codedeploy/known-deployment';
import type { Digest } from '@cutover/domain/image/digest';
import { parseInputs } from '@cutover/domain/inputs/input';
import type { ServiceState } from '@cutover/domain/task/ecs-service';
import type { Observed } from '../deployment/codedeploy/observe.ts';
import type { CodeDeployOrder } from '../deployment/codedeploy/plan.ts';
import { engineOfWeb } from '../deployment/codedeploy/testing/engine.ts';
import type { World } from '../world.ts';
import { inputs } from './inputs.ts';
import { parseGoal, type Goal } from './goal.ts';
import { planRollback } from './plan.ts';

const BLUE = 'arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/blue/1';
const SERVING = 'arn:aws:ecs:us-east-1:123456789012:task-definition/web:8';
const listener = {
  arn: 'arn:listener',
  loadBalancerArn: 'arn:balancer',
  port: 80,
  protocol: 'HTTP',
  rules: [{ priority: 'default', forwards: [{ targetGroupArn: BLUE, percent: 100 }] }],
};
const observed: Observed = {
  region: 'us-east-1',
  environment: { cluster: 'shop', service: 'web' },
  group: {
    application: 'shop',
    name: 'web',
    config: 'CodeDeployDefault.ECSCanary10Percent15Minutes',
    computePlatform: 'ECS',
    services: [{ cluster: 'shop', service: 'web' }],
    targetGroups: ['blue', 'green'],
    productionListener: 'arn:listener',
    readyAction: 'CONTINUE_DEPLOYMENT',
    readyWaitMinutes: 0,
    terminationWaitMinutes: 60,
    autoRollbackEvents: ['DEPLOYMENT_STOP_ON_ALARM'],
  },
  service: {
    name: 'web',
    status: 'ACTIVE',
    controller: 'CODE_DEPLOY',
    desired: 0,
    taskSets: [
      {
        id: 'ecs-svc/1',
        status: 'PRIMARY',
        taskDefinition: SERVING,
        capacityProviders: [{ capacityProvider: 'FARGATE_SPOT', weight: 1, base: 0 }],
        loadBalancers: [{ targetGroupArn: BLUE, containerName: 'app', containerPort: 8080 }],
      },
    ],
  } as unknown as ServiceState,
  revision: {
    arn: SERVING.replace(':8', ':5'),
    status: 'ACTIVE',
    containers: [{ name: 'server', essential: true, ports: [3000] }],
  },
  configName: 'CodeDeployDefault.ECSAllAtOnce',
  config: { name: 'CodeDeployDefault.ECSAllAtOnce', routing: { type: 'AllAtOnce' } },
  targetGroups: [
    { arn: BLUE, name: 'blue', loadBalancerArns: [] },
    { arn: BLUE.replace('blue', 'green'), name: 'green', loadBalancerArns: [] },
  ],
  production: listener,
  test: undefined,
  readyWaitMinutes: 0,
};
const run = {
  repository: 'octo/shop',
  commit: 'c'.repeat(40),
  ref: 'refs/heads/main',
  runId: '1',
  runAttempt: '1',
  job: 'rollback',
  runUrl: 'https://github.com/octo/shop/actions/runs/1',
  actor: 'octocat',
};

const past = {
  state: { id: 'd-1' },
} as unknown as KnownDeployment;
/** An account that knows the AppSpec with which web:5 was deployed last. */
const world = {
  run,
  aws: {
    deployments: {
      appSpec: () =>
        Promise.resolve(
          'Resources: [{T: {Properties: {LoadBalancerInfo: {ContainerName: server, ContainerPort: 3000}}}}]',
        ),
    },
  },
} as unknown as World;
const engine = engineOfWeb(world, {}, { config: 'CodeDeployDefault.ECSAllAtOnce' });
const request = async () => ({
  revision: 'web:5',
  container: await engine.containerOf(past),
  waitUntil: 'traffic-shifted' as const,
  waitForMinutes: undefined,
  intervalMs: 5000,
});

test('goes back with the container that the old revision served with, alarms silenced, whatever the desired count', async () => {
  const order = planRollback(engine, await request(), observed) as CodeDeployOrder;
  expect(order).toMatchObject({
    revision: SERVING.replace(':8', ':5'),
    previous: SERVING,
    config: 'CodeDeployDefault.ECSAllAtOnce',
    autoRollbackEvents: ['DEPLOYMENT_FAILURE'],
    ignoreAlarms: true,
    onCancel: 'leave',
  });
  expect(order.description).toMatch(/^rollback web:8 -> web:5 commit c{40} /);
  expect(JSON.parse(order.appSpec)).toMatchObject({
    Resources: [
      {
        TargetService: {
          Properties: {
            LoadBalancerInfo: { ContainerName: 'server', ContainerPort: 3000 },
            CapacityProviderStrategy: [{ CapacityProvider: 'FARGATE_SPOT' }],
          },
        },
      },
    ],
  });
});

test('an INACTIVE revision is planned as its copy will be', async () => {
  const inactive = { ...observed, revision: { ...observed.revision, status: 'INACTIVE' } } as Observed;
  expect(planRollback(engine, await request(), inactive).revision).toBe(SERVING.replace(':8', ':5'));
});

const DIGEST = `sha256:${'ab'.repeat(32)}`;

test.each<[string, Goal]>([
  ['7', { kind: 'number', number: '7' }],
  ['1234567', { kind: 'number', number: '1234567' }],
  ['api:7', { kind: 'revision', revision: 'api:7' }],
  ['deadbeef:7', { kind: 'revision', revision: 'deadbeef:7' }],
  [SERVING, { kind: 'revision', revision: SERVING }],
  ['1A2b3c4', { kind: 'commit', commit: '1a2b3c4' }],
  ['c'.repeat(40), { kind: 'commit', commit: 'c'.repeat(40) }],
  [DIGEST, { kind: 'digest', digest: DIGEST as Digest }],
])('to: %s', (to, goal) => {
  expect(parseGoal(parseInputs(inputs, { to }).to ?? '')).toEqual(goal);
});

test.each([
  '0',
  'web',
  'latest',
  'web:',
  'arn:aws:s3:::web:7',
  '-1',
  'abcdef',
  'c'.repeat(41),
  'sha256:ab',
  '0x1a2b3c4',
])('to: %s is refused', (to) => {
  expect(() => parseInputs(inputs, { to })).toThrow('is not a revision, a commit or a digest');
});
