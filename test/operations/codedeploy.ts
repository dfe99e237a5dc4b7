import type { World } from './world.ts';

const ROLE = 'arn:aws:iam::123456789012:role/codedeploy';
const APPLICATION = 'AppECS-shop-web';
const GROUP = 'DgpECS-shop-web';
const SPEC = `version: 0.0
Resources:
  - TargetService:
      Type: AWS::ECS::Service
      Properties:
        TaskDefinition: arn:aws:ecs:us-east-1:123456789012:task-definition/web:1
        LoadBalancerInfo: { ContainerName: app, ContainerPort: 80 }
`;

export async function codedeploy(world: World): Promise<void> {
  await applications(world);
  await groups(world);
  await deployments(world);
  const { codedeploy: client } = world;
  const ResourceArn = `arn:aws:codedeploy:us-east-1:123456789012:application:${APPLICATION}`;
  const Tags = [{ Key: 'team', Value: 'shop' }];
  await world.see('TagResource', 'an application', client.tagResource({ ResourceArn, Tags }));
  await world.see('TagResource', 'no ARN', client.tagResource({ Tags } as never));
  await world.see('ListTagsForResource', 'an application', client.listTagsForResource({ ResourceArn }));
  await world.see('ListTagsForResource', 'no ARN', client.listTagsForResource({} as never));
  await world.see(
    'UntagResource',
    'an application',
    client.untagResource({ ResourceArn, TagKeys: ['team'] }),
  );
}

async function applications(world: World): Promise<void> {
  const { codedeploy: client } = world;
  const create = (name: string, input: object): Promise<unknown> =>
    world.see('CreateApplication', name, client.createApplication(input as never));
  await create('new', { applicationName: APPLICATION, computePlatform: 'ECS' });
  await create('again', { applicationName: APPLICATION, computePlatform: 'ECS' });
  await create('name too long', { applicationName: 'x'.repeat(101), computePlatform: 'ECS' });
  await create('wrong platform', { applicationName: 'wrong', computePlatform: 'Mainframe' });
  await create('no name', {});
  await world.see('GetApplication', 'one', client.getApplication({ applicationName: APPLICATION }));
  await world.see('GetApplication', 'no such one', client.getApplication({ applicationName: 'other' }));
  await world.see('GetApplication', 'no name', client.getApplication({} as never));
  await world.see('ListApplications', 'all', client.listApplications({}));
  const batch = client.batchGetApplications.bind(client);
  await world.see('BatchGetApplications', 'one', batch({ applicationNames: [APPLICATION] }));
  await world.see('BatchGetApplications', 'one of two', batch({ applicationNames: [APPLICATION, 'other'] }));
  await world.see('BatchGetApplications', 'no names', batch({} as never));
}

/** A blue/green group needs a service and its load balancer. */
async function prepare(world: World): Promise<{ listener: string }> {
  const { ecs, elbv2, network } = world;
  const group = async (Name: string): Promise<string> => {
    const { TargetGroups } = await elbv2.createTargetGroup({
      Name,
      Protocol: 'HTTP',
      Port: 80,
      VpcId: network.vpc,
      TargetType: 'ip',
    });
    return TargetGroups?.[0]?.TargetGroupArn ?? '';
  };
  const blue = await group('cd-blue');
  await group('cd-green');
  const { LoadBalancers } = await elbv2.createLoadBalancer({ Name: 'cd', Subnets: [...network.subnets] });
  const { Listeners } = await elbv2.createListener({
    LoadBalancerArn: LoadBalancers?.[0]?.LoadBalancerArn,
    Protocol: 'HTTP',
    Port: 8099,
    DefaultActions: [{ Type: 'forward', TargetGroupArn: blue }],
  });
  await ecs.createCluster({ clusterName: 'cd' });
  await ecs.registerTaskDefinition({
    family: 'cd',
    executionRoleArn: 'arn:aws:iam::123456789012:role/execution',
    networkMode: 'awsvpc',
    requiresCompatibilities: ['FARGATE'],
    cpu: '256',
    memory: '512',
    containerDefinitions: [
      { name: 'app', image: 'example/web:1', memory: 512, portMappings: [{ containerPort: 80 }] },
    ],
  });
  await ecs.createService({
    cluster: 'cd',
    serviceName: 'web',
    taskDefinition: 'cd',
    desiredCount: 0,
    launchType: 'FARGATE',
    deploymentController: { type: 'CODE_DEPLOY' },
    networkConfiguration: {
      awsvpcConfiguration: { subnets: [...network.subnets], securityGroups: [network.securityGroup] },
    },
    loadBalancers: [{ targetGroupArn: blue, containerName: 'app', containerPort: 80 }],
  });
  return { listener: Listeners?.[0]?.ListenerArn ?? '' };
}

async function groups(world: World): Promise<void> {
  const { codedeploy: client } = world;
  const { listener } = await prepare(world);
  const input = {
    applicationName: APPLICATION,
    deploymentGroupName: GROUP,
    serviceRoleArn: ROLE,
    deploymentConfigName: 'CodeDeployDefault.ECSAllAtOnce',
    deploymentStyle: { deploymentType: 'BLUE_GREEN', deploymentOption: 'WITH_TRAFFIC_CONTROL' },
    blueGreenDeploymentConfiguration: {
      terminateBlueInstancesOnDeploymentSuccess: { action: 'TERMINATE', terminationWaitTimeInMinutes: 5 },
      deploymentReadyOption: { actionOnTimeout: 'CONTINUE_DEPLOYMENT', waitTimeInMinutes: 0 },
    },
    loadBalancerInfo: {
      targetGroupPairInfoList: [
        {
          targetGroups: [{ name: 'cd-blue' }, { name: 'cd-green' }],
          prodTrafficRoute: { listenerArns: [listener] },
        },
      ],
    },
    ecsServices: [{ clusterName: 'cd', serviceName: 'web' }],
  };
  const create = (name: string, change: object): Promise<unknown> =>
    world.see('CreateDeploymentGroup', name, client.createDeploymentGroup({ ...input, ...change } as never));
  await create('new', {});
  await create('again', {});
  await create('no such application', { applicationName: 'other' });
  await create('no such configuration', { deploymentGroupName: 'a', deploymentConfigName: 'other' });
  await create('no role', { deploymentGroupName: 'b', serviceRoleArn: undefined });
  await create('no name', { deploymentGroupName: undefined });
  await create('no application name', { applicationName: undefined });
  await create('no load balancer', { deploymentGroupName: 'c', loadBalancerInfo: undefined });
  const get = (name: string, applicationName?: string, deploymentGroupName?: string): Promise<unknown> =>
    world.see(
      'GetDeploymentGroup',
      name,
      client.getDeploymentGroup({ applicationName, deploymentGroupName }),
    );
  await get('one', APPLICATION, GROUP);
  await get('no such one', APPLICATION, 'other');
  await get('no such application', 'other', GROUP);
  await get('no group name', APPLICATION);
  await get('no application name', undefined, GROUP);
  const list = client.listDeploymentGroups.bind(client);
  await world.see('ListDeploymentGroups', 'all', list({ applicationName: APPLICATION }));
  await world.see('ListDeploymentGroups', 'no such application', list({ applicationName: 'other' }));
  await world.see('ListDeploymentGroups', 'no name', list({} as never));
}

async function deployments(world: World): Promise<void> {
  const { codedeploy: client } = world;
  const input = {
    applicationName: APPLICATION,
    deploymentGroupName: GROUP,
    description: 'first',
    revision: { revisionType: 'AppSpecContent', appSpecContent: { content: SPEC } },
  };
  const create = (name: string, change: object) =>
    world.see('CreateDeployment', name, client.createDeployment({ ...input, ...change } as never));
  await create('no such application', { applicationName: 'other' });
  await create('no such group', { deploymentGroupName: 'other' });
  await create('no application name', { applicationName: undefined });
  await create('no group name', { deploymentGroupName: undefined });
  await create('no revision', { revision: undefined });
  await create('no such configuration', { deploymentConfigName: 'other' });
  const created = await create('new', {});
  const deploymentId = created?.deploymentId ?? 'd-ABSENT123';
  await world.see('GetDeployment', 'one', client.getDeployment({ deploymentId }));
  await world.see('GetDeployment', 'no such one', client.getDeployment({ deploymentId: 'd-ABSENT123' }));
  await world.see('GetDeployment', 'no id', client.getDeployment({} as never));
  const batch = client.batchGetDeployments.bind(client);
  await world.see('BatchGetDeployments', 'one', batch({ deploymentIds: [deploymentId] }));
  await world.see(
    'BatchGetDeployments',
    'one of two',
    batch({ deploymentIds: [deploymentId, 'd-ABSENT123'] }),
  );
  await world.see('BatchGetDeployments', 'no ids', batch({} as never));
  const list = client.listDeployments.bind(client);
  await world.see('ListDeployments', 'all', list({}));
  await world.see(
    'ListDeployments',
    'of a group',
    list({ applicationName: APPLICATION, deploymentGroupName: GROUP }),
  );
  await world.see(
    'ListDeployments',
    'of no application',
    list({ applicationName: 'other', deploymentGroupName: GROUP }),
  );
  await world.see(
    'ListDeployments',
    'of no group',
    list({ applicationName: APPLICATION, deploymentGroupName: 'other' }),
  );
  await world.see('ListDeployments', 'an application alone', list({ applicationName: APPLICATION }));
  await world.see('ListDeployments', 'a group alone', list({ deploymentGroupName: GROUP }));
}
