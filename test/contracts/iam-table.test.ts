import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { permissions } from '@cutover/simulator/kernel/iam/permissions';
import type { ApiModel } from '@cutover/simulator/kernel/model/shape';
import { type RunningSimulator, startSimulator } from '@cutover/simulator/start';
import { differences } from './iam-reference.ts';

const A = 'us-east-1:123456789012';
const ROLE = 'arn:aws:iam::123456789012:role/shop';
const BALANCER = `arn:aws:elasticloadbalancing:${A}`;

/** A value for each member that a row of the table reads; a request gets those that its operation has. */
const common: Readonly<Record<string, unknown>> = {
  capacityProviders: ['FARGATE'],
  AlarmName: 'errors',
  AlarmNames: ['errors'],
  ChangeSetName: 'change',
  DBClusterIdentifier: 'shop',
  DBClusterSnapshotIdentifier: 'cutover-shop',
  DBInstanceIdentifier: 'shop',
  DBSnapshotIdentifier: 'cutover-shop',
  Name: 'shop',
  PolicyArn: 'arn:aws:iam::123456789012:policy/shop',
  PolicySourceArn: ROLE,
  ResourceId: 'service/shop/web',
  RoleARN: ROLE,
  RoleName: 'shop',
  ScalableDimension: 'ecs:service:DesiredCount',
  SecretId: 'shop',
  ServiceNamespace: 'ecs',
  StackName: 'shop',
  TagKeys: ['team'],
  Tags: [{ Key: 'team', Value: 'shop' }],
  applicationName: 'shop',
  applicationNames: ['shop'],
  cluster: 'shop',
  clusterName: 'shop',
  clusters: ['shop'],
  containerInstances: ['0b'],
  currentDeploymentGroupName: 'web',
  deploymentConfigName: 'CodeDeployDefault.ECSAllAtOnce',
  deploymentGroupName: 'web',
  deploymentGroupNames: ['web'],
  deploymentId: 'd-ABCDEFGHI',
  deploymentIds: ['d-ABCDEFGHI'],
  executionRoleArn: ROLE,
  family: 'web',
  logGroupName: '/shop',
  logStreamName: 'app/1',
  primaryTaskSet: 'ecs-svc/1',
  repositoryName: 'shop',
  repositoryNames: ['shop'],
  service: 'web',
  serviceName: 'web',
  serviceRoleArn: ROLE,
  services: ['web'],
  tags: [{ key: 'team', value: 'shop' }],
  task: '0a',
  taskDefinition: 'web:1',
  taskDefinitions: ['web:1'],
  taskRoleArn: ROLE,
  taskSet: 'ecs-svc/1',
  taskSets: ['ecs-svc/1'],
  tasks: ['0a'],
};

const own: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'application-autoscaling': {
    ResourceARN: `arn:aws:application-autoscaling:${A}:scalable-target/1`,
    Tags: { team: 'shop' },
  },
  codedeploy: { ResourceArn: `arn:aws:codedeploy:${A}:application:shop` },
  ecr: { resourceArn: `arn:aws:ecr:${A}:repository/shop` },
  events: { Rule: 'nightly', Targets: [{ Id: 'a', Arn: `arn:aws:ecs:${A}:cluster/shop`, RoleArn: ROLE }] },
  ecs: {
    deploymentConfiguration: { lifecycleHooks: [{ roleArn: ROLE }] },
    resourceArn: `arn:aws:ecs:${A}:service/shop/web`,
    serviceDeploymentArn: `arn:aws:ecs:${A}:service-deployment/shop/web/pAqFD3ipH3ItQ5wt3lJOy1`,
    serviceDeploymentArns: [`arn:aws:ecs:${A}:service-deployment/shop/web/pAqFD3ipH3ItQ5wt3lJOy1`],
    serviceRevisionArns: [`arn:aws:ecs:${A}:service-revision/shop/web/9223370036854775807`],
  },
  elasticloadbalancing: {
    ListenerArn: `${BALANCER}:listener/app/shop/1/2`,
    LoadBalancerArn: `${BALANCER}:loadbalancer/app/shop/1`,
    ResourceArns: [`${BALANCER}:listener-rule/app/shop/1/2/3`],
    RuleArn: `${BALANCER}:listener-rule/app/shop/1/2/3`,
    RulePriorities: [{ RuleArn: `${BALANCER}:listener-rule/app/shop/1/2/3` }],
    TargetGroupArn: `${BALANCER}:targetgroup/shop/1`,
  },
  logs: { resourceArn: `arn:aws:logs:${A}:log-group:/shop` },
  rds: { ResourceName: `arn:aws:rds:${A}:db:shop` },
};

const account = {
  arn: (service: string, resource: string) => `arn:aws:${service}:${A}:${resource}`,
  lookup: (service: string, what: string) =>
    service === 'codedeploy' && what === 'group'
      ? `arn:aws:codedeploy:${A}:deploymentgroup:shop/web`
      : undefined,
};

let simulator: RunningSimulator;
const models = new Map<string, ApiModel>();

beforeAll(async () => {
  simulator = await startSimulator({ timeScale: 0 });
  const folder = new URL('../../packages/simulator/kernel/model/', import.meta.url);
  for (const { name } of simulator.sim.services) {
    if (!readdirSync(folder).includes(`${name}.ts`)) continue;
    const { model } = (await import(new URL(`${name}.ts`, folder).href)) as { model: ApiModel };
    models.set(name, model);
  }
});

afterAll(async () => {
  await simulator.close();
});

/** A request with a value for each member of the operation that the table reads. */
function request(service: string, operation: string): Record<string, unknown> {
  const model = models.get(service);
  const shape = model?.shapes[model.inputs[operation] ?? ''];
  const members = shape?.is === 'structure' ? Object.keys(shape.members) : [];
  const values: Readonly<Record<string, unknown>> = { ...common, ...own[service] };
  return Object.fromEntries(members.filter((name) => name in values).map((name) => [name, values[name]]));
}

async function wrong(service: string, operation: string, input: object): Promise<readonly string[]> {
  const needed = permissions(service, operation, input, account);
  const all = await Promise.all(
    needed.map(async ({ action, resources, conditions }) =>
      differences({ action, resources, conditions: Object.keys(conditions) }),
    ),
  );
  return all.flat();
}

describe('what the simulator asks of policies', () => {
  test('fits the service authorisation reference, for every operation that it knows', async () => {
    const found: string[] = [];
    let operations = 0;
    for (const { name, operations: known } of simulator.sim.services) {
      for (const operation of Object.keys(known)) {
        operations += 1;
        found.push(...(await wrong(name, operation, request(name, operation))));
      }
    }
    expect([...new Set(found)].toSorted()).toEqual([]);
    expect(operations).toBeGreaterThan(150);
  });

  test('is checked with requests that name something', () => {
    expect(request('ecs', 'CreateTaskSet')).toMatchObject({ cluster: 'shop', service: 'web' });
    expect(request('rds', 'CreateDBSnapshot')).toMatchObject({ DBInstanceIdentifier: 'shop' });
  });
});

describe('the reference', () => {
  test.each([
    [
      { action: 'ecs:CreateTaskSet', resources: [`arn:aws:ecs:${A}:service/shop/web`], conditions: [] },
      /is none of task-set/,
    ],
    [{ action: 'ecs:StopService', resources: ['*'], conditions: [] }, /no such action/],
    [
      {
        action: 'codedeploy:StopDeployment',
        resources: [`arn:aws:codedeploy:${A}:deploymentgroup:a/b`],
        conditions: [],
      },
      /knows no resource/,
    ],
    [
      { action: 'rds:CreateDBSnapshot', resources: [`arn:aws:rds:${A}:db:shop`], conditions: [] },
      /against a snapshot, too/,
    ],
    [
      {
        action: 'ecs:UpdateServicePrimaryTaskSet',
        resources: [`arn:aws:ecs:${A}:service/shop/web`],
        conditions: ['ecs:service'],
      },
      /no condition key ecs:service/,
    ],
  ])('refuses %j', async (named, sentence) => {
    expect((await differences(named)).join('\n')).toMatch(sentence);
  });
});
