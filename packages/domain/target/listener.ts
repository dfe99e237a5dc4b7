/** One target group behind a rule. */
export interface Forward {
  readonly targetGroupArn: string;
  /** Percent of the rule's requests, 0 to 100. */
  readonly percent: number;
}

export interface ListenerRule {
  /** Absent for the action of a listener that has no rules. */
  readonly arn?: string;
  /** `default` or the rule's number. */
  readonly priority: string;
  readonly forwards: readonly Forward[];
}

/** A listener with everything that it forwards. */
export interface Listener {
  readonly arn: string;
  readonly loadBalancerArn: string;
  readonly port: number;
  /** HTTP and HTTPS: an application load balancer; TCP, UDP, TLS: a network load balancer. */
  readonly protocol: string;
  /** ARN of the one rule that is looked at; absent: all of them are. */
  readonly onlyRule?: string;
  readonly rules: readonly ListenerRule[];
}

export function isNetworkListener(listener: Listener): boolean {
  return !listener.protocol.startsWith('HTTP');
}

/** Stands for a target group that is looked at by itself: everything goes there. */
export function directTo(targetGroupArn: string): Listener {
  return {
    arn: '',
    loadBalancerArn: '',
    port: 0,
    protocol: 'HTTP',
    rules: [{ priority: 'default', forwards: [{ targetGroupArn, percent: 100 }] }],
  };
}

/** Turns weights into percents. A group that stands alone receives everything, whatever its weight. */
export function shares(
  groups: readonly { readonly targetGroupArn: string; readonly weight: number }[],
): readonly Forward[] {
  const sum = groups.reduce((total, { weight }) => total + weight, 0);
  return groups.map(({ targetGroupArn, weight }) => ({
    targetGroupArn,
    percent: groups.length === 1 ? 100 : sum === 0 ? 0 : (weight * 100) / sum,
  }));
}

/** The groups that receive requests through any rule of the listener, with their largest share. */
export function served(listener: Listener): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const { targetGroupArn, percent } of listener.rules.flatMap(({ forwards }) => forwards)) {
    if (percent > 0) found.set(targetGroupArn, Math.max(percent, found.get(targetGroupArn) ?? 0));
  }
  return found;
}
