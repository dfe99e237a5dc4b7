import type { Listener, LoadBalancer, TargetGroup } from '@aws-sdk/client-elastic-load-balancing-v2';
import type { LiveOptions, LiveService } from './live-service.ts';

/**
 * Another service of the account, behind a load balancer of its own, with a deployment group of the names that the ECS
 * console gives; it serves `web:1`. Gives back the ARN of its listener.
 */
export async function addService(
  live: LiveService,
  name: string,
  {
    config,
    ready,
    terminationMinutes = 0,
  }: Pick<LiveOptions, 'config' | 'ready' | 'terminationMinutes'> = {},
): Promise<string> {
  const groups = await Promise.all(
    [`${name}-blue`, `${name}-green`].map(async (Name) => {
      const { TargetGroups } = await live.call<{ TargetGroups: TargetGroup[] }>(
        'elasticloadbalancing',
        'CreateTargetGroup',
        {
          Name,
          Protocol: 'HTTP',
          Port: 80,
          VpcId: 'vpc-1',
          TargetType: 'ip',
          HealthCheckIntervalSeconds: 10,
          HealthCheckTimeoutSeconds: 5,
          HealthyThresholdCount: 2,
        },
      );
      return TargetGroups[0]?.TargetGroupArn ?? '';
    }),
  );
  const [blue] = groups;
  const { LoadBalancers } = await live.call<{ LoadBalancers: LoadBalancer[] }>(
    'elasticloadbalancing',
    'CreateLoadBalancer',
    { Name: name, Subnets: ['subnet-1', 'subnet-2'] },
  );
  const { Listeners } = await live.call<{ Listeners: Listener[] }>('elasticloadbalancing', 'CreateListener', {
    LoadBalancerArn: LoadBalancers[0]?.LoadBalancerArn,
    Protocol: 'HTTP',
    Port: 81,
    DefaultActions: [{ Type: 'forward', TargetGroupArn: blue }],
  });
  await live.call('ecs', 'CreateService', {
    cluster: 'shop',
    serviceName: name,
    taskDefinition: 'web:1',
    desiredCount: 1,
    launchType: 'FARGATE',
    networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-1'], securityGroups: ['sg-1'] } },
    deploymentController: { type: 'CODE_DEPLOY' },
    loadBalancers: [{ targetGroupArn: blue, containerName: 'app', containerPort: 8080 }],
  });
  await live.call('codedeploy', 'CreateApplication', {
    applicationName: `AppECS-shop-${name}`,
    computePlatform: 'ECS',
  });
  await live.call('codedeploy', 'CreateDeploymentGroup', {
    applicationName: `AppECS-shop-${name}`,
    deploymentGroupName: `DgpECS-shop-${name}`,
    deploymentConfigName: config ?? 'CodeDeployDefault.ECSAllAtOnce',
    serviceRoleArn: 'arn:aws:iam::123456789012:role/codedeploy',
    deploymentStyle: { deploymentType: 'BLUE_GREEN', deploymentOption: 'WITH_TRAFFIC_CONTROL' },
    blueGreenDeploymentConfiguration: ready ?? {
      deploymentReadyOption: { actionOnTimeout: 'CONTINUE_DEPLOYMENT', waitTimeInMinutes: 0 },
      terminateBlueInstancesOnDeploymentSuccess: {
        action: 'TERMINATE',
        terminationWaitTimeInMinutes: terminationMinutes,
      },
    },
    ecsServices: [{ clusterName: 'shop', serviceName: name }],
    loadBalancerInfo: {
      targetGroupPairInfoList: [
        {
          targetGroups: [{ name: `${name}-blue` }, { name: `${name}-green` }],
          prodTrafficRoute: { listenerArns: [Listeners[0]?.ListenerArn] },
        },
      ],
    },
  });
  await live.until(async () => ((await live.service(name)).runningCount === 1 ? true : undefined));
  return Listeners[0]?.ListenerArn ?? '';
}
