import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CreateDeploymentGroupInput, DeploymentInfo } from '@aws-sdk/client-codedeploy';
import type { ContainerDefinition, Service, TaskDefinition } from '@aws-sdk/client-ecs';
import type { Listener, LoadBalancer, TargetGroup } from '@aws-sdk/client-elastic-load-balancing-v2';
import type { ImageSource } from '@cutover/simulator/kernel/images';
import type { Fault } from '@cutover/simulator/kernel/faults';
import { startSimulator, type RunningSimulator } from '@cutover/simulator/start';
import { awsEnv } from './action.ts';
import { surround } from './surroundings.ts';
import { createRole, MAKES_LOG_GROUPS, READS_SECRETS } from './execution-role.ts';

const PATIENCE_MS = 30_000;

const SCRIPTS: Readonly<Record<string, string>> = {
  /** Answers with its environment's STATUS and REVISION. */
  web: `require('node:http').createServer((request, response) => {
      response.statusCode = Number(process.env.STATUS ?? 200);
      response.end(process.env.REVISION ?? '');
    }).listen(Number(process.env.PORT));
    process.on('SIGTERM', () => process.exit(0));`,
  /** Answers its health check with STATUS, and everybody else as it should. */
  ill: `require('node:http').createServer((request, response) => {
      if (String(request.headers['user-agent']).startsWith('ELB-HealthChecker')) response.statusCode = Number(process.env.STATUS);
      response.end(process.env.REVISION ?? '');
    }).listen(Number(process.env.PORT));
    process.on('SIGTERM', () => process.exit(0));`,
  /** Listens on a port of its own choice, which nobody knows. */
  elsewhere: `require('node:http').createServer((request, response) => response.end()).listen(0);
    process.on('SIGTERM', () => process.exit(0));`,
  crash: `console.log('reading the settings'); console.error('Error: Cannot find module express'); process.exit(3);`,
};

const images: ImageSource = {
  owns: (reference) => reference.startsWith('test/'),
  pull: async (reference, _architecture, directory) => {
    await mkdir(join(directory, 'app'), { recursive: true });
    await writeFile(join(directory, 'app', 'main.cjs'), SCRIPTS[reference.slice(5)] ?? 'process.exit(127)');
    return {
      digest: `sha256:${'ab'.repeat(32)}`,
      config: { Entrypoint: ['node', '/app/main.cjs'], WorkingDir: '/app', Env: [] },
    };
  },
};

export interface LiveOptions {
  readonly timeScale?: number;
  readonly config?: string;
  readonly ready?: CreateDeploymentGroupInput['blueGreenDeploymentConfiguration'];
  readonly terminationMinutes?: number;
  readonly desiredCount?: number;
  readonly controller?: 'CODE_DEPLOY' | 'ECS';
  /** A simulator that was started already, with images of its own. */
  readonly running?: RunningSimulator;
  /** What the first revision's container has. */
  readonly container?: Partial<ContainerDefinition>;
  /** Names of application and group. */
  readonly names?: readonly [application: string, group: string];
}

/**
 * A simulated account in which service `web` of cluster `shop` serves revision `web:1` behind a load balancer, with a
 * deployment group of the names that the ECS console gives.
 */
export class LiveService {
  readonly running: RunningSimulator;
  readonly env: Record<string, string>;
  readonly application: string;
  readonly group: string;
  production = '';
  testListener = '';
  blue = '';
  green = '';

  private constructor(running: RunningSimulator, [application, group]: readonly [string, string]) {
    this.running = running;
    this.env = awsEnv(running.url);
    this.application = application;
    this.group = group;
  }

  static async open(options: LiveOptions = {}): Promise<LiveService> {
    const running = options.running ?? (await startSimulator({ timeScale: options.timeScale ?? 200 }));
    if (options.running === undefined) running.sim.images = images;
    const live = new LiveService(running, options.names ?? ['AppECS-shop-web', 'DgpECS-shop-web']);
    try {
      await live.#build(options);
    } catch (error) {
      await running.close();
      throw error;
    }
    return live;
  }

  async #build(options: LiveOptions): Promise<void> {
    await createRole(this.running, 'execution', { statements: [MAKES_LOG_GROUPS, READS_SECRETS] });
    surround(this.running.sim);
    await this.#balance();
    const { desiredCount = 1, controller = 'CODE_DEPLOY' } = options;
    await this.call('ecs', 'CreateCluster', {
      clusterName: 'shop',
      capacityProviders: ['FARGATE', 'FARGATE_SPOT'],
    });
    await this.call('ecs', 'CreateService', {
      cluster: 'shop',
      serviceName: 'web',
      taskDefinition: await this.register('web', options.container),
      desiredCount,
      capacityProviderStrategy: [{ capacityProvider: 'FARGATE_SPOT', weight: 1 }],
      platformVersion: '1.4.0',
      networkConfiguration: {
        awsvpcConfiguration: { subnets: ['subnet-1'], securityGroups: ['sg-1'], assignPublicIp: 'ENABLED' },
      },
      deploymentController: { type: controller },
      loadBalancers: [{ targetGroupArn: this.blue, containerName: 'app', containerPort: 8080 }],
    });
    if (controller === 'CODE_DEPLOY') {
      await this.call('codedeploy', 'CreateApplication', {
        applicationName: this.application,
        computePlatform: 'ECS',
      });
      await this.#group(options);
    }
    await this.until(async () => {
      const { runningCount = 0 } = await this.service();
      return runningCount === desiredCount ? true : undefined;
    });
  }

  async close(): Promise<void> {
    await this.running.close();
  }

  /** A call as a simulated service makes it: not recorded, no faults. */
  async call<O extends object = Record<string, unknown>>(
    service: string,
    operation: string,
    input: object,
  ): Promise<O> {
    return await this.running.sim.call<O>(service, operation, input);
  }

  /** A new revision of family `web` that runs one of the scripts. */
  async register(
    script: 'web' | 'ill' | 'elsewhere' | 'crash' | 'missing',
    container: Partial<ContainerDefinition> = {},
  ): Promise<string> {
    const { taskDefinition } = await this.call<{ taskDefinition: TaskDefinition }>(
      'ecs',
      'RegisterTaskDefinition',
      {
        family: 'web',
        networkMode: 'awsvpc',
        requiresCompatibilities: ['FARGATE'],
        cpu: '256',
        memory: '512',
        executionRoleArn: 'arn:aws:iam::123456789012:role/execution',
        containerDefinitions: [
          {
            name: 'app',
            image: `test/${script}`,
            essential: true,
            portMappings: [{ containerPort: 8080 }],
            logConfiguration: {
              logDriver: 'awslogs',
              options: {
                'awslogs-group': '/shop',
                'awslogs-region': 'us-east-1',
                'awslogs-stream-prefix': 'web',
                'awslogs-create-group': 'true',
              },
            },
            ...container,
          },
        ],
      },
    );
    return taskDefinition.taskDefinitionArn ?? '';
  }

  async service(name = 'web'): Promise<Service> {
    const { services } = await this.call<{ services: Service[] }>('ecs', 'DescribeServices', {
      cluster: 'shop',
      services: [name],
    });
    const [service] = services;
    if (service === undefined) throw new Error('the service is gone');
    return service;
  }

  /** `web:2`: what PRIMARY runs. */
  async serving(): Promise<string> {
    const { taskSets = [] } = await this.service();
    const arn = taskSets.find(({ status }) => status === 'PRIMARY')?.taskDefinition ?? '';
    return arn.slice(arn.lastIndexOf('/') + 1);
  }

  /** Where production really answers: the simulator takes another port when the listener's own is in use. */
  get address(): string {
    const seen = this.running.sim.service('elasticloadbalancing').snapshot?.() as {
      loadBalancers: { listeners: { arn: string; address: string }[] }[];
    };
    const found = seen.loadBalancers
      .flatMap(({ listeners }) => listeners)
      .find(({ arn }) => arn === this.production);
    return found?.address ?? '';
  }

  /** Deployments of the group, oldest first. */
  async deployments(
    [applicationName, deploymentGroupName]: readonly [string, string] = [this.application, this.group],
  ): Promise<readonly DeploymentInfo[]> {
    const { deployments } = await this.call<{ deployments: string[] }>('codedeploy', 'ListDeployments', {
      applicationName,
      deploymentGroupName,
    });
    const found = await Promise.all(deployments.map((id) => this.deployment(id)));
    return found.sort((a, b) => Number(a.createTime) - Number(b.createTime));
  }

  async deployment(deploymentId: string): Promise<DeploymentInfo> {
    const { deploymentInfo } = await this.call<{ deploymentInfo: DeploymentInfo }>(
      'codedeploy',
      'GetDeployment',
      {
        deploymentId,
      },
    );
    return deploymentInfo;
  }

  /** Operations that changed something, as `codedeploy:StopDeployment`, in order. */
  changes(): readonly string[] {
    return this.running.sim.calls
      .filter(({ operation }) => /^(Create|Stop|Continue|Update|Modify|Register|Delete|Put)/.test(operation))
      .map(({ service, operation }) => `${service}:${operation}`);
  }

  calls(operation: string): readonly Record<string, unknown>[] {
    return this.running.sim.calls
      .filter((call) => call.operation === operation)
      .map(({ input }) => input as Record<string, unknown>);
  }

  fault(fault: Fault): void {
    this.running.sim.faults.add(fault);
  }

  /** Looks again and again until there is something to see. */
  async until<T>(look: () => Promise<T | undefined>): Promise<T> {
    const end = Date.now() + PATIENCE_MS;
    for (;;) {
      const found = await look();
      if (found !== undefined) return found;
      if (Date.now() > end) throw new Error(`never came true: ${look.toString()}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  /** Somebody else's deployment of a revision (ARN) by that deployment config; gives back its id. */
  async deploy(
    TaskDefinition: string,
    deploymentConfigName: string,
    [applicationName, deploymentGroupName]: readonly [string, string] = [this.application, this.group],
  ): Promise<string> {
    const LoadBalancerInfo = { ContainerName: 'app', ContainerPort: 8080 };
    const TargetService = { Type: 'AWS::ECS::Service', Properties: { TaskDefinition, LoadBalancerInfo } };
    const content = JSON.stringify({ version: 0, Resources: [{ TargetService }] });
    const { deploymentId } = await this.call<{ deploymentId: string }>('codedeploy', 'CreateDeployment', {
      applicationName,
      deploymentGroupName,
      deploymentConfigName,
      autoRollbackConfiguration: { enabled: true, events: ['DEPLOYMENT_FAILURE'] },
      revision: { revisionType: 'AppSpecContent', appSpecContent: { content } },
    });
    return deploymentId;
  }

  /** The active deployment's id, once its replacement task set exists: before that there is nothing to go back from. */
  async active(): Promise<string> {
    return await this.until(async () => {
      const { taskSets = [] } = await this.service();
      const made = taskSets.find(({ externalId, status }) => externalId !== undefined && status === 'ACTIVE');
      return made?.externalId;
    });
  }

  async #balance(): Promise<void> {
    const group = async (Name: string): Promise<string> => {
      const { TargetGroups } = await this.call<{ TargetGroups: TargetGroup[] }>(
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
      const arn = TargetGroups[0]?.TargetGroupArn ?? '';
      await this.call('elasticloadbalancing', 'ModifyTargetGroupAttributes', {
        TargetGroupArn: arn,
        Attributes: [{ Key: 'deregistration_delay.timeout_seconds', Value: '10' }],
      });
      return arn;
    };
    this.blue = await group('web-blue');
    this.green = await group('web-green');
    const { LoadBalancers } = await this.call<{ LoadBalancers: LoadBalancer[] }>(
      'elasticloadbalancing',
      'CreateLoadBalancer',
      { Name: 'web', Subnets: ['subnet-1', 'subnet-2'] },
    );
    const listener = async (Port: number): Promise<string> => {
      const { Listeners } = await this.call<{ Listeners: Listener[] }>(
        'elasticloadbalancing',
        'CreateListener',
        {
          LoadBalancerArn: LoadBalancers[0]?.LoadBalancerArn,
          Protocol: 'HTTP',
          Port,
          DefaultActions: [{ Type: 'forward', TargetGroupArn: this.blue }],
        },
      );
      return Listeners[0]?.ListenerArn ?? '';
    };
    this.production = await listener(80);
    this.testListener = await listener(8080);
  }

  async #group(options: LiveOptions): Promise<void> {
    await this.call('codedeploy', 'CreateDeploymentGroup', {
      applicationName: this.application,
      deploymentGroupName: this.group,
      deploymentConfigName: options.config ?? 'CodeDeployDefault.ECSAllAtOnce',
      serviceRoleArn: 'arn:aws:iam::123456789012:role/codedeploy',
      deploymentStyle: { deploymentType: 'BLUE_GREEN', deploymentOption: 'WITH_TRAFFIC_CONTROL' },
      blueGreenDeploymentConfiguration: options.ready ?? {
        deploymentReadyOption: { actionOnTimeout: 'CONTINUE_DEPLOYMENT', waitTimeInMinutes: 0 },
        terminateBlueInstancesOnDeploymentSuccess: {
          action: 'TERMINATE',
          terminationWaitTimeInMinutes: options.terminationMinutes ?? 0,
        },
      },
      ecsServices: [{ clusterName: 'shop', serviceName: 'web' }],
      loadBalancerInfo: {
        targetGroupPairInfoList: [
          {
            targetGroups: [{ name: 'web-blue' }, { name: 'web-green' }],
            prodTrafficRoute: { listenerArns: [this.production] },
            testTrafficRoute: { listenerArns: [this.testListener] },
          },
        ],
      },
    });
  }
}
