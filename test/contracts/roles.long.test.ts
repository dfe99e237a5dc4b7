import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type {
  DescribeStackEventsOutput,
  DescribeStacksOutput,
  StackEvent,
} from '@aws-sdk/client-cloudformation';
import type { DescribeServicesResponse } from '@aws-sdk/client-ecs';
import type {
  DescribeListenersOutput,
  DescribeLoadBalancersOutput,
  DescribeRulesOutput,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import type { AssumeRoleResponse } from '@aws-sdk/client-sts';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { writeOciLayout } from '@cutover/local/layout/oci-layout';
import type { RecordedCall } from '@cutover/simulator/kernel/simulator';
import { type RunningSimulator, startSimulator } from '@cutover/simulator/start';
import { awsManaged } from '@cutover/simulator/iam/aws-managed';
import { awsEnv, run } from '../bundles/action.ts';
import { decide, HAS_EVALUATOR, type Policy } from './evaluator.ts';

jest.setTimeout(400_000);

const STACK = 'sample';
const ACCOUNT = '123456789012';

/** Serves; its health check fails when it is told to. `migrate` writes one line and ends. */
const PROGRAM = `
  if (process.argv[2] === 'migrate') { console.log('one table made'); process.exit(0); }
  require('node:http').createServer((request, response) => {
    response.statusCode = request.url === '/health' && process.env.SICK === 'yes' ? 500 : 200;
    response.end(process.env.VERSION ?? '');
  }).listen(Number(process.env.PORT));
  process.on('SIGTERM', () => process.exit(0));`;

/** Secrets that the stack is told of, and one of somebody else's. */
const SECRET = `arn:aws:secretsmanager:us-east-1:${ACCOUNT}:secret:shop/token-AbCdEf`;
const OTHER_SECRET = `arn:aws:secretsmanager:us-east-1:${ACCOUNT}:secret:wages/token-AbCdEf`;

let simulator: RunningSimulator;
let folder: string;
let policy: Policy;
/** The deploy role's, once it is there. */
let session: Readonly<Record<string, string>> = {};
let calls: readonly RecordedCall[] = [];
/** What the simulated services asked of one another meanwhile. */
let inside: readonly { readonly service: string; readonly operation: string; readonly input: object }[] = [];
let outcomes: readonly string[] = [];

beforeAll(async () => {
  simulator = await startSimulator({ timeScale: 120 });
  folder = await mkdtemp(join(tmpdir(), 'cutover-role-'));
  await createStack();
  policy = (await policiesOf('DeployRole'))[0] ?? policy;
  session = await assumeDeployRole();
  simulator.sim.calls.length = 0;
  const seen: { service: string; operation: string; input: object }[] = [];
  const { sim } = simulator;
  const original = sim.call.bind(sim);
  sim.call = async <O extends object>(service: string, operation: string, input: object): Promise<O> => {
    seen.push({ service, operation, input });
    return await original<O>(service, operation, input);
  };
  outcomes = [
    await release('1', {}),
    await release('2', { 'codedeploy-deployment-config': 'CodeDeployDefault.ECSCanary10Percent5Minutes' }),
    await release('3', { 'environment-variables': 'SICK=yes' }),
    await scaled(),
    await act('rollback', { stack: STACK }),
    await migrateProtected(),
    await migrateProtected(),
  ];
  calls = [...simulator.sim.calls];
  inside = seen;
});

afterAll(async () => {
  await simulator.close();
  await rm(folder, { recursive: true, force: true });
});

async function assumeDeployRole(): Promise<Readonly<Record<string, string>>> {
  const { Stacks = [] } = await simulator.sim.call<DescribeStacksOutput>('cloudformation', 'DescribeStacks', {
    StackName: STACK,
  });
  const RoleArn = Stacks[0]?.Outputs?.find(({ OutputKey }) => OutputKey === 'DeployRoleArn')?.OutputValue;
  const { Credentials } = await simulator.sim.call<AssumeRoleResponse>('sts', 'AssumeRole', {
    RoleArn,
    RoleSessionName: 'GitHubActions',
    DurationSeconds: 43_200,
  });
  return {
    AWS_ACCESS_KEY_ID: Credentials?.AccessKeyId ?? '',
    AWS_SECRET_ACCESS_KEY: Credentials?.SecretAccessKey ?? '',
    AWS_SESSION_TOKEN: Credentials?.SessionToken ?? '',
  };
}

async function act(name: string, inputs: Readonly<Record<string, string>>): Promise<string> {
  const result = await run(name, {
    workspace: folder,
    inputs: { 'poll-interval-seconds': '0.2', ...inputs },
    env: { ...awsEnv(simulator.url), ...session },
  });
  await result.post();
  await result.dispose();
  const { outcome = 'none' } = result.outputs;
  return outcome === 'failed' || outcome === 'none'
    ? `${outcome}: ${result.errors.join('\n')} ${result.stderr}`
    : outcome;
}

/** With a snapshot, of which one is kept, behind a maintenance page that moves another rule. */
async function migrateProtected(): Promise<string> {
  void simulator.sim.service('rds').controls?.['POST /_simulator/databases']?.({ id: 'shop' });
  const { Listeners = [] } = await simulator.sim.call<DescribeListenersOutput>(
    'elasticloadbalancing',
    'DescribeListeners',
    { LoadBalancerArn: await loadBalancer() },
  );
  const listener = Listeners.find(({ Port }) => Port === 18_080)?.ListenerArn;
  const { Rules = [] } = await simulator.sim.call<DescribeRulesOutput>(
    'elasticloadbalancing',
    'DescribeRules',
    { ListenerArn: listener },
  );
  if (!Rules.some(({ Priority }) => Priority === '1')) {
    await simulator.sim.call('elasticloadbalancing', 'CreateRule', {
      ListenerArn: listener,
      Priority: 1,
      Conditions: [{ Field: 'path-pattern', PathPatternConfig: { Values: ['/status'] } }],
      Actions: [{ Type: 'fixed-response', FixedResponseConfig: { StatusCode: '200' } }],
    });
  }
  const { Stacks = [] } = await simulator.sim.call<DescribeStacksOutput>('cloudformation', 'DescribeStacks', {
    StackName: STACK,
  });
  const output = (name: string): string =>
    Stacks[0]?.Outputs?.find(({ OutputKey }) => OutputKey === name)?.OutputValue ?? '';
  const { services = [] } = await simulator.sim.call<DescribeServicesResponse>('ecs', 'DescribeServices', {
    cluster: output('ClusterName'),
    services: [output('ServiceName')],
  });
  migrations += 1;
  const result = await run('run-migration-task', {
    workspace: folder,
    inputs: {
      stack: STACK,
      'task-definition-arn': services[0]?.taskSets?.[0]?.taskDefinition ?? '',
      command: 'node server.js migrate',
      'poll-interval-seconds': '0.2',
      snapshot: 'shop',
      'snapshot-keep': '1',
      maintenance: 'true',
    },
    env: { ...awsEnv(simulator.url), GITHUB_RUN_ATTEMPT: String(migrations) },
  });
  // The second one finds the page that the first left, as if its runner had died.
  if (migrations > 1) await result.post();
  await result.dispose();
  return result.outputs['outcome'] ?? result.stderr;
}

/** To another revision, while a scalable target takes the service for its own. */
async function scaled(): Promise<string> {
  const { Stacks = [] } = await simulator.sim.call<DescribeStacksOutput>('cloudformation', 'DescribeStacks', {
    StackName: STACK,
  });
  const output = (name: string): string =>
    Stacks[0]?.Outputs?.find(({ OutputKey }) => OutputKey === name)?.OutputValue ?? '';
  const [cluster, service] = [output('ClusterName'), output('ServiceName')];
  await simulator.sim.call('application-autoscaling', 'RegisterScalableTarget', {
    ServiceNamespace: 'ecs',
    ResourceId: `service/${cluster}/${service}`,
    ScalableDimension: 'ecs:service:DesiredCount',
    MinCapacity: 1,
    MaxCapacity: 4,
  });
  const { services = [] } = await simulator.sim.call<DescribeServicesResponse>('ecs', 'DescribeServices', {
    cluster,
    services: [service],
  });
  const serving = services[0]?.taskSets?.find(({ status }) => status === 'PRIMARY')?.taskDefinition ?? '';
  const number = Number(serving.slice(serving.lastIndexOf(':') + 1));
  const outcome = await act('blue-green-codedeploy', {
    stack: STACK,
    'task-definition-arn': serving.replace(/\d+$/, String(number > 1 ? number - 1 : number + 1)),
    'suspend-auto-scaling': 'true',
    'wait-until': 'completed',
  });
  // The next step finds scaling suspended, and reads from the tags whether a run left it behind.
  await simulator.sim.call('application-autoscaling', 'RegisterScalableTarget', {
    ServiceNamespace: 'ecs',
    ResourceId: `service/${cluster}/${service}`,
    ScalableDimension: 'ecs:service:DesiredCount',
    SuspendedState: { DynamicScalingInSuspended: true },
  });
  return outcome;
}

let migrations = 0;

async function loadBalancer(): Promise<string> {
  const { LoadBalancers = [] } = await simulator.sim.call<DescribeLoadBalancersOutput>(
    'elasticloadbalancing',
    'DescribeLoadBalancers',
    {},
  );
  return LoadBalancers[0]?.LoadBalancerArn ?? '';
}

async function createStack(): Promise<void> {
  const outcome = await act('deploy-stack', {
    name: STACK,
    'parameter-overrides': [
      'ListenerPort=18080',
      'TestListenerPort=18081',
      'HealthCheckPath=/health',
      'HealthCheckIntervalSeconds=5',
      'HealthCheckTimeoutSeconds=2',
      'HealthyThreshold=2',
      'UnhealthyThreshold=2',
      'DeregistrationDelaySeconds=30',
      'BlueTerminationWaitMinutes=1',
      'GitHubOrg=octo',
      'GitHubRepo=shop',
      `DatabaseArn=arn:aws:rds:us-east-1:${ACCOUNT}:db:shop`,
      `SecretArns=${SECRET}`,
    ].join('\n'),
  });
  expect(outcome).toBe('succeeded');
}

interface RoleProperties {
  readonly Policies?: readonly { readonly PolicyDocument: Policy }[];
  readonly ManagedPolicyArns?: readonly string[];
}

/** A role's policies with every reference resolved, as CloudFormation handed them to IAM, and AWS's own that it has. */
async function policiesOf(role: string): Promise<readonly Policy[]> {
  const { StackEvents = [] } = await simulator.sim.call<DescribeStackEventsOutput>(
    'cloudformation',
    'DescribeStackEvents',
    { StackName: STACK },
  );
  const event: StackEvent | undefined = StackEvents.find(
    ({ LogicalResourceId, ResourceStatus }) =>
      LogicalResourceId === role && ResourceStatus === 'CREATE_COMPLETE',
  );
  const { ManagedPolicyArns = [], Policies = [] } = JSON.parse(
    event?.ResourceProperties ?? '{}',
  ) as RoleProperties;
  return [
    ...Policies.map(({ PolicyDocument }) => PolicyDocument),
    ...ManagedPolicyArns.map((arn) => ({ Version: '2012-10-17', ...awsManaged(arn) }) as Policy),
  ];
}

async function release(version: string, inputs: Readonly<Record<string, string>>): Promise<string> {
  const files = join(folder, `app-${version}`);
  await mkdir(files);
  await writeFile(join(files, 'server.js'), PROGRAM);
  const layout = join(folder, `image-${version}`);
  await writeOciLayout(layout, { files, command: ['node', 'server.js'], port: 8080, labels: {} });
  return await act('pipeline', {
    stack: STACK,
    tag: `v${version}`,
    'oci-layout': layout,
    'task-definition': await taskDefinition(),
    'environment-variables': `VERSION=${version}`,
    'migration-command': 'node server.js migrate',
    ...inputs,
  });
}

/** As a repository of users has it. */
async function taskDefinition(): Promise<string> {
  const path = join(folder, 'task-definition.json');
  const definition = {
    networkMode: 'awsvpc',
    requiresCompatibilities: ['FARGATE'],
    cpu: '256',
    memory: '512',
    tags: [{ key: 'team', value: 'shop' }],
    containerDefinitions: [
      { name: 'app', image: 'app', essential: true, portMappings: [{ containerPort: 8080 }] },
    ],
  };
  await writeFile(path, JSON.stringify(definition));
  return path;
}

interface Refusal {
  readonly action: string;
  readonly resource: string;
  readonly conditions: unknown;
  readonly why: unknown;
}

/** What the policies refuse of the permissions that calls need. */
async function refusals(
  tried: readonly Policy[],
  permissions: readonly RecordedCall['iam'][number][],
): Promise<Refusal[]> {
  const needed = new Map<string, RecordedCall['iam'][number] & { resource: string }>();
  for (const call of permissions) {
    for (const resource of call.resources)
      needed.set(JSON.stringify([call, resource]), { ...call, resource });
  }
  const found: Refusal[] = [];
  for (const { action, conditions, resource } of needed.values()) {
    const why = await decide(tried, { action, resource, conditions });
    if (why !== 'Allowed') found.push({ action, resource, conditions, why });
  }
  return found;
}

const needed = (): RecordedCall['iam'][number][] => calls.flatMap(({ iam }) => iam);

const skippable = HAS_EVALUATOR ? describe : describe.skip;

skippable('the roles of the template', () => {
  test('three releases, a deployment while something scales, a rollback and two migrations ended as they should', () => {
    expect(outcomes).toEqual([
      'succeeded',
      'succeeded',
      'rolled-back',
      'succeeded',
      'succeeded',
      'succeeded',
      'succeeded',
    ]);
    const made = new Set(calls.map(({ operation }) => operation));
    for (const operation of ['SetRulePriorities', 'AddTags', 'DeleteRule', 'DeleteDBSnapshot'])
      expect(made).toContain(operation);
    expect(new Set(calls.map(({ service }) => service)).size).toBeGreaterThan(5);
  });

  test('the deploy role of the template allows every call that they made', async () => {
    expect(await refusals([policy], needed())).toEqual([]);
  });

  describe('without its statement', () => {
    test.each([
      ['DiscoverStack', 'cloudformation:DescribeStacks'],
      ['RegisterTaskDefinitions', 'ecs:RegisterTaskDefinition'],
      ['TaskDefinitions', 'ecs:DescribeTaskDefinition'],
      ['TagTaskDefinitions', 'ecs:TagResource'],
      ['PassRoles', 'iam:PassRole'],
      ['CheckRoles', 'iam:GetRole'],
      ['Service', 'ecs:DescribeServices'],
      ['RunTasks', 'ecs:RunTask'],
      ['FollowTasks', 'ecs:DescribeTasks'],
      ['Logs', 'logs:GetLogEvents'],
      ['Deployments', 'codedeploy:CreateDeployment'],
      ['DeploymentConfigs', 'codedeploy:GetDeploymentConfig'],
      ['MaintenancePage', 'elasticloadbalancing:CreateRule'],
      ['SeeDatabase', 'rds:DescribeDBInstances'],
      ['SaveDatabase', 'rds:CreateDBSnapshot'],
      ['TagSnapshots', 'rds:AddTagsToResource'],
      ['DeleteSnapshots', 'rds:DeleteDBSnapshot'],
      ['SuspendScaling', 'application-autoscaling:RegisterScalableTarget'],
      ['MarkSuspension', 'application-autoscaling:TagResource'],
      ['ReadSuspension', 'application-autoscaling:ListTagsForResource'],
      ['ScaleService', 'ecs:UpdateService'],
      ['Observe', 'elasticloadbalancing:DescribeTargetHealth'],
    ])('%s it would be refused %s', async (sid, action) => {
      const less = { ...policy, Statement: policy.Statement.filter(({ Sid }) => Sid !== sid) };
      expect((await refusals([less], needed())).map((refusal) => refusal.action)).toContain(action);
    });
  });

  const A = `us-east-1:${ACCOUNT}`;

  describe('the deploy role may not', () => {
    test.each([
      ['save another database', 'rds:CreateDBSnapshot', `arn:aws:rds:${A}:db:wages`, {}],
      [
        'save its database under another name',
        'rds:CreateDBSnapshot',
        `arn:aws:rds:${A}:snapshot:nightly`,
        { 'aws:RequestTag/cutover:snapshot-of': 'shop' },
      ],
      [
        'delete the snapshot of another stack’s database',
        'rds:DeleteDBSnapshot',
        `arn:aws:rds:${A}:snapshot:cutover-wages-1-1-abcdef`,
        { 'aws:ResourceTag/cutover:snapshot-of': 'wages' },
      ],
      [
        'delete a snapshot that nothing marks',
        'rds:DeleteDBSnapshot',
        `arn:aws:rds:${A}:snapshot:cutover-shop-1-1-abcdef`,
        {},
      ],
      [
        'mark the snapshot of another stack’s database as its own',
        'rds:AddTagsToResource',
        `arn:aws:rds:${A}:snapshot:cutover-wages-1-1-abcdef`,
        {
          'aws:RequestTag/cutover:snapshot-of': 'shop',
          'aws:ResourceTag/cutover:snapshot-of': 'wages',
        },
      ],
      ['look at a secret of somebody else', 'secretsmanager:DescribeSecret', OTHER_SECRET, {}],
      ['read the value of a secret', 'secretsmanager:GetSecretValue', SECRET, {}],
      [
        'suspend the scaling of anything but ECS services',
        'application-autoscaling:RegisterScalableTarget',
        `arn:aws:application-autoscaling:${A}:scalable-target/1`,
        {
          'application-autoscaling:service-namespace': 'dynamodb',
          'application-autoscaling:scalable-dimension': 'dynamodb:table:ReadCapacityUnits',
        },
      ],
      ['change another service', 'ecs:UpdateService', `arn:aws:ecs:${A}:service/wages/wages`, {}],
      [
        'write another tag of a scalable target',
        'application-autoscaling:TagResource',
        `arn:aws:application-autoscaling:${A}:scalable-target/1`,
        { 'aws:TagKeys': ['owner'] },
      ],
      [
        'stop deployments of another Region',
        'codedeploy:StopDeployment',
        '*',
        { 'aws:RequestedRegion': 'eu-west-1' },
      ],
      [
        'deploy with another deployment group',
        'codedeploy:CreateDeployment',
        `arn:aws:codedeploy:${A}:deploymentgroup:wages/wages`,
        {},
      ],
      [
        'pass another role',
        'iam:PassRole',
        `arn:aws:iam::${ACCOUNT}:role/admin`,
        { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' },
      ],
      [
        'stop tasks of another cluster',
        'ecs:StopTask',
        `arn:aws:ecs:${A}:task/wages/0a`,
        { 'ecs:cluster': `arn:aws:ecs:${A}:cluster/wages` },
      ],
    ])('%s', async (_, action, resource, conditions) => {
      expect(await decide([policy], { action, resource, conditions })).toBe('ImplicitlyDenied');
    });
  });

  /** Operations with which CodeDeploy carries out a deployment; the services use others on their own account. */
  const BY_CODEDEPLOY =
    /^(ecs:(CreateTaskSet|UpdateServicePrimaryTaskSet|DeleteTaskSet)|elasticloadbalancing:Modify(Listener|Rule))$/;

  describe('the role of CodeDeploy', () => {
    const made = (): RecordedCall['iam'][number][] =>
      inside
        .filter(({ operation, service }) => BY_CODEDEPLOY.test(`${service}:${operation}`))
        .flatMap(({ input, operation, service }) => simulator.sim.permissions(service, operation, input));

    test('allows what the deployments did', async () => {
      const policies = await policiesOf('CodeDeployRole');
      expect(new Set(made().map(({ action }) => action))).toEqual(
        new Set([
          'ecs:CreateTaskSet',
          'ecs:UpdateServicePrimaryTaskSet',
          'ecs:DeleteTaskSet',
          'elasticloadbalancing:ModifyListener',
        ]),
      );
      expect(await refusals(policies, made())).toEqual([]);
    });

    test('may pass the roles of the tasks, and do the rest of what the guide’s policy allows for a service', async () => {
      const policies = await policiesOf('CodeDeployRole');
      const passed = calls.flatMap(({ iam }) => iam).filter(({ action }) => action === 'iam:PassRole');
      expect(passed.length).toBeGreaterThan(0);
      expect(await refusals(policies, passed)).toEqual([]);
      for (const action of ['DescribeListeners', 'DescribeRules', 'DescribeTargetGroups'])
        expect(await decide(policies, { action: `elasticloadbalancing:${action}`, resource: '*' })).toBe(
          'Allowed',
        );
      expect(
        await decide(policies, {
          action: 'lambda:InvokeFunction',
          resource: `arn:aws:lambda:${A}:function:CodeDeployHook_check`,
        }),
      ).toBe('Allowed');
    });

    test.each([
      [
        'create task sets of another service',
        'ecs:CreateTaskSet',
        `arn:aws:ecs:${A}:task-set/wages/wages/ecs-svc/1`,
      ],
      [
        'turn another load balancer',
        'elasticloadbalancing:ModifyListener',
        `arn:aws:elasticloadbalancing:${A}:listener/app/wages/1/2`,
      ],
      ['run any function', 'lambda:InvokeFunction', `arn:aws:lambda:${A}:function:wages`],
    ])('may not %s', async (_, action, resource) => {
      expect(await decide(await policiesOf('CodeDeployRole'), { action, resource })).toBe('ImplicitlyDenied');
    });
  });

  describe('the execution role', () => {
    test.each([
      ['ecr:GetAuthorizationToken', '*', 'Allowed'],
      ['ecr:BatchGetImage', `arn:aws:ecr:${A}:repository/shop`, 'Allowed'],
      ['ecr:GetDownloadUrlForLayer', `arn:aws:ecr:${A}:repository/shop`, 'Allowed'],
      ['logs:CreateLogStream', `arn:aws:logs:${A}:log-group:/shop:log-stream:app/1`, 'Allowed'],
      ['logs:PutLogEvents', `arn:aws:logs:${A}:log-group:/shop:log-stream:app/1`, 'Allowed'],
      ['secretsmanager:GetSecretValue', SECRET, 'Allowed'],
      ['secretsmanager:GetSecretValue', OTHER_SECRET, 'ImplicitlyDenied'],
      ['ssm:GetParameters', `arn:aws:ssm:${A}:parameter/shop/token`, 'ImplicitlyDenied'],
      ['ecr:PutImage', `arn:aws:ecr:${A}:repository/shop`, 'ImplicitlyDenied'],
    ])('%s on %s: %s', async (action, resource, expected) => {
      expect(await decide(await policiesOf('ExecutionRole'), { action, resource })).toBe(expected);
    });
  });

  test('the task role has no rights but those of the parameter TaskRolePolicyArns', async () => {
    expect(await policiesOf('TaskRole')).toEqual([]);
  });
});
