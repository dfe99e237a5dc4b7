/** One target of a target group, as DescribeTargetHealth tells it. */
export interface TargetHealth {
  /** Private IPv4 or IPv6 address of the task's network interface, or the id of the instance on which it has a port. */
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
