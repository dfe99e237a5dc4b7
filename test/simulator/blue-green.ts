import {
  CodeDeployClient,
  CreateApplicationCommand,
  CreateDeploymentCommand,
  CreateDeploymentConfigCommand,
  CreateDeploymentGroupCommand,
  GetDeploymentCommand,
  type DeploymentInfo,
} from '@aws-sdk/client-codedeploy';
import {
  CreateClusterCommand,
  CreateServiceCommand,
  DescribeServicesCommand,
  ECSClient,
  RegisterTaskDefinitionCommand,
  type Service,
} from '@aws-sdk/client-ecs';
import {
  CreateListenerCommand,
  CreateLoadBalancerCommand,
  CreateTargetGroupCommand,
  DescribeListenersCommand,
  ElasticLoadBalancingV2Client,
  ModifyTargetGroupAttributesCommand,
} from '@aws-sdk/client-elastic-load-balancing-v2';

export const CLUSTER = 'soak';
const PORT = 8080;
const FIRST_LISTENER = 29_100;

/** How a service is checked and replaced; seconds and minutes of AWS time. */
export interface Pace {
  readonly desiredCount: number;
  readonly healthCheckSeconds: number;
  readonly terminationMinutes: number;
  readonly deregistrationSeconds: number;
  readonly canaryMinutes: number;
}

/** Where a service's traffic comes in. */
export interface Front {
  readonly listenerArn: string;
  /** ARNs of the target groups that take turns; the first one begins. */
  readonly groups: readonly [string, string];
}

/** One simulated account with services that CodeDeploy replaces. */
export class BlueGreen {
  readonly ecs: ECSClient;
  readonly codedeploy: CodeDeployClient;
  readonly elb: ElasticLoadBalancingV2Client;
  readonly #pace: Pace;

  constructor(endpoint: string, pace: Pace) {
    const config = {
      endpoint,
      region: 'us-east-1',
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    };
    this.ecs = new ECSClient(config);
    this.codedeploy = new CodeDeployClient(config);
    this.elb = new ElasticLoadBalancingV2Client(config);
    this.#pace = pace;
  }

  close(): void {
    this.ecs.destroy();
    this.codedeploy.destroy();
    this.elb.destroy();
  }

  /** The cluster and the ways of shifting: `all-at-once`, `canary` (20 %, then the rest) and `linear` (25 % a minute). */
  async prepare(): Promise<void> {
    await this.ecs.send(new CreateClusterCommand({ clusterName: CLUSTER }));
    await this.codedeploy.send(
      new CreateDeploymentConfigCommand({
        deploymentConfigName: 'canary',
        computePlatform: 'ECS',
        trafficRoutingConfig: {
          type: 'TimeBasedCanary',
          timeBasedCanary: { canaryPercentage: 20, canaryInterval: this.#pace.canaryMinutes },
        },
      }),
    );
    await this.codedeploy.send(
      new CreateDeploymentConfigCommand({
        deploymentConfigName: 'linear',
        computePlatform: 'ECS',
        trafficRoutingConfig: {
          type: 'TimeBasedLinear',
          timeBasedLinear: { linearPercentage: 25, linearInterval: 1 },
        },
      }),
    );
    await this.codedeploy.send(
      new CreateDeploymentConfigCommand({
        deploymentConfigName: 'all-at-once',
        computePlatform: 'ECS',
        trafficRoutingConfig: { type: 'AllAtOnce' },
      }),
    );
  }

  /** A revision whose program finds its version in the environment; gives back its ARN. */
  async revision(family: string, image: string, version: string): Promise<string> {
    const { taskDefinition } = await this.ecs.send(
      new RegisterTaskDefinitionCommand({
        family,
        networkMode: 'awsvpc',
        requiresCompatibilities: ['FARGATE'],
        cpu: '256',
        memory: '512',
        executionRoleArn: 'arn:aws:iam::123456789012:role/execution',
        containerDefinitions: [
          {
            name: 'app',
            image,
            portMappings: [{ containerPort: PORT }],
            environment: [{ name: 'VERSION', value: version }],
          },
        ],
      }),
    );
    return taskDefinition?.taskDefinitionArn ?? '';
  }

  /** A load balancer, a service of that revision and its deployment group, all of the same name. */
  async service(name: string, taskDefinition: string, index = 0): Promise<Front> {
    const groups = [await this.#targetGroup(`${name}-one`), await this.#targetGroup(`${name}-two`)] as const;
    const { LoadBalancers } = await this.elb.send(
      new CreateLoadBalancerCommand({ Name: name, Subnets: ['subnet-1', 'subnet-2'] }),
    );
    const { Listeners } = await this.elb.send(
      new CreateListenerCommand({
        LoadBalancerArn: LoadBalancers?.[0]?.LoadBalancerArn,
        Protocol: 'HTTP',
        Port: FIRST_LISTENER + index,
        DefaultActions: [{ Type: 'forward', TargetGroupArn: groups[0] }],
      }),
    );
    const listenerArn = Listeners?.[0]?.ListenerArn ?? '';
    await this.ecs.send(
      new CreateServiceCommand({
        cluster: CLUSTER,
        serviceName: name,
        taskDefinition,
        desiredCount: this.#pace.desiredCount,
        launchType: 'FARGATE',
        deploymentController: { type: 'CODE_DEPLOY' },
        networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-1'] } },
        loadBalancers: [{ targetGroupArn: groups[0], containerName: 'app', containerPort: PORT }],
      }),
    );
    await this.codedeploy.send(
      new CreateApplicationCommand({ applicationName: name, computePlatform: 'ECS' }),
    );
    await this.codedeploy.send(
      new CreateDeploymentGroupCommand({
        applicationName: name,
        deploymentGroupName: name,
        deploymentConfigName: 'all-at-once',
        serviceRoleArn: 'arn:aws:iam::123456789012:role/codedeploy',
        deploymentStyle: { deploymentType: 'BLUE_GREEN', deploymentOption: 'WITH_TRAFFIC_CONTROL' },
        blueGreenDeploymentConfiguration: {
          deploymentReadyOption: { actionOnTimeout: 'CONTINUE_DEPLOYMENT' },
          terminateBlueInstancesOnDeploymentSuccess: {
            action: 'TERMINATE',
            terminationWaitTimeInMinutes: this.#pace.terminationMinutes,
          },
        },
        loadBalancerInfo: {
          targetGroupPairInfoList: [
            {
              targetGroups: [{ name: `${name}-one` }, { name: `${name}-two` }],
              prodTrafficRoute: { listenerArns: [listenerArn] },
            },
          ],
        },
        ecsServices: [{ clusterName: CLUSTER, serviceName: name }],
      }),
    );
    return { listenerArn, groups };
  }

  async #targetGroup(name: string): Promise<string> {
    const { TargetGroups } = await this.elb.send(
      new CreateTargetGroupCommand({
        Name: name,
        Protocol: 'HTTP',
        Port: 80,
        TargetType: 'ip',
        VpcId: 'vpc-1',
        HealthCheckIntervalSeconds: this.#pace.healthCheckSeconds,
        HealthyThresholdCount: 2,
        UnhealthyThresholdCount: 10,
      }),
    );
    const arn = TargetGroups?.[0]?.TargetGroupArn ?? '';
    await this.elb.send(
      new ModifyTargetGroupAttributesCommand({
        TargetGroupArn: arn,
        Attributes: [
          {
            Key: 'deregistration_delay.timeout_seconds',
            Value: String(this.#pace.deregistrationSeconds),
          },
        ],
      }),
    );
    return arn;
  }

  /** Starts a deployment of the service of that name; gives back its id. */
  async deploy(name: string, taskDefinition: string, config: string): Promise<string> {
    const content = JSON.stringify({
      version: 0.0,
      Resources: [
        {
          TargetService: {
            Type: 'AWS::ECS::Service',
            Properties: {
              TaskDefinition: taskDefinition,
              LoadBalancerInfo: { ContainerName: 'app', ContainerPort: PORT },
            },
          },
        },
      ],
    });
    const { deploymentId } = await this.codedeploy.send(
      new CreateDeploymentCommand({
        applicationName: name,
        deploymentGroupName: name,
        deploymentConfigName: config,
        revision: { revisionType: 'AppSpecContent', appSpecContent: { content } },
      }),
    );
    return deploymentId ?? '';
  }

  async deployment(deploymentId: string): Promise<DeploymentInfo> {
    const { deploymentInfo = {} } = await this.codedeploy.send(new GetDeploymentCommand({ deploymentId }));
    return deploymentInfo;
  }

  async describe(name: string): Promise<Service> {
    const { services } = await this.ecs.send(
      new DescribeServicesCommand({ cluster: CLUSTER, services: [name] }),
    );
    return services?.[0] ?? {};
  }

  /** Weight of each target group behind the listener, by ARN. */
  async weights(listenerArn: string): Promise<Map<string, number>> {
    const { Listeners } = await this.elb.send(new DescribeListenersCommand({ ListenerArns: [listenerArn] }));
    const groups = Listeners?.[0]?.DefaultActions?.[0]?.ForwardConfig?.TargetGroups ?? [];
    return new Map(groups.map(({ TargetGroupArn = '', Weight = 0 }) => [TargetGroupArn, Weight]));
  }
}

/** Looks again and again until `wanted`; fails with the last look when that takes longer than the patience (seconds). */
export async function until<T>(
  look: () => Promise<T>,
  wanted: (value: T) => boolean,
  patience = 300,
): Promise<T> {
  const end = Date.now() + patience * 1000;
  for (;;) {
    const value = await look();
    if (wanted(value)) return value;
    if (Date.now() > end) throw new Error(`not true after ${patience} s: ${JSON.stringify(value)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
