import type { DeploymentSettings } from '../ecs/service-deployment.ts';

/** Subnets, security groups and public address of awsvpc tasks. */
export interface NetworkConfiguration {
  readonly subnets: readonly string[];
  readonly securityGroups: readonly string[];
  readonly assignPublicIp: 'ENABLED' | 'DISABLED';
}

export interface CapacityProviderItem {
  readonly capacityProvider: string;
  readonly weight: number;
  readonly base: number;
}

export interface ServiceLoadBalancer {
  readonly targetGroupArn: string;
  readonly containerName: string;
  readonly containerPort: number;
  /** Means by which ECS shifts traffic; absent where it does not. */
  readonly shift?: TrafficShift;
}

/** The other half of a pair of target groups, and the listener rules (ALB) or listeners (NLB) that choose between them. ARNs. */
export interface TrafficShift {
  readonly alternateTargetGroup: string;
  readonly productionRule?: string;
  readonly testRule?: string;
  readonly role?: string;
}

/** Tasks of one revision of a service, as ECS rolls them out. */
export interface Rollout {
  /** `ecs-svc/1234567890` */
  readonly id: string;
  /** `PRIMARY` is the newest; `ACTIVE` ones are being replaced. */
  readonly status: 'PRIMARY' | 'ACTIVE' | 'INACTIVE' | (string & {});
  readonly taskDefinition: string;
  readonly state: 'COMPLETED' | 'FAILED' | 'IN_PROGRESS' | (string & {});
  readonly desired: number;
  readonly running: number;
  /** Tasks that failed since one was healthy. */
  readonly failed: number;
  /** Epoch milliseconds. */
  readonly createdAt: number;
}

/** One side of a blue/green deployment: a set of tasks of one revision. */
export interface TaskSet {
  /** `ecs-svc/1234567890` */
  readonly id: string;
  readonly arn: string;
  /** `PRIMARY` serves production; `DRAINING` is on its way out. */
  readonly status: 'PRIMARY' | 'ACTIVE' | 'DRAINING' | (string & {});
  readonly taskDefinition: string;
  /** The CodeDeploy deployment that made it; absent for the one created with the service. */
  readonly externalId?: string;
  readonly stable: boolean;
  readonly desired: number;
  readonly running: number;
  readonly pending: number;
  readonly launchType?: string;
  readonly platformVersion?: string;
  readonly capacityProviders: readonly CapacityProviderItem[];
  readonly network?: NetworkConfiguration;
  readonly loadBalancers: readonly ServiceLoadBalancer[];
}

export interface ServiceEvent {
  readonly id: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly text: string;
}

/** An ECS service as it is now. */
export interface ServiceState {
  readonly name: string;
  readonly arn: string;
  readonly cluster: string;
  readonly status: 'ACTIVE' | 'DRAINING' | 'INACTIVE' | (string & {});
  readonly controller: 'CODE_DEPLOY' | 'ECS' | 'EXTERNAL' | (string & {});
  /** ARN of the revision that ECS calls the service's own; for CODE_DEPLOY it follows the PRIMARY task set. */
  readonly taskDefinition: string;
  readonly desired: number;
  readonly running: number;
  readonly pending: number;
  /** Empty for the ECS controller. */
  readonly taskSets: readonly TaskSet[];
  readonly loadBalancers: readonly ServiceLoadBalancer[];
  readonly launchType?: string;
  readonly platformVersion?: string;
  readonly capacityProviders: readonly CapacityProviderItem[];
  readonly network?: NetworkConfiguration;
  readonly schedulingStrategy: string;
  /** How long after its start ECS ignores that a task is unhealthy. */
  readonly graceSeconds: number;
  readonly serviceConnect: boolean;
  /** Newest first; absent for controllers that make none. */
  readonly rollouts?: readonly Rollout[];
  /** How ECS itself deploys it; absent for other controllers. */
  readonly settings?: DeploymentSettings;
  /** Whether ECS made and owns the service's load balancer and configuration, as it does for Express services. */
  readonly isManaged?: boolean;
  /** Newest first. */
  readonly events: readonly ServiceEvent[];
}

/** The task set that serves production, if the service has one. */
export function primaryTaskSet(service: ServiceState): TaskSet | undefined {
  return service.taskSets.find(({ status }) => status === 'PRIMARY');
}

/** Tasks of a service as far as all engines know them. */
export type ServingTasks = Pick<
  ServiceState,
  | 'taskDefinition'
  | 'desired'
  | 'running'
  | 'loadBalancers'
  | 'network'
  | 'platformVersion'
  | 'capacityProviders'
  | 'launchType'
>;

/** The tasks that serve production: those of the PRIMARY task set, or the service's own where it has none. */
export function servingTasks(service: ServiceState): ServingTasks {
  return primaryTaskSet(service) ?? service;
}

/** Subnets and security groups of the tasks that serve; undefined when neither they nor the service have any. */
export function servingNetwork(service: ServiceState): NetworkConfiguration | undefined {
  return servingTasks(service).network ?? service.network;
}

/** The revision that serves production now: that of PRIMARY for CODE_DEPLOY, the service's own otherwise. */
export function servingRevision(service: ServiceState): string {
  return servingTasks(service).taskDefinition;
}

/** The serving tasks, as messages name them: `PRIMARY`, or `service web` where nothing is replaced side by side. */
export function servingName({ name, taskSets }: ServiceState): string {
  return taskSets.length === 0 ? `service ${name}` : 'PRIMARY';
}

/** Revisions of all tasks that the service runs side by side. */
export function runningRevisions(service: ServiceState): readonly string[] {
  return service.taskSets.length === 0
    ? [service.taskDefinition]
    : service.taskSets.map(({ taskDefinition }) => taskDefinition);
}

/** Revision of the newest tasks that are to replace those that serve; undefined when there are none. */
export function replacementRevision({ taskSets }: ServiceState): string | undefined {
  return taskSets.findLast(({ status }) => status === 'ACTIVE')?.taskDefinition;
}

/** Revisions that a service runs or names, the one that serves first, with how it does. */
export function revisionsOf(
  service: ServiceState,
): readonly { readonly revision: string; readonly what: string }[] {
  const { name, taskDefinition, taskSets } = service;
  return [
    { revision: servingRevision(service), what: `service ${name} runs it` },
    { revision: taskDefinition, what: `service ${name} names it` },
    ...taskSets.map((set) => ({
      revision: set.taskDefinition,
      what: `the task set ${set.status} of service ${name} has it`,
    })),
  ];
}

/** Whether new tasks of the service run on Fargate; undefined when the cluster's default decides, which it does not tell. */
export function launchesOnFargate(service: ServiceState): boolean | undefined {
  const { launchType, capacityProviders } = servingTasks(service);
  if (launchType !== undefined) return launchType === 'FARGATE';
  if (capacityProviders.length === 0) return undefined;
  return capacityProviders.every(({ capacityProvider }) => /^FARGATE(_SPOT)?$/.test(capacityProvider));
}
