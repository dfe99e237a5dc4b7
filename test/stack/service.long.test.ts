import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { StackAccount, type StackRun } from './stack-run.ts';

jest.setTimeout(120_000);

let account: StackAccount;

beforeEach(async () => {
  account = await StackAccount.open(2000);
  await account.create({
    capabilities: 'CAPABILITY_IAM',
    'parameter-overrides': 'GitHubOrg=octo GitHubRepo=shop',
  });
});

afterEach(async () => {
  await account.close();
});

/** Runs deploy-stack on the service's stack, beside the main stack `shop`. */
async function service(overrides: string, more: Readonly<Record<string, string>> = {}): Promise<StackRun> {
  return await account.run({
    name: 'shop-worker',
    template: 'service',
    'parameters-from': 'shop',
    capabilities: 'CAPABILITY_IAM',
    ...(overrides === '' ? {} : { 'parameter-overrides': overrides }),
    ...more,
  });
}

/** Registers a revision of the application's family and has ECS deploy it. */
async function deploy({ outputs }: StackRun): Promise<string> {
  const family = String(outputs['AppTaskFamily']);
  await account.sim.call('ecs', 'RegisterTaskDefinition', {
    family,
    requiresCompatibilities: ['FARGATE'],
    networkMode: 'awsvpc',
    cpu: '256',
    memory: '512',
    executionRoleArn: outputs['ExecutionRoleArn'],
    taskRoleArn: outputs['TaskRoleArn'],
    containerDefinitions: [
      {
        name: 'app',
        image: 'public.ecr.aws/nginx/nginx:stable-alpine',
        portMappings: [{ containerPort: 8080 }],
      },
    ],
  });
  await account.sim.call('ecs', 'UpdateService', {
    cluster: outputs['ClusterName'],
    service: outputs['ServiceName'],
    taskDefinition: family,
  });
  return family;
}

async function running({ outputs }: StackRun): Promise<string> {
  const { services } = await account.sim.call<{ services: { taskDefinition: string }[] }>(
    'ecs',
    'DescribeServices',
    { cluster: outputs['ClusterName'], services: [outputs['ServiceName']] },
  );
  return services[0]?.taskDefinition.split('/').at(-1) ?? '';
}

/** Rules of the main stack's production listener, but for the default. */
async function rules(): Promise<readonly { Priority: string; Conditions: { Field: string }[] }[]> {
  const main = await account.stack();
  const ListenerArn = main?.Outputs?.find(
    ({ OutputKey }) => OutputKey === 'ProductionListenerArn',
  )?.OutputValue;
  const { Rules } = await account.sim.call<{
    Rules: { Priority: string; IsDefault: boolean; Conditions: { Field: string }[] }[];
  }>('elasticloadbalancing', 'DescribeRules', { ListenerArn });
  return Rules.filter(({ IsDefault }) => !IsDefault);
}

test('a worker joins the main stack, and no update of its stack takes a deployed version back', async () => {
  const created = await service('');
  expect(created.said).toContain('CREATE_COMPLETE');
  expect(created.notes.join(' ')).toContain(
    'Stack shop gives ClusterName, VpcId, SubnetIds, SecurityGroupId',
  );
  expect(created.outputs).not.toHaveProperty('TargetGroupArn');
  expect(await rules()).toEqual([]);
  expect(await running(created)).toMatch(/^shop-worker-bootstrap:/);
  // Nothing was deployed yet, so nothing can be lost.
  expect((await service('', { tags: 'team=shop' })).said).toContain('UPDATE_COMPLETE');

  await deploy(created);
  const scaled = await service('MaxTasks=4', { tags: 'team=shop' });
  expect(scaled.said).toContain('UPDATE_COMPLETE');
  expect(await running(created)).toBe('shop-worker-app:1');

  const tagged = await service('', { tags: 'team=other' });
  expect(tagged.said).toContain(
    'runs shop-worker-app:1, and CloudFormation would deploy the newest revision of shop-worker-bootstrap in its place',
  );
  expect(tagged.said).toContain('the tags of a stack reach its service, too');
  const ported = await service('CapacityProvider=FARGATE_SPOT', { tags: 'team=shop' });
  expect(ported.kind).toBe('failed');
  expect(await running(created)).toBe('shop-worker-app:1');

  const drift = await account.run({ name: 'shop-worker', template: 'service', mode: 'drift' });
  expect(drift.outputs['has-drift']).toBe(false);
});

test('a second public service has a rule of the same listener, and leaves with it', async () => {
  const created = await service('Path=/api');
  expect(created.said).toContain('CREATE_COMPLETE');
  expect(await rules()).toMatchObject([
    {
      Priority: '100',
      Conditions: [{ Field: 'path-pattern', PathPatternConfig: { Values: ['/api', '/api/*'] } }],
      Actions: [{ Type: 'forward', TargetGroupArn: created.outputs['TargetGroupArn'] }],
    },
  ]);
  await deploy(created);
  const moved = await service('Path=/v2\nHostName=api.example.com\nRulePriority=7');
  expect(moved.said).toContain('UPDATE_COMPLETE');
  expect(await rules()).toMatchObject([
    { Priority: '7', Conditions: [{ Field: 'path-pattern' }, { Field: 'host-header' }] },
  ]);
  expect(await running(created)).toBe('shop-worker-app:1');
  const hidden = await service('Path=\nHostName=');
  expect(hidden.kind).toBe('failed');
  expect(hidden.said).toContain('shop-worker-bootstrap');
  expect(await rules()).toHaveLength(1);

  const deleted = await account.run({
    name: 'shop-worker',
    mode: 'delete',
    'confirm-delete': 'shop-worker',
  });
  expect(deleted.kind).toBe('succeeded');
  expect(await rules()).toEqual([]);
});

test('its own repository outlives it, and goes only when it is named', async () => {
  const created = await service('OwnRepository=true');
  const repositoryName = String(created.outputs['EcrRepositoryName']);
  expect((await service('OwnRepository=false')).said).toContain('allow-removal: Repository');
  const removed = await service('OwnRepository=false', { 'allow-removal': 'Repository' });
  expect(removed.said).toContain('UPDATE_COMPLETE');
  const { repositories } = await account.sim.call<{ repositories: object[] }>('ecr', 'DescribeRepositories', {
    repositoryNames: [repositoryName],
  });
  expect(repositories).toHaveLength(1);
});

test('a rule without a listener is refused before anything is made', async () => {
  const refused = await service('HostName=api.example.com\nProductionListenerArn=');
  expect(refused.said).toContain('ProductionListenerArn, the listener that gets the rule');
  expect(refused.kind).not.toBe('succeeded');
});
