import type { DeploymentGroup } from '@cutover/domain/codedeploy/deployment';
import type { TaskSet } from '@cutover/domain/task/ecs-service';
import { inputs } from '@cutover/steps/blue-green-codedeploy/inputs';
import { planBlueGreen } from '@cutover/steps/deploy/plan';
import { readRequest } from '@cutover/steps/deploy/request';
import type { Observed } from '@cutover/steps/deployment/codedeploy/observe';
import { engineOfWeb } from '@cutover/steps/deployment/codedeploy/testing/engine';
import { testWorld } from '@cutover/steps/testing/world';
import { inPlan } from './pure.ts';
import { shows, type InputProofs } from './proof.ts';

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
  autoRollbackEvents: [],
  alarms: { enabled: true, names: ['web-errors'], ignorePollFailure: false },
};
const balancer = { targetGroupArn: BLUE, containerName: 'app', containerPort: 8080 };

/** Service web with a group that waits before the shift; its revision listens on two ports. */
const observed = (desired: number) =>
  ({
    environment: { cluster: 'shop', service: 'web' },
    group,
    service: {
      name: 'web',
      status: 'ACTIVE',
      controller: 'CODE_DEPLOY',
      desired,
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
      containers: [{ name: 'app', essential: true, ports: [8080, 9090] }],
    },
    config: { name: 'CodeDeployDefault.ECSAllAtOnce', routing: { type: 'AllAtOnce' } },
    targetGroups: [
      { arn: BLUE, name: 'blue', loadBalancerArns: ['arn:balancer'] },
      { arn: GREEN, name: 'green', loadBalancerArns: [] },
    ],
    production: listener(80),
    test: listener(8080),
    readyWaitMinutes: 30,
  }) as unknown as Observed;

const APP_SPEC = `
version: 0.0
Resources:
  - TargetService:
      Type: AWS::ECS::Service
      Properties:
        TaskDefinition: <TASK_DEFINITION>
        LoadBalancerInfo: { ContainerName: app, ContainerPort: 9090 }
`;

/** Plans the deployment of web:8; the order is what is sent to CodeDeploy, and how the deployment is followed. */
const open = (desired: number): InputProofs['open'] => {
  const world = testWorld({
    run: { commit: '', runUrl: '' },
    files: { read: async () => await Promise.resolve(APP_SPEC) },
  });
  const { service, 'task-definition-arn': revision } = inputs;
  const schema: typeof inputs = {
    ...inputs,
    service: { ...service, default: 'web' },
    'task-definition-arn': { ...revision, default: 'web:8' },
  };
  return inPlan(schema, async (given) => {
    const request = await readRequest(given, world);
    const engine = engineOfWeb(world, group, request.engine);
    return planBlueGreen(engine, request, observed(desired), 'http://test:8080');
  });
};

const HTTP = { gate: 'http' };
const COMMAND = { gate: 'command', 'gate-command': 'bash smoke-test.sh' };

export const order: InputProofs = {
  action: 'blue-green-codedeploy',
  open: open(1),
  proofs: [
    shows(
      'codedeploy-deployment-config',
      'CodeDeployDefault.ECSLinear10PercentEvery1Minutes',
      {},
      '"config":"CodeDeployDefault.ECSLinear10PercentEvery1Minutes"',
    ),
    shows(
      'ignore-poll-alarm-failure',
      'true',
      {},
      '"alarms":{"enabled":true,"names":["web-errors"],"ignorePollFailure":true}',
    ),
    shows('codedeploy-appspec', 'appspec.yml', {}, /ContainerPort\W+9090/),
    shows('codedeploy-deployment-description', 'second try', {}, '"description":"second try'),
    shows('auto-rollback-events', 'none', {}, '"autoRollbackEvents":[]'),
    shows('alarms', 'errors', {}, '"alarms":{"enabled":true,"names":["errors"]'),
    shows('ignore-alarms', 'true', {}, '"ignoreAlarms":true'),
    shows('container-name', 'api', {}, 'api'),
    shows('container-port', '9090', {}, /ContainerPort\W+9090/),
    shows('gate', 'health', {}, '"gate":{"kind":"health"'),
    shows('gate-path', '/ready', HTTP, '"url":"http://test:8080/ready"'),
    shows('gate-url', 'https://test.example.com/ready', HTTP, '"url":"https://test.example.com/ready"'),
    shows('gate-expect-status', '204', HTTP, '"statuses":[[204,204]]'),
    shows('gate-command', 'bash smoke-test.sh', { gate: 'command' }, '"command":["bash","smoke-test.sh"]'),
    shows('gate-aws-credentials', 'true', COMMAND, '"awsCredentials":true'),
    shows('gate-timeout-minutes', '7', HTTP, '"limitMs":420000'),
    shows('wait-until', 'completed', {}, '"waitUntil":"completed"'),
    shows('wait-for-minutes', '7', {}, '"budget":{"totalMs":420000'),
    shows('poll-interval-seconds', '9', {}, '"intervalMs":9000'),
    shows('max-failed-tasks', '9', {}, '"maxFailedTasks":9'),
    shows('on-cancel', 'leave', {}, '"onCancel":"leave"'),
  ],
};

export const orderOfNoTask: InputProofs = {
  action: 'blue-green-codedeploy',
  open: open(0),
  proofs: [shows('allow-zero-tasks', 'true', {}, '"kind":"deploy"')],
};
