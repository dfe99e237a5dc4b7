import {
  ApplicationAutoScalingClient,
  DeleteScalingPolicyCommand,
  DeregisterScalableTargetCommand,
  DescribeScalableTargetsCommand,
  DescribeScalingPoliciesCommand,
  ListTagsForResourceCommand,
  PutScalingPolicyCommand,
  RegisterScalableTargetCommand,
  TagResourceCommand,
  UntagResourceCommand,
  type ScalableTarget,
} from '@aws-sdk/client-application-auto-scaling';
import type { DescribeServicesResponse } from '@aws-sdk/client-ecs';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { startSimulator, type RunningSimulator } from '../start.ts';

const TARGET = {
  ServiceNamespace: 'ecs',
  ResourceId: 'service/shop/web',
  ScalableDimension: 'ecs:service:DesiredCount',
} as const;

let running: RunningSimulator;
let client: ApplicationAutoScalingClient;

beforeEach(async () => {
  running = await startSimulator({ timeScale: 0 });
  const { sim, url } = running;
  client = new ApplicationAutoScalingClient({
    endpoint: url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'AKIASIMULATOR', secretAccessKey: 'simulator' },
  });
  await sim.call('ecs', 'CreateCluster', { clusterName: 'shop' });
  await sim.call('ecs', 'RegisterTaskDefinition', {
    family: 'web',
    containerDefinitions: [{ name: 'app', image: 'test/web', memory: 128 }],
  });
  await sim.call('ecs', 'CreateService', {
    cluster: 'shop',
    serviceName: 'web',
    taskDefinition: 'web',
    desiredCount: 1,
  });
});

afterEach(async () => {
  client.destroy();
  await running.close();
});

async function register(more: object = {}): Promise<void> {
  await client.send(new RegisterScalableTargetCommand({ ...TARGET, ...more }));
}

async function target(): Promise<ScalableTarget | undefined> {
  const { ScalableTargets = [] } = await client.send(
    new DescribeScalableTargetsCommand({ ServiceNamespace: 'ecs', ResourceIds: [TARGET.ResourceId] }),
  );
  return ScalableTargets[0];
}

async function desired(): Promise<number | undefined> {
  const { services } = await running.sim.call<DescribeServicesResponse>('ecs', 'DescribeServices', {
    cluster: 'shop',
    services: ['web'],
  });
  return services?.[0]?.desiredCount;
}

test('an update changes only what it names, and the service is moved into the bounds', async () => {
  await register({ MinCapacity: 2, MaxCapacity: 8 });
  expect(await desired()).toBe(2);
  expect(await target()).toMatchObject({
    MinCapacity: 2,
    MaxCapacity: 8,
    SuspendedState: {
      DynamicScalingInSuspended: false,
      DynamicScalingOutSuspended: false,
      ScheduledScalingSuspended: false,
    },
  });
  await register({ SuspendedState: { DynamicScalingInSuspended: true } });
  await register({ MaxCapacity: 4 });
  expect(await target()).toMatchObject({
    MinCapacity: 2,
    MaxCapacity: 4,
    SuspendedState: { DynamicScalingInSuspended: true, DynamicScalingOutSuspended: false },
  });
});

test.each([
  ['a new target without capacities', {}, /MinCapacity and MaxCapacity/],
  ['bounds the wrong way round', { MinCapacity: 3, MaxCapacity: 2 }, /cannot be greater/],
  [
    'a service that is not there',
    { ResourceId: 'service/shop/api', MinCapacity: 1, MaxCapacity: 2 },
    /doesn't exist/,
  ],
  ['a resource id of another form', { ResourceId: 'web', MinCapacity: 1, MaxCapacity: 2 }, /resource ID/],
])('%s is refused', async (_, input, message) => {
  await expect(register(input)).rejects.toMatchObject({
    name: 'ValidationException',
    message: expect.stringMatching(message),
  });
});

test('tags are kept, and go with TagResource once the target exists', async () => {
  await register({ MinCapacity: 1, MaxCapacity: 2, Tags: { team: 'shop' } });
  const ResourceARN = (await target())?.ScalableTargetARN;
  await client.send(new TagResourceCommand({ ResourceARN, Tags: { stage: 'test' } }));
  await expect(register({ Tags: { a: 'b' } })).rejects.toMatchObject({ name: 'ValidationException' });
  await client.send(new UntagResourceCommand({ ResourceARN, TagKeys: ['team'] }));
  const { Tags } = await client.send(new ListTagsForResourceCommand({ ResourceARN }));
  expect(Tags).toEqual({ stage: 'test' });
  await expect(
    client.send(new ListTagsForResourceCommand({ ResourceARN: `${ResourceARN}x` })),
  ).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
});

test('policies belong to a target and go with it', async () => {
  const policy = { ...TARGET, PolicyName: 'cpu' };
  const put = new PutScalingPolicyCommand({
    ...policy,
    PolicyType: 'TargetTrackingScaling',
    TargetTrackingScalingPolicyConfiguration: {
      TargetValue: 60,
      PredefinedMetricSpecification: { PredefinedMetricType: 'ECSServiceAverageCPUUtilization' },
    },
  });
  await expect(client.send(put)).rejects.toMatchObject({ name: 'ObjectNotFoundException' });
  await register({ MinCapacity: 1, MaxCapacity: 2 });
  const { PolicyARN } = await client.send(put);
  const list = new DescribeScalingPoliciesCommand({ ServiceNamespace: 'ecs' });
  expect((await client.send(list)).ScalingPolicies).toMatchObject([
    { PolicyARN, PolicyName: 'cpu', PolicyType: 'TargetTrackingScaling' },
  ]);
  await client.send(new DeleteScalingPolicyCommand(policy));
  await expect(client.send(new DeleteScalingPolicyCommand(policy))).rejects.toMatchObject({
    name: 'ObjectNotFoundException',
  });
  await client.send(put);
  await client.send(new DeregisterScalableTargetCommand(TARGET));
  expect((await client.send(list)).ScalingPolicies).toEqual([]);
  expect(await target()).toBeUndefined();
  await expect(client.send(new DeregisterScalableTargetCommand(TARGET))).rejects.toMatchObject({
    name: 'ObjectNotFoundException',
  });
});
