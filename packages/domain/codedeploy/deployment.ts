/** Statuses after which CodeDeploy does nothing more for a deployment; unknown ones count as active. */
const ENDS: ReadonlyMap<string, 'succeeded' | 'failed' | 'stopped'> = new Map([
  ['Succeeded', 'succeeded'],
  ['Failed', 'failed'],
  ['Stopped', 'stopped'],
]);

/** The statuses by which a group's active deployments are listed. */
export const ACTIVE_STATUSES = ['Created', 'Queued', 'InProgress', 'Baking', 'Ready'] as const;

/** A deployment as GetDeployment tells it. Times are epoch milliseconds. */
export interface DeploymentState {
  /** `d-RPCR1U3TW` */
  readonly id: string;
  readonly application: string;
  readonly group: string;
  readonly config: string;
  readonly status:
    | 'Created'
    | 'Queued'
    | 'InProgress'
    | 'Baking'
    | 'Ready'
    | 'Succeeded'
    | 'Failed'
    | 'Stopped'
    | (string & {});
  readonly description: string;
  /** `user`, `codeDeployRollback`, ... */
  readonly creator: string;
  readonly createdAt?: number;
  readonly completedAt?: number;
  readonly error?: { readonly code: string; readonly message: string };
  /** The deployment that takes this one back; absent until CodeDeploy has created it. */
  readonly rollbackDeploymentId?: string;
  readonly rollbackMessage?: string;
  /** Events at which CodeDeploy rolls this deployment back by itself; empty when there are none. */
  readonly autoRollbackEvents: readonly string[];
  readonly terminationWaitStarted: boolean;
  /** `s3://bucket/key`: its AppSpec lies there, and not with CodeDeploy. */
  readonly appSpecAt?: string;
  /** How CodeDeploy names the AppSpec that was sent; only the AWS edge reads it. */
  readonly sentRevision?: unknown;
}

/** Which CloudWatch alarms stop a deployment. */
export interface AlarmOverride {
  readonly enabled: boolean;
  readonly names: readonly string[];
  /** Whether the deployment goes on when CodeDeploy can't learn the alarms' states. */
  readonly ignorePollFailure: boolean;
}

/** How a deployment of this status ended; undefined while it is under way. */
export function endOf(status: string): 'succeeded' | 'failed' | 'stopped' | undefined {
  return ENDS.get(status);
}

export function isTerminal(status: string): boolean {
  return ENDS.has(status);
}

export interface LifecycleEvent {
  /** `Install`, `AllowTraffic`, ... */
  readonly name: string;
  readonly status: 'Pending' | 'InProgress' | 'Succeeded' | 'Failed' | 'Skipped' | 'Unknown' | (string & {});
  readonly startedAt?: number;
  readonly endedAt?: number;
  /** Only of a failed event: what its hook or CodeDeploy said. */
  readonly diagnostics?: string;
}

/** One side of the deployment as CodeDeploy sees it. */
export interface DeployedTaskSet {
  readonly id: string;
  /** Not given by every answer. */
  readonly label?: string;
  readonly status: string;
  /** Percent of the production traffic, 0 to 100. */
  readonly trafficWeight: number;
  readonly desired: number;
  readonly running: number;
  readonly pending: number;
  /** CodeDeploy gives the name only. */
  readonly targetGroupName?: string;
}

/** The one target of an ECS deployment: the service. */
export interface DeploymentTarget {
  readonly status: string;
  readonly events: readonly LifecycleEvent[];
  readonly taskSets: readonly DeployedTaskSet[];
}

/** A deployment group, as far as ECS deployments go. */
export interface DeploymentGroup {
  readonly application: string;
  readonly name: string;
  readonly config: string;
  readonly computePlatform: string;
  /** ARN of the role by which CodeDeploy works. */
  readonly serviceRole?: string;
  readonly services: readonly { readonly cluster: string; readonly service: string }[];
  /** Names of the two target groups. */
  readonly targetGroups: readonly string[];
  readonly productionListener?: string;
  readonly testListener?: string;
  /** With `STOP_DEPLOYMENT` the shift waits to be continued, for at most so many minutes. */
  readonly readyAction: 'CONTINUE_DEPLOYMENT' | 'STOP_DEPLOYMENT';
  readonly readyWaitMinutes: number;
  /** Minutes for which the old task set stays after the shift. */
  readonly terminationWaitMinutes: number;
  readonly autoRollbackEvents: readonly string[];
  /** Status of the newest deployment; absent when there was none. */
  readonly newestStatus?: string;
  /** The alarms that stop a deployment; absent when the group has no alarm configuration. */
  readonly alarms?: AlarmOverride;
}

/** Whether a deployment group deploys to a service. */
export function isGroupOf(
  { services }: Pick<DeploymentGroup, 'services'>,
  cluster: string,
  service: string,
): boolean {
  return services.some((one) => one.cluster === cluster && one.service === service);
}

/** How traffic moves. Intervals are minutes. */
export type TrafficRouting =
  | { readonly type: 'AllAtOnce' }
  | { readonly type: 'TimeBasedCanary'; readonly percentage: number; readonly intervalMinutes: number }
  | { readonly type: 'TimeBasedLinear'; readonly percentage: number; readonly intervalMinutes: number };

export interface DeploymentConfig {
  readonly name: string;
  readonly routing: TrafficRouting;
  /** `ECS`, `Lambda` or `Server`; absent when CodeDeploy doesn't say. */
  readonly computePlatform?: string;
}
