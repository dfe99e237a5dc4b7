import type {
  CapacityProviderStrategyItem,
  ClusterConfiguration,
  ClusterSetting,
  Deployment,
  DeploymentConfiguration,
  DeploymentController,
  LoadBalancer,
  NetworkConfiguration,
  Scale,
  ServiceConnectConfiguration,
  ServiceEvent,
  ServiceRegistry,
  Tag,
  Task,
  TaskDefinition,
} from '@aws-sdk/client-ecs';
import type { TaskRun } from './task-run.ts';

export interface ClusterState {
  readonly name: string;
  readonly arn: string;
  status: 'ACTIVE' | 'INACTIVE';
  capacityProviders: string[];
  defaultStrategy: CapacityProviderStrategyItem[];
  readonly settings: ClusterSetting[];
  readonly configuration?: ClusterConfiguration | undefined;
  tags: Tag[];
  readonly services: Map<string, ServiceState>;
  /** By task id; stopped tasks stay for an hour of AWS time. */
  readonly tasks: Map<string, TaskState>;
  /** RunTask's client tokens. */
  readonly tokens: Map<string, { readonly fingerprint: string; readonly at: number; readonly ids: string[] }>;
}

export interface TaskDefinitionState {
  readonly definition: TaskDefinition;
  tags: Tag[];
}

export interface TaskState {
  readonly id: string;
  readonly cluster: ClusterState;
  readonly definition: TaskDefinition;
  /** What DescribeTasks answers, without the tags. */
  readonly shape: Task;
  tags: Tag[];
  readonly taskSet?: TaskSetState | undefined;
  readonly run: TaskRun;
}

/** What a task set and a deployment of a rolling service have in common: a revision and the tasks that run it. */
export interface TaskSetState {
  /** `ecs-svc/9223370…` */
  readonly id: string;
  readonly arn: string;
  readonly service: ServiceState;
  readonly taskDefinition: TaskDefinition;
  readonly startedBy?: string | undefined;
  readonly externalId?: string | undefined;
  readonly clientToken?: string | undefined;
  status: 'PRIMARY' | 'ACTIVE' | 'DRAINING';
  readonly launchType?: string | undefined;
  readonly capacityProviderStrategy?: CapacityProviderStrategyItem[] | undefined;
  readonly platformVersion: string;
  readonly networkConfiguration?: NetworkConfiguration | undefined;
  readonly loadBalancers: LoadBalancer[];
  readonly serviceRegistries: ServiceRegistry[];
  scale: Scale;
  computedDesiredCount: number;
  stability: 'STEADY_STATE' | 'STABILIZING';
  stabilityAt: Date;
  readonly createdAt: Date;
  updatedAt: Date;
  tags: Tag[];
  /** Tasks that never reached RUNNING, in a row; sets the back-off. */
  failuresInRow: number;
  /** AWS time, epoch milliseconds. */
  nextStartAt: number;
  /** Rolling deployments only. */
  failedTasks: number;
  rollout: NonNullable<Deployment['rolloutState']>;
  rolloutReason: string;
  /** Targets that were announced as unhealthy already. */
  readonly announced: Set<string>;
}

export interface ServiceState {
  readonly name: string;
  readonly arn: string;
  readonly cluster: ClusterState;
  readonly clientToken?: string | undefined;
  status: 'ACTIVE' | 'DRAINING' | 'INACTIVE';
  controller: DeploymentController;
  desiredCount: number;
  taskDefinition: string;
  deploymentConfiguration: DeploymentConfiguration;
  healthCheckGracePeriodSeconds: number;
  enableECSManagedTags: boolean;
  enableExecuteCommand: boolean;
  propagateTags: string;
  availabilityZoneRebalancing: string;
  readonly serviceConnect?: ServiceConnectConfiguration | undefined;
  readonly schedulingStrategy: string;
  readonly roleArn: string;
  readonly createdAt: Date;
  readonly createdBy: string;
  tags: Tag[];
  /** Newest last. */
  readonly taskSets: TaskSetState[];
  /** Newest first. */
  readonly events: ServiceEvent[];
  steady: boolean;
}
