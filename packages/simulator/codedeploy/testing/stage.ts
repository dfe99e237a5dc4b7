import {
  CodeDeployClient,
  CreateApplicationCommand,
  CreateDeploymentCommand,
  CreateDeploymentGroupCommand,
  GetDeploymentCommand,
  GetDeploymentTargetCommand,
  type AutoRollbackEvent,
  type CreateDeploymentInput,
  type DeploymentInfo,
  type DeploymentReadyOption,
  type ECSTarget,
} from '@aws-sdk/client-codedeploy';
import type {
  CreateListenerOutput,
  CreateLoadBalancerOutput,
  CreateTargetGroupOutput,
  DescribeListenersOutput,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { startSimulator, type RunningSimulator } from '../../start.ts';
import { ScriptedEcs } from './scripted-ecs.ts';

export interface GroupOptions {
  readonly config?: string;
  readonly test?: boolean;
  readonly terminationMinutes?: number;
  readonly ready?: DeploymentReadyOption;
  readonly rollbackOn?: AutoRollbackEvent[];
  readonly alarms?: string[];
}

/** A load balancer, a scripted service, an application and its group, and a clock that moves only when it is told to. */
export class Stage {
  readonly running: RunningSimulator;
  readonly client: CodeDeployClient;
  readonly ecs: ScriptedEcs;
  readonly groups: { blue: string; green: string };
  readonly listeners: { prod: string; test: string };

  constructor(
    running: RunningSimulator,
    ecs: ScriptedEcs,
    groups: { blue: string; green: string },
    listeners: { prod: string; test: string },
  ) {
    this.running = running;
    this.ecs = ecs;
    this.groups = groups;
    this.listeners = listeners;
    this.client = new CodeDeployClient({
      endpoint: running.url,
      region: 'us-east-1',
      credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
    });
  }

  static async open(options: GroupOptions = {}): Promise<Stage> {
    const running = await startSimulator({ timeScale: 0 });
    const { sim } = running;
    const elb = async <O extends object>(operation: string, input: object): Promise<O> =>
      await sim.call<O>('elasticloadbalancing', operation, input);
    const group = async (name: string): Promise<string> => {
      const made = await elb<CreateTargetGroupOutput>('CreateTargetGroup', {
        Name: name,
        Protocol: 'HTTP',
        Port: 80,
        VpcId: 'vpc-1',
        TargetType: 'ip',
      });
      return made.TargetGroups?.[0]?.TargetGroupArn ?? '';
    };
    const groups = { blue: await group('tg-one'), green: await group('tg-two') };
    const balancer = await elb<CreateLoadBalancerOutput>('CreateLoadBalancer', {
      Name: 'web',
      Subnets: ['subnet-a', 'subnet-b'],
    });
    const listener = async (port: number): Promise<string> => {
      const made = await elb<CreateListenerOutput>('CreateListener', {
        LoadBalancerArn: balancer.LoadBalancers?.[0]?.LoadBalancerArn,
        Port: port,
        Protocol: 'HTTP',
        DefaultActions: [{ Type: 'forward', TargetGroupArn: groups.blue }],
      });
      return made.Listeners?.[0]?.ListenerArn ?? '';
    };
    const listeners = { prod: await listener(8080), test: await listener(8081) };
    const ecs = new ScriptedEcs(sim, groups.blue);
    sim.add(ecs.service);
    const stage = new Stage(running, ecs, groups, listeners);
    await stage.client.send(new CreateApplicationCommand({ applicationName: 'web', computePlatform: 'ECS' }));
    await stage.client.send(
      new CreateDeploymentGroupCommand({
        applicationName: 'web',
        deploymentGroupName: 'web',
        deploymentConfigName: options.config ?? 'CodeDeployDefault.ECSAllAtOnce',
        serviceRoleArn: 'arn:aws:iam::123456789012:role/codedeploy',
        deploymentStyle: { deploymentType: 'BLUE_GREEN', deploymentOption: 'WITH_TRAFFIC_CONTROL' },
        autoRollbackConfiguration: {
          enabled: options.rollbackOn !== undefined,
          events: options.rollbackOn ?? [],
        },
        ...(options.alarms === undefined
          ? {}
          : { alarmConfiguration: { enabled: true, alarms: options.alarms.map((name) => ({ name })) } }),
        blueGreenDeploymentConfiguration: {
          deploymentReadyOption: options.ready ?? {
            actionOnTimeout: 'CONTINUE_DEPLOYMENT',
            waitTimeInMinutes: 0,
          },
          terminateBlueInstancesOnDeploymentSuccess: {
            action: 'TERMINATE',
            terminationWaitTimeInMinutes: options.terminationMinutes ?? 5,
          },
        },
        loadBalancerInfo: {
          targetGroupPairInfoList: [
            {
              targetGroups: [{ name: 'tg-one' }, { name: 'tg-two' }],
              prodTrafficRoute: { listenerArns: [listeners.prod] },
              ...(options.test === true ? { testTrafficRoute: { listenerArns: [listeners.test] } } : {}),
            },
          ],
        },
        ecsServices: [{ clusterName: 'main', serviceName: 'web' }],
      }),
    );
    return stage;
  }

  async deploy(
    revision = 'web:2',
    extra: { hooks?: Record<string, string>; properties?: object } & Partial<CreateDeploymentInput> = {},
  ): Promise<string> {
    const { hooks, properties, ...input } = extra;
    const content = JSON.stringify({
      version: 0.0,
      Resources: [
        {
          TargetService: {
            Type: 'AWS::ECS::Service',
            Properties: {
              TaskDefinition: `arn:aws:ecs:us-east-1:123456789012:task-definition/${revision}`,
              LoadBalancerInfo: { ContainerName: 'app', ContainerPort: 80 },
              ...properties,
            },
          },
        },
      ],
      ...(hooks === undefined
        ? {}
        : { Hooks: Object.entries(hooks).map(([event, lambda]) => ({ [event]: lambda })) }),
    });
    const { deploymentId } = await this.client.send(
      new CreateDeploymentCommand({
        applicationName: 'web',
        deploymentGroupName: 'web',
        revision: { revisionType: 'AppSpecContent', appSpecContent: { content } },
        ...input,
      }),
    );
    return deploymentId ?? '';
  }

  async get(deploymentId: string | undefined): Promise<DeploymentInfo> {
    const { deploymentInfo } = await this.client.send(new GetDeploymentCommand({ deploymentId }));
    return deploymentInfo ?? {};
  }

  async target(deploymentId: string | undefined): Promise<ECSTarget> {
    const { deploymentTarget } = await this.client.send(
      new GetDeploymentTargetCommand({ deploymentId, targetId: 'main:web' }),
    );
    return deploymentTarget?.ecsTarget ?? {};
  }

  /** `Install: Succeeded` for each lifecycle event. */
  async events(deploymentId: string | undefined): Promise<string[]> {
    const { lifecycleEvents } = await this.target(deploymentId);
    return (lifecycleEvents ?? []).map((event) => `${event.lifecycleEventName ?? ''}: ${event.status ?? ''}`);
  }

  /** Weights of a listener as `[tg-one, tg-two]`. */
  async weights(listenerArn = this.listeners.prod): Promise<[number, number]> {
    const { Listeners } = await this.running.sim.call<DescribeListenersOutput>(
      'elasticloadbalancing',
      'DescribeListeners',
      { ListenerArns: [listenerArn] },
    );
    const groups = Listeners?.[0]?.DefaultActions?.[0]?.ForwardConfig?.TargetGroups ?? [];
    const weight = (arn: string): number => groups.find((one) => one.TargetGroupArn === arn)?.Weight ?? 0;
    return [weight(this.groups.blue), weight(this.groups.green)];
  }

  async advance(seconds: number): Promise<void> {
    await this.running.sim.clock.advance(seconds * 1000);
  }

  /** Changes in ECS, in order. */
  get changes(): string[] {
    return this.ecs.changes.map(({ operation }) => operation);
  }

  /** Lets AWS time pass, in steps of 5 seconds and later of a minute, until the event of the deployment has that status. */
  async until(deploymentId: string, event: string, status: string): Promise<void> {
    await this.#until(`${event}: ${status}`, async () => {
      try {
        return (await this.events(deploymentId)).includes(`${event}: ${status}`);
      } catch {
        return false;
      }
    });
  }

  async untilStatus(deploymentId: string, status: string): Promise<DeploymentInfo> {
    await this.#until(status, async () => (await this.get(deploymentId)).status === status);
    return await this.get(deploymentId);
  }

  async #until(what: string, done: () => Promise<boolean>): Promise<void> {
    let step = 5;
    for (let seconds = 0; seconds < 7200; seconds += step) {
      if (await done()) return;
      step = seconds < 600 ? 5 : 60;
      await this.advance(step);
    }
    throw new Error(`two hours passed without ${what}`);
  }

  async close(): Promise<void> {
    this.client.destroy();
    await this.running.close();
  }
}
