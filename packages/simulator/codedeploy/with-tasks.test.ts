import {
  CodeDeployClient,
  CreateApplicationCommand,
  CreateDeploymentCommand,
  CreateDeploymentConfigCommand,
  CreateDeploymentGroupCommand,
  GetDeploymentCommand,
  GetDeploymentTargetCommand,
  StopDeploymentCommand,
  type DeploymentInfo,
} from '@aws-sdk/client-codedeploy';
import { CreateServiceCommand, DeregisterTaskDefinitionCommand } from '@aws-sdk/client-ecs';
import type {
  CreateListenerOutput,
  CreateLoadBalancerOutput,
  CreateTargetGroupOutput,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { TestAccount, until } from '../ecs/test-account.ts';
import { underLoad } from '../elb/testing/load.ts';

/** A program that names its version, takes its time and, when told to stop, finishes what it has begun. */
const server = (version: string, status = 200): string => `
  const server = require('node:http').createServer((request, response) => {
    setTimeout(() => {
      response.statusCode = request.url === '/health' ? ${status} : 200;
      response.end('${version}');
    }, 5);
  });
  server.listen(Number(process.env.PORT), '127.0.0.1');
  process.on('SIGTERM', () => server.close(() => process.exit(0)));`;

let account: TestAccount;
let client: CodeDeployClient;
let url: string;

beforeAll(async () => {
  account = await TestAccount.open({ v1: server('v1'), v2: server('v2'), ill: server('ill', 503) }, 120);
  client = new CodeDeployClient({
    endpoint: account.running.url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  url = await environment();
});
afterAll(async () => {
  client.destroy();
  await account.close();
});

async function environment(): Promise<string> {
  const { sim } = account.running;
  const elb = async <O extends object>(operation: string, input: object): Promise<O> =>
    await sim.call<O>('elasticloadbalancing', operation, input);
  const group = async (name: string): Promise<string> => {
    const { TargetGroups } = await elb<CreateTargetGroupOutput>('CreateTargetGroup', {
      Name: name,
      Protocol: 'HTTP',
      Port: 80,
      VpcId: 'vpc-1',
      TargetType: 'ip',
      HealthCheckPath: '/health',
      HealthCheckIntervalSeconds: 10,
      HealthyThresholdCount: 2,
    });
    const arn = TargetGroups?.[0]?.TargetGroupArn ?? '';
    await elb('ModifyTargetGroupAttributes', {
      TargetGroupArn: arn,
      Attributes: [{ Key: 'deregistration_delay.timeout_seconds', Value: '30' }],
    });
    return arn;
  };
  const one = await group('one');
  await group('two');
  const { LoadBalancers } = await elb<CreateLoadBalancerOutput>('CreateLoadBalancer', {
    Name: 'web',
    Subnets: ['subnet-1', 'subnet-2'],
  });
  const { Listeners } = await elb<CreateListenerOutput>('CreateListener', {
    LoadBalancerArn: LoadBalancers?.[0]?.LoadBalancerArn,
    Protocol: 'HTTP',
    Port: 29_001,
    DefaultActions: [{ Type: 'forward', TargetGroupArn: one }],
  });
  await account.ecs.send(
    new CreateServiceCommand({
      cluster: 'test',
      serviceName: 'web',
      taskDefinition: await revision('v1'),
      desiredCount: 2,
      launchType: 'FARGATE',
      deploymentController: { type: 'CODE_DEPLOY' },
      networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-1'] } },
      loadBalancers: [{ targetGroupArn: one, containerName: 'app', containerPort: 8080 }],
    }),
  );
  await account.serviceWhen('web', ({ taskSets }) => taskSets?.[0]?.stabilityStatus === 'STEADY_STATE');
  await client.send(new CreateApplicationCommand({ applicationName: 'web', computePlatform: 'ECS' }));
  await client.send(
    new CreateDeploymentConfigCommand({
      deploymentConfigName: 'half-minute',
      computePlatform: 'ECS',
      trafficRoutingConfig: {
        type: 'TimeBasedLinear',
        timeBasedLinear: { linearPercentage: 50, linearInterval: 1 },
      },
    }),
  );
  await client.send(
    new CreateDeploymentGroupCommand({
      applicationName: 'web',
      deploymentGroupName: 'web',
      deploymentConfigName: 'half-minute',
      serviceRoleArn: 'arn:aws:iam::123456789012:role/codedeploy',
      deploymentStyle: { deploymentType: 'BLUE_GREEN', deploymentOption: 'WITH_TRAFFIC_CONTROL' },
      autoRollbackConfiguration: { enabled: true, events: ['DEPLOYMENT_FAILURE'] },
      blueGreenDeploymentConfiguration: {
        deploymentReadyOption: { actionOnTimeout: 'CONTINUE_DEPLOYMENT' },
        terminateBlueInstancesOnDeploymentSuccess: {
          action: 'TERMINATE',
          terminationWaitTimeInMinutes: 1,
        },
      },
      loadBalancerInfo: {
        targetGroupPairInfoList: [
          {
            targetGroups: [{ name: 'one' }, { name: 'two' }],
            prodTrafficRoute: { listenerArns: [Listeners?.[0]?.ListenerArn ?? ''] },
          },
        ],
      },
      ecsServices: [{ clusterName: 'test', serviceName: 'web' }],
    }),
  );
  const state = (await (await fetch(`${account.running.url}/_simulator/state`)).json()) as {
    elasticloadbalancing: { loadBalancers: { listeners: { address: string }[] }[] };
  };
  return state.elasticloadbalancing.loadBalancers[0]?.listeners[0]?.address ?? '';
}

async function revision(image: string): Promise<string> {
  return await account.register(`test/${image}`, { portMappings: [{ containerPort: 8080 }] });
}

async function deploy(image: string): Promise<string> {
  return await deployRevision(await revision(image));
}

async function deployRevision(taskDefinition: string, containerName = 'app'): Promise<string> {
  const content = JSON.stringify({
    version: 0.0,
    Resources: [
      {
        TargetService: {
          Type: 'AWS::ECS::Service',
          Properties: {
            TaskDefinition: taskDefinition,
            LoadBalancerInfo: { ContainerName: containerName, ContainerPort: 8080 },
          },
        },
      },
    ],
  });
  const { deploymentId } = await client.send(
    new CreateDeploymentCommand({
      applicationName: 'web',
      deploymentGroupName: 'web',
      revision: { revisionType: 'AppSpecContent', appSpecContent: { content } },
    }),
  );
  return deploymentId ?? '';
}

async function when(deploymentId: string | undefined, ...statuses: string[]): Promise<DeploymentInfo> {
  return await until(
    async () => {
      const { deploymentInfo } = await client.send(new GetDeploymentCommand({ deploymentId }));
      return deploymentInfo ?? {};
    },
    ({ status }) => statuses.includes(status ?? ''),
  );
}

test('real tasks are replaced, rolled back and refused without one failed request', async () => {
  const counts = await underLoad(url, 4, async () => {
    const first = await deploy('v2');
    await when(first, 'Succeeded');
    await account.serviceWhen('web', ({ taskSets }) => taskSets?.length === 1);

    const second = await deploy('v1');
    await when(second, 'InProgress');
    await until(
      async () => {
        const { deploymentTarget } = await client.send(
          new GetDeploymentTargetCommand({ deploymentId: second, targetId: 'test:web' }),
        );
        return deploymentTarget?.ecsTarget?.taskSetsInfo?.map((one) => one.trafficWeight);
      },
      (weights) => weights?.join() === '50,50',
    );
    await client.send(new StopDeploymentCommand({ deploymentId: second, autoRollbackEnabled: true }));
    const { rollbackInfo } = await when(second, 'Stopped');
    await when(rollbackInfo?.rollbackDeploymentId, 'Succeeded');
    await account.serviceWhen('web', ({ taskSets }) => taskSets?.length === 1);

    const third = await deploy('ill');
    await until(
      async () => (await account.service('web')).events ?? [],
      (events) => events.some(({ message }) => message?.includes('is unhealthy in')),
    );
    await client.send(new StopDeploymentCommand({ deploymentId: third, autoRollbackEnabled: true }));
    const stopped = await when(third, 'Stopped');
    await when(stopped.rollbackInfo?.rollbackDeploymentId, 'Succeeded');
    await account.serviceWhen('web', ({ taskSets }) => taskSets?.length === 1);
  });
  expect(Object.keys(counts).toSorted()).toEqual(['v1', 'v2']);
  expect(await (await fetch(url)).text()).toBe('v2');
  expect((await account.service('web')).taskSets?.[0]).toMatchObject({ status: 'PRIMARY', runningCount: 2 });
}, 60_000);

test.each([
  ['a container that the task definition lacks', () => revision('v2'), 'other'],
  ['a task definition that does not exist', async () => (await revision('v2')).replace(/\d+$/, '999'), 'app'],
  [
    'a task definition that was deregistered',
    async () => {
      const taskDefinition = await revision('v2');
      await account.ecs.send(new DeregisterTaskDefinitionCommand({ taskDefinition }));
      return taskDefinition;
    },
    'app',
  ],
])('%s is refused by ECS during Install', async (_, taskDefinition, container) => {
  const before = await account.service('web');
  const { status, errorInformation } = await when(
    await deployRevision(await taskDefinition(), container),
    'Succeeded',
    'Failed',
    'Stopped',
  );
  expect(status).toBe('Failed');
  expect(errorInformation).toMatchObject({
    code: 'ECS_UPDATE_ERROR',
    message: expect.stringMatching(
      /^The ECS service cannot be updated due to an unexpected error: \w.+Error Code: \w+;/,
    ),
  });
  expect((await account.service('web')).taskSets?.map(({ id }) => id)).toEqual(
    before.taskSets?.map(({ id }) => id),
  );
});
