import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runSimulation } from '@cloud-copilot/iam-simulate';
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
import { writeOciLayout } from '@cutover/demo/oci-layout';
import type { RecordedCall } from '@cutover/simulator/kernel/simulator';
import { type RunningSimulator, startSimulator } from '@cutover/simulator/start';
import { awsEnv, run } from '../bundles/action.ts';

jest.setTimeout(300_000);

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

interface Statement {
  readonly Sid: string;
}

interface Policy {
  readonly Version: string;
  readonly Statement: readonly Statement[];
}

let simulator: RunningSimulator;
let folder: string;
let policy: Policy;
/** The deploy role's, once it is there. */
let session: Readonly<Record<string, string>> = {};
let calls: readonly RecordedCall[] = [];
let outcomes: readonly string[] = [];

beforeAll(async () => {
  simulator = await startSimulator({ timeScale: 120 });
  folder = await mkdtemp(join(tmpdir(), 'cutover-role-'));
  await createStack();
  policy = await rolePolicy();
  session = await assumeDeployRole();
  simulator.sim.calls.length = 0;
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
  return await act('blue-green-codedeploy', {
    stack: STACK,
    'task-definition-arn': serving.replace(/\d+$/, String(number > 1 ? number - 1 : number + 1)),
    'suspend-auto-scaling': 'true',
    'wait-until': 'completed',
  });
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
    ].join('\n'),
  });
  expect(outcome).toBe('succeeded');
}

/** The deploy role's policy with every reference resolved, as CloudFormation handed it to IAM. */
async function rolePolicy(): Promise<Policy> {
  const { StackEvents = [] } = await simulator.sim.call<DescribeStackEventsOutput>(
    'cloudformation',
    'DescribeStackEvents',
    { StackName: STACK },
  );
  const event: StackEvent | undefined = StackEvents.find(
    ({ LogicalResourceId, ResourceStatus }) =>
      LogicalResourceId === 'DeployRole' && ResourceStatus === 'CREATE_COMPLETE',
  );
  const { Policies } = JSON.parse(event?.ResourceProperties ?? '{}') as {
    Policies: readonly { PolicyDocument: Policy }[];
  };
  const [only] = Policies;
  if (only === undefined || Policies.length > 1) throw new Error('the deploy role has one policy');
  return only.PolicyDocument;
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

/**
 * The data behind the simulation knows this action of the classic load balancers only, so finds no type for the ARN of a
 * rule; the reference of Elastic Load Balancing V2 names listener rules among its resources.
 */
const UNKNOWN_RESOURCE = 'elasticloadbalancing:AddTags';

/** What the policy refuses of the permissions that the recorded calls need. */
async function refusals(tried: Policy): Promise<Refusal[]> {
  const needed = new Map<string, RecordedCall['iam'][number] & { resource: string }>();
  for (const { iam } of calls) {
    for (const call of iam) {
      for (const resource of call.resources)
        needed.set(JSON.stringify([call, resource]), { ...call, resource });
    }
  }
  const found: Refusal[] = [];
  for (const { action, resource, conditions } of needed.values()) {
    const result = await runSimulation(
      {
        request: {
          principal: `arn:aws:iam::${ACCOUNT}:role/deploy`,
          action,
          resource: { resource, accountId: ACCOUNT },
          contextVariables: conditions as Record<string, string | string[]>,
        },
        identityPolicies: [{ name: 'deploy', policy: tried }],
        serviceControlPolicies: [],
        resourceControlPolicies: [],
      },
      {},
    );
    if (
      action === UNKNOWN_RESOURCE &&
      result.resultType === 'error' &&
      result.errors?.message === 'no.resource.types'
    )
      continue;
    if (result.resultType === 'error') found.push({ action, resource, conditions, why: result.errors });
    else if (result.overallResult !== 'Allowed')
      found.push({ action, resource, conditions, why: result.overallResult });
  }
  return found;
}

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
  expect(await refusals(policy)).toEqual([]);
});

describe('without its statement', () => {
  test.each([
    ['DiscoverStack', 'cloudformation:DescribeStacks'],
    ['TaskDefinitions', 'ecs:RegisterTaskDefinition'],
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
    ['SaveDatabase', 'rds:DescribeDBInstances'],
    ['OwnSnapshots', 'rds:AddTagsToResource'],
    ['SuspendScaling', 'application-autoscaling:RegisterScalableTarget'],
    ['ScaleService', 'ecs:UpdateService'],
    ['Observe', 'elasticloadbalancing:DescribeTargetHealth'],
  ])('%s it would be refused %s', async (sid, action) => {
    const less = { ...policy, Statement: policy.Statement.filter(({ Sid }) => Sid !== sid) };
    expect((await refusals(less)).map((refusal) => refusal.action)).toContain(action);
  });
});
