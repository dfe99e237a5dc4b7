import type {
  CapacityProviderStrategyItem,
  ClusterConfiguration,
  ClusterSetting,
  Container,
  ContainerImage,
  Deployment,
  DeploymentConfiguration,
  DeploymentController,
  DeploymentLifecycleHookDetail,
  DeploymentLifecycleHookStage,
  LoadBalancer,
  NetworkConfiguration,
  Scale,
  ServiceConnectConfiguration,
  ServiceDeployment,
  ServiceEvent,
  ServiceRegistry,
  ServiceRevisionSummary,
  Tag,
  Task,
  TaskDefinition,
  TaskStopCode,
} from '@aws-sdk/client-ecs';
import type { RunningContainer } from './container-runtime.ts';

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

/** One container of a task, as others than its own life see it. */
export interface TaskPart {
  readonly essential: boolean;
  /** False while a health check that can be run has not passed. */
  readonly fit: boolean;
  readonly shape: Container;
  readonly process: RunningContainer | undefined;
}

/** The life of a task, as others than itself see it. */
export interface TaskLife {
  readonly containers: readonly TaskPart[];
  /** True from the moment the targets are registered until they are deregistered. */
  readonly registered: boolean;
  readonly privateIp: string;
  /** Asks for the end of the task; the first request wins. */
  requestStop(code: TaskStopCode, reason: string, crashed?: boolean): void;
  /** Kills the task's processes as a crash would; gives back how many there were. */
  crash(exitCode?: number): number;
  /** The processes that run on this machine right now. */
  pids(): number[];
  /** Ends the processes at once, without the states in between. */
  abandon(): Promise<void>;
}

export interface TaskState {
  readonly id: string;
  readonly cluster: ClusterState;
  readonly definition: TaskDefinition;
  /** The task as DescribeTasks answers it, without tags. */
  readonly shape: Task;
  tags: Tag[];
  readonly taskSet?: TaskSetState | undefined;
  readonly run: TaskLife;
}

/** Common part of a task set and of a rolling service's deployment: a revision and the tasks that run it. */
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
  /** Load balancers as the request gave them. */
  readonly configured: readonly LoadBalancer[];
  /** Where the tasks register: with ECS's own blue/green, the resolved target group of the pair. */
  loadBalancers: LoadBalancer[];
  readonly serviceRegistries: ServiceRegistry[];
  scale: Scale;
  /** A service deployment has not reached SCALE_UP yet: no task may start. */
  held: boolean;
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
  /** Controller ECS only: failed tasks since a task was last healthy. */
  failedTasks: number;
  /** Failed tasks in all, for a circuit breaker whose `resetOnHealthyTask` is false. */
  failures: number;
  /** Ids of tasks that have been healthy once. */
  readonly healthy: Set<string>;
  /** Digests that the first task resolved. */
  images: readonly ContainerImage[];
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
  /** Service deployments of the controller ECS, newest last. */
  readonly deployments: ServiceDeploymentState[];
  /** Service revisions of the controller ECS, newest last. */
  readonly revisions: TaskSetState[];
  /** The revision that a rollback restores. */
  lastSuccessful: TaskSetState | undefined;
}

/** Ends a service deployment before its time. */
export type Interruption =
  | { readonly kind: 'superseded' | 'deleted' }
  /** StopServiceDeployment. */
  | { readonly kind: 'stop'; readonly reason: string }
  | {
      readonly kind: 'failure';
      /** statusReason of the service deployment. */
      readonly reason: string;
      /** Follows `deployment failed: ` in the service's event. */
      readonly event: string;
      /** rolloutStateReason of the deployment that DescribeServices shows. */
      readonly rolloutReason: string;
      readonly rollback: boolean;
    };

/** The course of a service deployment, as others than itself see it. */
export interface DeploymentCourse {
  /** Something about the service has changed: look again. */
  notify(): void;
  /** False when the deployment has gone too far to be interrupted so. */
  interrupt(by: Interruption): boolean;
}

export interface HookState extends DeploymentLifecycleHookDetail {
  readonly stage: DeploymentLifecycleHookStage;
  /** Answer of ContinueServiceDeployment. */
  answer?: 'CONTINUE' | 'ROLLBACK';
}

/** One `loadBalancers` entry of a blue/green deployment with its target groups resolved. */
export interface TargetGroupPair {
  readonly blue: string;
  readonly green: string;
  readonly productionRule: string;
  readonly testRule: string | undefined;
  readonly roleArn: string;
}

/** Share of the target revision in percent. */
export interface Shares {
  production: number;
  test: number;
}

export interface ServiceDeploymentState {
  readonly id: string;
  readonly arn: string;
  readonly service: ServiceState;
  readonly target: TaskSetState;
  readonly sources: readonly TaskSetState[];
  /** The service's configuration at the moment of creation; later changes don't touch the deployment. */
  readonly configuration: DeploymentConfiguration;
  /** List and Describe know the deployment. */
  isRecorded: boolean;
  readonly createdAt: Date;
  startedAt: Date | undefined;
  stoppedAt: Date | undefined;
  finishedAt: Date | undefined;
  updatedAt: Date;
  status: NonNullable<ServiceDeployment['status']>;
  statusReason: string | undefined;
  stage: ServiceDeployment['lifecycleStage'];
  hooks: HookState[];
  rollback: ServiceDeployment['rollback'];
  breakerTripped: boolean;
  /** Alarms in ALARM at the start: ignored for the whole deployment. */
  readonly ignoredAlarms: ReadonlySet<string>;
  readonly triggeredAlarms: Set<string>;
  pairs: readonly TargetGroupPair[];
  readonly shares: Shares;
  /** Counts at the end, which no longer change. */
  frozen: { readonly sources: ServiceRevisionSummary[]; readonly target: ServiceRevisionSummary } | undefined;
  readonly course: DeploymentCourse;
}
