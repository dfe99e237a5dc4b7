import { CreateStackCommand } from '@aws-sdk/client-cloudformation';
import type {
  DescribeServiceDeploymentsResponse,
  DescribeServicesResponse,
  ListServiceDeploymentsResponse,
} from '@aws-sdk/client-ecs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type RunningSimulator, startSimulator } from '../start.ts';
import { StackClient, until } from './stack-client.ts';

let simulator: RunningSimulator;
let stacks: StackClient;

beforeAll(async () => {
  simulator = await startSimulator({ timeScale: 1000 });
  stacks = new StackClient(simulator.url, 'native');
});

afterAll(async () => {
  stacks.client.destroy();
  await simulator.close();
});

const TEMPLATE = `
Resources:
  Cluster: { Type: AWS::ECS::Cluster, Properties: { ClusterName: native } }
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      RequiresCompatibilities: [FARGATE]
      NetworkMode: awsvpc
      Cpu: '256'
      Memory: '512'
      ContainerDefinitions: [{ Name: web, Image: example }]
  Service:
    Type: AWS::ECS::Service
    Properties:
      ServiceName: web
      Cluster: !Ref Cluster
      TaskDefinition: !Ref Task
      LaunchType: FARGATE
      DesiredCount: 0
      NetworkConfiguration: { AwsvpcConfiguration: { Subnets: [subnet-1] } }
      DeploymentConfiguration:
        Strategy: BLUE_GREEN
        LifecycleHooks: [{ TargetType: PAUSE, LifecycleStages: [POST_SCALE_UP] }]
`;

test('a stack waits for the deployment of its service, for a PAUSE hook and the bake of 15 minutes', async () => {
  const call = async <O extends object>(operation: string, input: object): Promise<O> =>
    await simulator.sim.call<O>('ecs', operation, input);
  await stacks.client.send(new CreateStackCommand({ StackName: 'native', TemplateBody: TEMPLATE }));
  const arn = await until('the service deployment', async () => {
    const listed = await call<ListServiceDeploymentsResponse>('ListServiceDeployments', {
      cluster: 'native',
      service: 'web',
    }).catch(() => undefined);
    return listed?.serviceDeployments?.[0]?.serviceDeploymentArn;
  });
  const described = async () => {
    const { serviceDeployments } = await call<DescribeServiceDeploymentsResponse>(
      'DescribeServiceDeployments',
      { serviceDeploymentArns: [arn] },
    );
    return serviceDeployments?.[0];
  };
  const hookId = await until('the hook', async () => (await described())?.lifecycleHookDetails?.[0]?.hookId);
  const { services } = await call<DescribeServicesResponse>('DescribeServices', {
    cluster: 'native',
    services: ['web'],
  });
  // The classic view shows all tasks that are wanted; the handler goes on waiting.
  expect(services).toMatchObject([{ desiredCount: 0, runningCount: 0, deployments: [{}] }]);
  expect((await stacks.describe())?.StackStatus).toBe('CREATE_IN_PROGRESS');
  await call('ContinueServiceDeployment', { serviceDeploymentArn: arn, hookId });
  expect((await stacks.settled()).StackStatus).toBe('CREATE_COMPLETE');
  expect(await described()).toMatchObject({
    status: 'SUCCESSFUL',
    deploymentConfiguration: { bakeTimeInMinutes: 15 },
  });
}, 90_000);
