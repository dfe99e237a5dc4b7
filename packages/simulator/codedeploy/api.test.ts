import {
  BatchGetApplicationsCommand,
  BatchGetDeploymentGroupsCommand,
  BatchGetDeploymentsCommand,
  BatchGetDeploymentTargetsCommand,
  CreateApplicationCommand,
  CreateDeploymentCommand,
  CreateDeploymentConfigCommand,
  CreateDeploymentGroupCommand,
  DeleteDeploymentConfigCommand,
  GetApplicationCommand,
  GetApplicationRevisionCommand,
  GetDeploymentCommand,
  GetDeploymentConfigCommand,
  GetDeploymentGroupCommand,
  GetDeploymentTargetCommand,
  ListApplicationRevisionsCommand,
  ListDeploymentConfigsCommand,
  ListDeploymentsCommand,
  ListTagsForResourceCommand,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateDeploymentGroupCommand,
  type CreateDeploymentGroupInput,
  type CreateDeploymentInput,
} from '@aws-sdk/client-codedeploy';
import type {
  CreateListenerOutput,
  CreateLoadBalancerOutput,
  CreateTargetGroupOutput,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Stage } from './testing/stage.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await Stage.open();
});

afterAll(async () => {
  await stage.close();
});

const SPEC = `version: 0.0
Resources:
  - TargetService:
      Type: AWS::ECS::Service
      Properties:
        TaskDefinition: arn:aws:ecs:us-east-1:123456789012:task-definition/web:1
        LoadBalancerInfo: { ContainerName: app, ContainerPort: 80 }
`;

async function create(content: string, extra: Partial<CreateDeploymentInput> = {}): Promise<unknown> {
  return await stage.client.send(
    new CreateDeploymentCommand({
      applicationName: 'web',
      deploymentGroupName: 'web',
      revision: { revisionType: 'AppSpecContent', appSpecContent: { content } },
      ...extra,
    }),
  );
}

describe('CreateDeployment refuses', () => {
  test.each<[string, string, string]>([
    ['broken YAML', 'Resources: [', 'not well-formed yaml'],
    ['another version', SPEC.replace('0.0', '1.0'), "'version' must be 0.0"],
    ['no resource', 'version: 0.0\nResources: []', "'Resources' must be a list with exactly one entry"],
    ['another type', SPEC.replace('::ECS::', '::EC2::'), "'Type' must be AWS::ECS::Service"],
    ['a family instead of an ARN', SPEC.replace(/arn:\S+/, 'web:1'), "not 'web:1'"],
    ['a placeholder', SPEC.replace(/arn:\S+/, '<TASK_DEFINITION>'), "not '<TASK_DEFINITION>'"],
    ['no port', SPEC.replace(', ContainerPort: 80', ''), "'ContainerPort' must be a number"],
    ['an unknown hook', `${SPEC}Hooks:\n  - Install: fn\n`, "'Install' is not a lifecycle event with a hook"],
  ])('%s', async (_, content, message) => {
    await expect(create(content)).rejects.toMatchObject({
      name: 'InvalidRevisionException',
      message: expect.stringContaining(message),
    });
  });

  test.each<[string, Partial<CreateDeploymentInput>]>([
    ['ApplicationDoesNotExistException', { applicationName: 'other' }],
    ['ApplicationNameRequiredException', { applicationName: '' }],
    ['InvalidApplicationNameException', { applicationName: 'a b' }],
    ['DeploymentGroupDoesNotExistException', { deploymentGroupName: 'other' }],
    ['DeploymentGroupNameRequiredException', { deploymentGroupName: undefined }],
    ['DeploymentConfigDoesNotExistException', { deploymentConfigName: 'other' }],
    ['DescriptionTooLongException', { description: 'x'.repeat(257) }],
    ['InvalidAutoRollbackConfigException', { autoRollbackConfiguration: { enabled: true, events: [] } }],
    ['RevisionRequiredException', { revision: undefined }],
    [
      'RevisionDoesNotExistException',
      { revision: { revisionType: 'AppSpecContent', appSpecContent: { sha256: 'a'.repeat(64) } } },
    ],
    [
      'InvalidRevisionException',
      { revision: { revisionType: 'AppSpecContent', appSpecContent: { content: SPEC, sha256: 'abc' } } },
    ],
  ])('with %s', async (name, extra) => {
    await expect(create(SPEC, extra)).rejects.toMatchObject({ name });
  });
});

describe('CreateDeploymentGroup refuses', () => {
  const group = async (change: Partial<CreateDeploymentGroupInput>): Promise<unknown> => {
    const { deploymentGroupInfo } = await stage.client.send(
      new GetDeploymentGroupCommand({ applicationName: 'web', deploymentGroupName: 'web' }),
    );
    const {
      serviceRoleArn,
      deploymentStyle,
      blueGreenDeploymentConfiguration,
      loadBalancerInfo,
      ecsServices,
    } = deploymentGroupInfo ?? {};
    return await stage.client.send(
      new CreateDeploymentGroupCommand({
        applicationName: 'web',
        deploymentGroupName: 'second',
        serviceRoleArn,
        deploymentStyle,
        blueGreenDeploymentConfiguration,
        loadBalancerInfo,
        ecsServices,
        ...change,
      }),
    );
  };

  test.each<[string, Partial<CreateDeploymentGroupInput>]>([
    ['ECSServiceMappingLimitExceededException', {}],
    ['DeploymentGroupAlreadyExistsException', { deploymentGroupName: 'web' }],
    ['InvalidDeploymentGroupNameException', { deploymentGroupName: 'a/b' }],
    ['InvalidRoleException', { serviceRoleArn: 'codedeploy' }],
    ['InvalidDeploymentStyleException', { deploymentStyle: undefined }],
    ['InvalidBlueGreenDeploymentConfigurationException', { blueGreenDeploymentConfiguration: undefined }],
    ['InvalidTargetGroupPairException', { loadBalancerInfo: undefined }],
    ['InvalidECSServiceException', { ecsServices: [{ clusterName: 'main', serviceName: 'other' }] }],
    ['InvalidAutoScalingGroupException', { autoScalingGroups: ['fleet'] }],
    ['InvalidAlarmConfigException', { alarmConfiguration: { enabled: true, alarms: [{ name: '' }] } }],
  ])('with %s', async (name, change) => {
    await expect(group(change)).rejects.toMatchObject({ name });
  });

  test('an ECS service for a Server application', async () => {
    await stage.client.send(new CreateApplicationCommand({ applicationName: 'server' }));
    await expect(group({ applicationName: 'server' })).rejects.toMatchObject({
      name: 'InvalidECSServiceException',
      message: 'Should not specify ECS services parameter for Server deployment group',
    });
  });
});

test('the predefined configurations', async () => {
  const { deploymentConfigsList } = await stage.client.send(new ListDeploymentConfigsCommand({}));
  expect(deploymentConfigsList).toHaveLength(5);
  const { deploymentConfigInfo } = await stage.client.send(
    new GetDeploymentConfigCommand({ deploymentConfigName: 'CodeDeployDefault.ECSCanary10Percent15Minutes' }),
  );
  expect(deploymentConfigInfo).toMatchObject({
    computePlatform: 'ECS',
    trafficRoutingConfig: {
      type: 'TimeBasedCanary',
      timeBasedCanary: { canaryPercentage: 10, canaryInterval: 15 },
    },
  });
});

test('a configuration of one’s own can be used and is then protected', async () => {
  await stage.client.send(
    new CreateDeploymentConfigCommand({
      deploymentConfigName: 'half',
      computePlatform: 'ECS',
      trafficRoutingConfig: {
        type: 'TimeBasedLinear',
        timeBasedLinear: { linearPercentage: 50, linearInterval: 1 },
      },
    }),
  );
  await stage.client.send(
    new UpdateDeploymentGroupCommand({
      applicationName: 'web',
      currentDeploymentGroupName: 'web',
      deploymentConfigName: 'half',
    }),
  );
  await expect(
    stage.client.send(new DeleteDeploymentConfigCommand({ deploymentConfigName: 'half' })),
  ).rejects.toMatchObject({ name: 'DeploymentConfigInUseException' });
  await expect(
    stage.client.send(
      new CreateDeploymentConfigCommand({
        deploymentConfigName: 'whole',
        computePlatform: 'ECS',
        trafficRoutingConfig: {
          type: 'TimeBasedLinear',
          timeBasedLinear: { linearPercentage: 100, linearInterval: 1 },
        },
      }),
    ),
  ).rejects.toMatchObject({ name: 'InvalidTrafficRoutingConfigurationException' });
});

test('a finished deployment can be read back in every way', async () => {
  const deploymentId = await stage.deploy();
  await stage.untilStatus(deploymentId, 'Succeeded');
  const { revision } = await stage.get(deploymentId);
  const found = await stage.client.send(
    new GetApplicationRevisionCommand({ applicationName: 'web', revision }),
  );
  expect(found.revision?.appSpecContent?.content).toContain('task-definition/web:2');
  expect(found.revisionInfo?.deploymentGroups).toEqual(['web']);
  const { deploymentsInfo } = await stage.client.send(
    new BatchGetDeploymentsCommand({ deploymentIds: [deploymentId, 'd-AAAAAAAAA'] }),
  );
  expect(deploymentsInfo?.map((one) => one.deploymentId)).toEqual([deploymentId]);
  const { deploymentTargets } = await stage.client.send(
    new BatchGetDeploymentTargetsCommand({ deploymentId, targetIds: ['main:web'] }),
  );
  expect(deploymentTargets).toHaveLength(1);
  const { deploymentGroupsInfo } = await stage.client.send(
    new BatchGetDeploymentGroupsCommand({ applicationName: 'web', deploymentGroupNames: ['web'] }),
  );
  expect(deploymentGroupsInfo?.[0]).toMatchObject({ lastSuccessfulDeployment: { deploymentId } });
  const list = async (...includeOnlyStatuses: ('Succeeded' | 'Failed')[]): Promise<unknown> =>
    (await stage.client.send(new ListDeploymentsCommand({ includeOnlyStatuses }))).deployments;
  expect(await list('Succeeded')).toEqual([deploymentId]);
  expect(await list('Failed')).toEqual([]);
  const { application } = await stage.client.send(new GetApplicationCommand({ applicationName: 'web' }));
  expect(application).toMatchObject({ applicationName: 'web', computePlatform: 'ECS' });
  const { applicationsInfo } = await stage.client.send(
    new BatchGetApplicationsCommand({ applicationNames: ['web'] }),
  );
  expect(applicationsInfo).toEqual([application]);
  await expect(
    stage.client.send(new BatchGetApplicationsCommand({ applicationNames: ['web', 'other'] })),
  ).rejects.toMatchObject({ name: 'ApplicationDoesNotExistException' });
  const { revisions } = await stage.client.send(
    new ListApplicationRevisionsCommand({ applicationName: 'web' }),
  );
  expect(revisions).toEqual([revision]);
  await expect(
    stage.client.send(new GetDeploymentTargetCommand({ deploymentId, targetId: 'main:other' })),
  ).rejects.toMatchObject({ name: 'DeploymentTargetDoesNotExistException' });
});

test('tags of an application', async () => {
  const ResourceArn = 'arn:aws:codedeploy:us-east-1:123456789012:application:web';
  await stage.client.send(
    new TagResourceCommand({
      ResourceArn,
      Tags: [
        { Key: 'team', Value: 'shop' },
        { Key: 'old', Value: 'yes' },
      ],
    }),
  );
  await stage.client.send(new UntagResourceCommand({ ResourceArn, TagKeys: ['old'] }));
  const { Tags } = await stage.client.send(new ListTagsForResourceCommand({ ResourceArn }));
  expect(Tags).toEqual([{ Key: 'team', Value: 'shop' }]);
});

test('a gradual shift behind a Network Load Balancer is refused', async () => {
  const { sim } = stage.running;
  const balancer = await sim.call<CreateLoadBalancerOutput>('elasticloadbalancing', 'CreateLoadBalancer', {
    Name: 'net',
    Type: 'network',
    Subnets: ['subnet-a'],
  });
  const group = await sim.call<CreateTargetGroupOutput>('elasticloadbalancing', 'CreateTargetGroup', {
    Name: 'net',
    Protocol: 'TCP',
    Port: 80,
    VpcId: 'vpc-1',
    TargetType: 'ip',
  });
  const listener = await sim.call<CreateListenerOutput>('elasticloadbalancing', 'CreateListener', {
    LoadBalancerArn: balancer.LoadBalancers?.[0]?.LoadBalancerArn,
    Port: 8090,
    DefaultActions: [{ Type: 'forward', TargetGroupArn: group.TargetGroups?.[0]?.TargetGroupArn }],
  });
  const update = async (deploymentConfigName: string): Promise<unknown> =>
    await stage.client.send(
      new UpdateDeploymentGroupCommand({
        applicationName: 'web',
        currentDeploymentGroupName: 'web',
        deploymentConfigName,
        loadBalancerInfo: {
          targetGroupPairInfoList: [
            {
              targetGroups: [{ name: 'tg-one' }, { name: 'tg-two' }],
              prodTrafficRoute: { listenerArns: [listener.Listeners?.[0]?.ListenerArn ?? ''] },
            },
          ],
        },
      }),
    );
  await expect(update('CodeDeployDefault.ECSCanary10Percent5Minutes')).rejects.toMatchObject({
    name: 'InvalidTrafficRoutingConfigurationException',
    message: expect.stringContaining('Only ALB supports gradual traffic routing'),
  });
  await expect(update('CodeDeployDefault.ECSAllAtOnce')).resolves.toMatchObject({ hooksNotCleanedUp: [] });
});

test.each([
  ['DeploymentIdRequiredException', ''],
  ['InvalidDeploymentIdException', '42'],
  ['DeploymentDoesNotExistException', 'd-AAAAAAAAA'],
])('%s', async (name, deploymentId) => {
  await expect(stage.client.send(new GetDeploymentCommand({ deploymentId }))).rejects.toMatchObject({ name });
});
