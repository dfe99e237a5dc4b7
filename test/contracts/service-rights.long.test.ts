import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DescribeStackEventsOutput, DescribeStacksOutput } from '@aws-sdk/client-cloudformation';
import type { AssumeRoleResponse } from '@aws-sdk/client-sts';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { writeOciLayout } from '@cutover/local/layout/oci-layout';
import type { RecordedCall } from '@cutover/simulator/kernel/simulator';
import { type RunningSimulator, startSimulator } from '@cutover/simulator/start';
import { awsEnv, run } from '../bundles/action.ts';
import { decide, HAS_EVALUATOR, type Policy } from './evaluator.ts';

jest.setTimeout(300_000);

/** A worker: it writes one line, and ends at once when it is told to. */
const PROGRAM = `
  console.log('version ' + process.env.VERSION);
  if (process.env.SICK === 'yes') process.exit(3);
  const alive = setInterval(() => {}, 1000);
  process.on('SIGTERM', () => { clearInterval(alive); });`;

let simulator: RunningSimulator;
let folder: string;
/** Policy of the main stack's deploy role, and what the stack of the worker adds to it. */
let main: Policy;
let added: Policy;
let session: Readonly<Record<string, string>> = {};
let calls: readonly RecordedCall[] = [];
let outcomes: readonly string[] = [];
/** Revisions that the service ran after each release. */
let served: readonly string[] = [];

beforeAll(async () => {
  simulator = await startSimulator({ timeScale: 120 });
  folder = await mkdtemp(join(tmpdir(), 'cutover-service-role-'));
  await stack({
    name: 'shop',
    'parameter-overrides': 'ListenerPort=18090\nTestListenerPort=18091\nGitHubOrg=octo\nGitHubRepo=shop',
  });
  await stack({
    name: 'shop-worker',
    template: 'service',
    'parameters-from': 'shop',
    'parameter-overrides': 'OwnRepository=true',
  });
  main = await policyOf('shop', 'DeployRole');
  added = await policyOf('shop-worker', 'DeployRights');
  session = await assumeDeployRole();
  simulator.sim.calls.length = 0;
  const first = await release('1', {});
  const after = await running();
  const second = await release('2', { 'environment-variables': 'SICK=yes\nVERSION=2' });
  outcomes = [first, second];
  served = [after, await running()];
  calls = [...simulator.sim.calls];
});

afterAll(async () => {
  await simulator.close();
  await rm(folder, { recursive: true, force: true });
});

async function act(
  name: string,
  inputs: Readonly<Record<string, string>>,
): Promise<{ readonly outcome: string; readonly outputs: Readonly<Record<string, string>> }> {
  const result = await run(name, {
    workspace: folder,
    inputs: { ...(name.startsWith('deploy-') ? { 'poll-interval-seconds': '0.2' } : {}), ...inputs },
    env: { ...awsEnv(simulator.url), ...session },
  });
  await result.dispose();
  const { outcome = 'none' } = result.outputs;
  const said = `${outcome}: ${result.errors.join('\n')} ${result.stderr}`;
  return { outcome: outcome === 'failed' || outcome === 'none' ? said : outcome, outputs: result.outputs };
}

async function stack(inputs: Readonly<Record<string, string>>): Promise<void> {
  expect((await act('deploy-stack', inputs)).outcome).toBe('succeeded');
}

async function outputsOf(name: string): Promise<Readonly<Record<string, string>>> {
  const { Stacks = [] } = await simulator.sim.call<DescribeStacksOutput>('cloudformation', 'DescribeStacks', {
    StackName: name,
  });
  return Object.fromEntries(
    (Stacks[0]?.Outputs ?? []).map(({ OutputKey = '', OutputValue = '' }) => [OutputKey, OutputValue]),
  );
}

async function running(): Promise<string> {
  const { ClusterName, ServiceName } = await outputsOf('shop-worker');
  const { services } = await simulator.sim.call<{ services: { taskDefinition: string }[] }>(
    'ecs',
    'DescribeServices',
    { cluster: ClusterName, services: [ServiceName] },
  );
  return services[0]?.taskDefinition.split('/').at(-1) ?? '';
}

/** The policy that CloudFormation handed to IAM, its references resolved. */
async function policyOf(name: string, logicalId: string): Promise<Policy> {
  const { StackEvents = [] } = await simulator.sim.call<DescribeStackEventsOutput>(
    'cloudformation',
    'DescribeStackEvents',
    { StackName: name },
  );
  const event = StackEvents.find(
    ({ LogicalResourceId, ResourceStatus }) =>
      LogicalResourceId === logicalId && ResourceStatus === 'CREATE_COMPLETE',
  );
  const properties = JSON.parse(event?.ResourceProperties ?? '{}') as {
    readonly PolicyDocument?: Policy;
    readonly Policies?: readonly { readonly PolicyDocument: Policy }[];
  };
  const found = properties.PolicyDocument ?? properties.Policies?.[0]?.PolicyDocument;
  if (found === undefined) throw new Error(`${logicalId} of ${name} has no policy`);
  return found;
}

async function assumeDeployRole(): Promise<Readonly<Record<string, string>>> {
  const { Credentials } = await simulator.sim.call<AssumeRoleResponse>('sts', 'AssumeRole', {
    RoleArn: (await outputsOf('shop'))['DeployRoleArn'],
    RoleSessionName: 'GitHubActions',
    DurationSeconds: 14_400,
  });
  return {
    AWS_ACCESS_KEY_ID: Credentials?.AccessKeyId ?? '',
    AWS_SECRET_ACCESS_KEY: Credentials?.SecretAccessKey ?? '',
    AWS_SESSION_TOKEN: Credentials?.SessionToken ?? '',
  };
}

/** Builds, registers and deploys a version, as a workflow does. */
async function release(version: string, inputs: Readonly<Record<string, string>>): Promise<string> {
  const files = join(folder, `app-${version}`);
  await mkdir(files);
  await writeFile(join(files, 'worker.js'), `${PROGRAM}\n// ${version}`);
  const layout = join(folder, `image-${version}`);
  await writeOciLayout(layout, { files, command: ['node', 'worker.js'], port: 8080, labels: {} });
  const definition = join(folder, 'task-definition.json');
  await writeFile(
    definition,
    JSON.stringify({
      networkMode: 'awsvpc',
      requiresCompatibilities: ['FARGATE'],
      containerDefinitions: [{ name: 'app', image: 'app', essential: true }],
    }),
  );
  const image = await act('build-push-ecr', {
    stack: 'shop-worker',
    tag: `v${version}`,
    'oci-layout': layout,
  });
  const revision = await act('register-taskdef', {
    stack: 'shop-worker',
    'task-definition': definition,
    image: image.outputs['image'] ?? image.outcome,
    'environment-variables': `VERSION=${version}`,
    ...inputs,
  });
  const deployed = await act('deploy-service', {
    stack: 'shop-worker',
    'task-definition-arn': revision.outputs['task-definition-arn'] ?? revision.outcome,
    'github-token': '',
  });
  return deployed.outcome;
}

interface Refusal {
  readonly action: string;
  readonly resource: string;
  readonly why: unknown;
}

/** What the policies refuse of the permissions that the calls needed. */
async function refusals(policies: readonly Policy[]): Promise<readonly Refusal[]> {
  const needed = new Map(
    calls
      .flatMap(({ iam }) => iam)
      .flatMap((call) =>
        call.resources.map((resource) => [JSON.stringify([call, resource]), { ...call, resource }] as const),
      ),
  );
  const found: Refusal[] = [];
  for (const { action, conditions, resource } of needed.values()) {
    const why = await decide(policies, { action, resource, conditions });
    if (why !== 'Allowed') found.push({ action, resource, why });
  }
  return found;
}

const skippable = HAS_EVALUATOR ? describe : describe.skip;

skippable('the deploy role of the main stack, with what the stack of one more service adds', () => {
  test('a release is deployed, and a broken one goes back to it', () => {
    expect(outcomes).toEqual(['succeeded', 'rolled-back']);
    expect(served).toEqual(['shop-worker-app:1', 'shop-worker-app:1']);
  });

  test('allows every call that they made', async () => {
    expect(await refusals([main, added])).toEqual([]);
  });

  test.each([
    ['DiscoverStack', 'cloudformation:DescribeStacks'],
    ['Service', 'ecs:UpdateService'],
    ['Deployments', 'ecs:DescribeServiceDeployments'],
    ['Revisions', 'ecs:DescribeServiceRevisions'],
    ['Logs', 'logs:GetLogEvents'],
    ['PushImages', 'ecr:BatchGetImage'],
  ])('%s is needed: without it %s is refused', async (sid, action) => {
    const Statement = added.Statement.filter(({ Sid }) => Sid !== sid);
    const refused = await refusals([main, { ...added, Statement }]);
    expect(refused.map((one) => one.action)).toContain(action);
  });

  test.each([
    ['another service', 'ecs:UpdateService', 'arn:aws:ecs:us-east-1:123456789012:service/shop/wages'],
    ['another role', 'iam:PassRole', 'arn:aws:iam::123456789012:role/admin'],
    [
      'another stack',
      'cloudformation:DescribeStacks',
      'arn:aws:cloudformation:us-east-1:123456789012:stack/wages/1',
    ],
  ])('reaches no further: %s', async (_, action, resource) => {
    expect(await decide([main, added], { action, resource, conditions: {} })).not.toBe('Allowed');
  });
});
