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
  readonly serviceConnect: boolean;
  /** Newest first. */
  readonly events: readonly ServiceEvent[];
}

/** The task set that serves production, if the service has one. */
export function primaryTaskSet(service: ServiceState): TaskSet | undefined {
  return service.taskSets.find(({ status }) => status === 'PRIMARY');
}

/** The revision that serves production now: that of PRIMARY for CODE_DEPLOY, the service's own otherwise. */
export function servingRevision(service: ServiceState): string {
  return primaryTaskSet(service)?.taskDefinition ?? service.taskDefinition;
}
