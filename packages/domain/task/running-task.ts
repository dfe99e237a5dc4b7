/** A task that is meant to run, as DescribeTasks tells it. */
export interface RunningTask {
  readonly arn: string;
  readonly taskDefinition: string;
  /** Its starter for the service: `ecs-svc/1234567890`. */
  readonly startedBy: string;
  /** `PENDING`, `ACTIVATING`, `RUNNING`, ... */
  readonly status: string;
  /** By which target groups know it: private IPv4 and IPv6 addresses, or `i-0123456789abcdef0:32768`, a port of its host. */
  readonly addresses: readonly string[];
  readonly zone?: string;
  /** `eni-0123456789abcdef0`, of a task in the awsvpc network mode. */
  readonly networkInterface?: string;
  /** Epoch milliseconds. */
  readonly startedAt?: number;
}
