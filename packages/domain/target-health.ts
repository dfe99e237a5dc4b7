/** One target of a target group, as DescribeTargetHealth tells it. */
export interface TargetHealth {
  /** Private IPv4 address of the task's network interface. */
  readonly id: string;
  readonly port: number;
  readonly zone?: string;
  readonly state:
    | 'initial'
    | 'healthy'
    | 'unhealthy'
    | 'unhealthy.draining'
    | 'unused'
    | 'draining'
    | 'unavailable'
    | (string & {});
  /** `Target.ResponseCodeMismatch`, `Elb.InitialHealthChecking`, ... */
  readonly reason?: string;
  readonly description?: string;
}
