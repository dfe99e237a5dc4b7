/** A task that is meant to run, as DescribeTasks tells it. */
export interface RunningTask {
  readonly arn: string;
  readonly taskDefinition: string;
  /** The task set that started it: `ecs-svc/1234567890`. */
  readonly startedBy: string;
  /** `PENDING`, `ACTIVATING`, `RUNNING`, ... */
  readonly status: string;
  /** Private IPv4 addresses, by which a target group knows it. */
  readonly addresses: readonly string[];
  readonly zone?: string;
  /** Epoch milliseconds. */
  readonly startedAt?: number;
}
