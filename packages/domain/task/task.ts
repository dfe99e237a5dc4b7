/** One container of a task. */
export interface TaskContainer {
  readonly name: string;
  readonly lastStatus: string;
  /** Absent when the container never ran, or ECS never learned how it ended. */
  readonly exitCode?: number;
  readonly reason?: string;
}

/** Variable by which a task carries its run's mark where `startedBy` is the user's own text. */
export const MARK_VARIABLE = 'CUTOVER_STARTED_BY';

/** A task as DescribeTasks tells it. */
export interface TaskState {
  readonly arn: string;
  readonly taskDefinition: string;
  /** `PROVISIONING`, `PENDING`, `ACTIVATING`, `RUNNING`, `DEACTIVATING`, `STOPPING`, `DEPROVISIONING`, `STOPPED` */
  readonly lastStatus: string;
  readonly desiredStatus: string;
  readonly stopCode?:
    | 'TaskFailedToStart'
    | 'EssentialContainerExited'
    | 'UserInitiated'
    | 'ServiceSchedulerInitiated'
    | 'SpotInterruption'
    | 'TerminationNotice'
    | 'InfrastructureHealth'
    | (string & {});
  readonly stoppedReason?: string;
  /** `family:NAME` for one-off tasks, `service:NAME` for those of a service. */
  readonly group: string;
  readonly startedBy: string;
  /** Value of the variable MARK_VARIABLE in the task's overrides, which tells whose it is. */
  readonly mark?: string;
  /** Epoch milliseconds. */
  readonly createdAt?: number;
  readonly startedAt?: number;
  readonly stoppedAt?: number;
  readonly containers: readonly TaskContainer[];
}
