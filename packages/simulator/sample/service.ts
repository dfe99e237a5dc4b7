import type { DescribeServicesResponse } from '@aws-sdk/client-ecs';
import type {
  CreateListenerOutput,
  CreateLoadBalancerOutput,
  CreateTargetGroupOutput,
  DescribeTargetHealthOutput,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import type { Simulator } from '../kernel/simulator.ts';
import { pushSampleImage } from './image.ts';
import { createSampleNetwork, createSampleRoles } from './surroundings.ts';

const NAME = 'sample';
const PORT = 8080;
const TASKS = 2;
const STEP_MS = 1000;
/** Wall-clock milliseconds between two steps: processes start in real time. */
const STEP_WALL_MS = 25;
const PATIENCE_WALL_MS = 60_000;

/** Where users reach the sample service. */
export interface SampleService {
  readonly production: string;
  readonly test: string;
}

/**
 * Makes service `sample` in cluster `sample` with everything around it, under the names that the consoles of ECS and
 * CodeDeploy give, and moves the clock until its tasks are healthy.
 * @throws Error when they never are
 */
export async function createSampleService(sim: Simulator): Promise<SampleService> {
  await sim.call('ecr', 'CreateRepository', { repositoryName: NAME });
  await pushSampleImage(sim, NAME, 'v1');
  createSampleNetwork(sim, NAME, PORT);
  await createSampleRoles(sim);
  const { blue, production, test } = await balance(sim);
  await sim.call('logs', 'CreateLogGroup', { logGroupName: `/ecs/${NAME}` });
  await sim.call('ecs', 'CreateCluster', { clusterName: NAME });
  await sim.call('ecs', 'RegisterTaskDefinition', taskDefinition(sim));
  await sim.call('ecs', 'CreateService', {
    cluster: NAME,
    serviceName: NAME,
    taskDefinition: NAME,
    desiredCount: TASKS,
    launchType: 'FARGATE',
    networkConfiguration: {
      awsvpcConfiguration: {
        subnets: ['subnet-a', 'subnet-b'],
        securityGroups: ['sg-sample'],
        assignPublicIp: 'ENABLED',
      },
    },
    deploymentController: { type: 'CODE_DEPLOY' },
    loadBalancers: [{ targetGroupArn: blue, containerName: 'app', containerPort: PORT }],
  });
  await sim.call('codedeploy', 'CreateApplication', {
    applicationName: `AppECS-${NAME}-${NAME}`,
    computePlatform: 'ECS',
  });
  await sim.call('codedeploy', 'CreateDeploymentGroup', deploymentGroup(sim, production, test));
  await healthy(sim, blue);
  return { production: address(sim, production), test: address(sim, test) };
}

async function balance(sim: Simulator) {
  const elb = 'elasticloadbalancing';
  const group = async (colour: string): Promise<string> => {
    const { TargetGroups } = await sim.call<CreateTargetGroupOutput>(elb, 'CreateTargetGroup', {
      Name: `${NAME}-${colour}`,
      Protocol: 'HTTP',
      Port: PORT,
      VpcId: 'vpc-sample',
      TargetType: 'ip',
      HealthCheckPath: '/health',
      HealthCheckIntervalSeconds: 5,
      HealthCheckTimeoutSeconds: 2,
      HealthyThresholdCount: 2,
    });
    const TargetGroupArn = TargetGroups?.[0]?.TargetGroupArn ?? '';
    await sim.call(elb, 'ModifyTargetGroupAttributes', {
      TargetGroupArn,
      Attributes: [{ Key: 'deregistration_delay.timeout_seconds', Value: '30' }],
    });
    return TargetGroupArn;
  };
  const blue = await group('blue');
  await group('green');
  const { LoadBalancers } = await sim.call<CreateLoadBalancerOutput>(elb, 'CreateLoadBalancer', {
    Name: NAME,
    Subnets: ['subnet-a', 'subnet-b'],
    SecurityGroups: ['sg-sample'],
  });
  const listener = async (Port: number): Promise<string> => {
    const { Listeners } = await sim.call<CreateListenerOutput>(elb, 'CreateListener', {
      LoadBalancerArn: LoadBalancers?.[0]?.LoadBalancerArn,
      Protocol: 'HTTP',
      Port,
      DefaultActions: [{ Type: 'forward', TargetGroupArn: blue }],
    });
    return Listeners?.[0]?.ListenerArn ?? '';
  };
  return { blue, production: await listener(80), test: await listener(8080) };
}

/** The image has the name that ECR gives it, by which clients know that it is one of ECR's. */
function taskDefinition(sim: Simulator): object {
  const image = `${sim.account}.dkr.ecr.${sim.region}.amazonaws.com/${NAME}:v1`;
  return {
    family: NAME,
    networkMode: 'awsvpc',
    requiresCompatibilities: ['FARGATE'],
    cpu: '256',
    memory: '512',
    executionRoleArn: `arn:aws:iam::${sim.account}:role/ecsTaskExecutionRole`,
    containerDefinitions: [
      {
        name: 'app',
        image,
        essential: true,
        portMappings: [{ containerPort: PORT, protocol: 'tcp' }],
        logConfiguration: {
          logDriver: 'awslogs',
          options: {
            'awslogs-group': `/ecs/${NAME}`,
            'awslogs-region': sim.region,
            'awslogs-stream-prefix': 'ecs',
          },
        },
      },
    ],
  };
}

function deploymentGroup(sim: Simulator, production: string, test: string): object {
  return {
    applicationName: `AppECS-${NAME}-${NAME}`,
    deploymentGroupName: `DgpECS-${NAME}-${NAME}`,
    deploymentConfigName: 'CodeDeployDefault.ECSAllAtOnce',
    serviceRoleArn: `arn:aws:iam::${sim.account}:role/ecsCodeDeployRole`,
    autoRollbackConfiguration: {
      enabled: true,
      events: ['DEPLOYMENT_FAILURE', 'DEPLOYMENT_STOP_ON_REQUEST'],
    },
    deploymentStyle: { deploymentType: 'BLUE_GREEN', deploymentOption: 'WITH_TRAFFIC_CONTROL' },
    blueGreenDeploymentConfiguration: {
      deploymentReadyOption: { actionOnTimeout: 'CONTINUE_DEPLOYMENT', waitTimeInMinutes: 0 },
      terminateBlueInstancesOnDeploymentSuccess: { action: 'TERMINATE', terminationWaitTimeInMinutes: 5 },
    },
    ecsServices: [{ clusterName: NAME, serviceName: NAME }],
    loadBalancerInfo: {
      targetGroupPairInfoList: [
        {
          targetGroups: [{ name: `${NAME}-blue` }, { name: `${NAME}-green` }],
          prodTrafficRoute: { listenerArns: [production] },
          testTrafficRoute: { listenerArns: [test] },
        },
      ],
    },
  };
}

/** Moves AWS time ahead until all tasks take traffic: the account is as if it had been there for a while. */
async function healthy(sim: Simulator, targetGroupArn: string): Promise<void> {
  const end = performance.now() + PATIENCE_WALL_MS;
  while (performance.now() < end) {
    const { TargetHealthDescriptions: targets = [] } = await sim.call<DescribeTargetHealthOutput>(
      'elasticloadbalancing',
      'DescribeTargetHealth',
      { TargetGroupArn: targetGroupArn },
    );
    if (targets.filter(({ TargetHealth }) => TargetHealth?.State === 'healthy').length === TASKS) return;
    await sim.clock.advance(STEP_MS);
    await new Promise((resolve) => setTimeout(resolve, STEP_WALL_MS));
  }
  const { services = [] } = await sim.call<DescribeServicesResponse>('ecs', 'DescribeServices', {
    cluster: NAME,
    services: [NAME],
  });
  throw new Error(
    `the tasks of the sample service did not become healthy: ${services[0]?.events?.[0]?.message ?? 'no event'}`,
  );
}

interface Balanced {
  readonly loadBalancers: readonly { readonly listeners: readonly { arn: string; address: string }[] }[];
}

function address(sim: Simulator, arn: string): string {
  const state = sim.service('elasticloadbalancing').snapshot?.() as Balanced | undefined;
  return (
    (state?.loadBalancers ?? []).flatMap(({ listeners }) => listeners).find((one) => one.arn === arn)
      ?.address ?? ''
  );
}
