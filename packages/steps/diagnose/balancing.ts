import type { DescribedTargetGroup } from '@cutover/aws/elb/load-balancing';
import type { Finding } from '@cutover/domain/finding';
import { consoleLink } from '@cutover/domain/console';
import { lastSegment } from '@cutover/domain/identity/arn';
import { served, type Listener } from '@cutover/domain/target/listener';
import type { TargetHealth } from '@cutover/domain/target/target-health';
import { shellWord } from '@cutover/domain/text/shell-word';

/** A target group of a service with its targets and the listeners of its load balancers. What could not be seen is undefined. */
export interface SeenGroup {
  readonly arn: string;
  readonly group: DescribedTargetGroup | undefined;
  readonly health: readonly TargetHealth[] | undefined;
  readonly listeners: readonly Listener[] | undefined;
}

/** Targets that get or would get requests, and can't serve them. */
export function sickTargets(groups: readonly SeenGroup[]): readonly TargetHealth[] {
  return groups
    .flatMap(({ health }) => health ?? [])
    .filter(
      ({ reason, state }) =>
        (state === 'unhealthy' || state === 'unavailable' || state === 'unused') &&
        // Of targets that nobody sends to, the listeners tell.
        reason !== 'Target.NotInUse',
    );
}

/**
 * The finding that requests of users reach none of the service's target groups. Undefined when one is served, and when the listeners
 * could not be seen.
 * @param balancers load balancers of all groups of the service, for the command
 */
export function unserved(region: string, service: string, groups: readonly SeenGroup[]): Finding | undefined {
  const [first] = groups;
  if (
    first === undefined ||
    groups.some(({ group, listeners }) => group === undefined || listeners === undefined)
  )
    return undefined;
  const listeners = groups.flatMap((one) => one.listeners ?? []);
  if (groups.some(({ arn }) => listeners.some((one) => (served(one).get(arn) ?? 0) > 0))) return undefined;
  const names = groups.map(({ group }) => group?.name ?? '').join(' and ');
  const [listener] = listeners;
  const aws = (...words: readonly string[]): string =>
    ['aws', 'elbv2', ...words, '--region', region].map(shellWord).join(' ');
  const forward = `Type=forward,TargetGroupArn=${first.arn}`;
  return {
    id: 'no-listener',
    certainty: 'certain',
    what:
      listener === undefined
        ? `No listener forwards to target group ${names}, so no request reaches service ${service}: the group belongs to no load balancer.`
        : `No listener rule with a weight above 0 forwards to target group ${names}, so no request reaches service ${service}.`,
    evidence:
      listener === undefined
        ? groups.map(
            ({ group }) =>
              `elasticloadbalancing:DescribeTargetGroups (${group?.name ?? ''}): LoadBalancerArns is empty`,
          )
        : [...new Map(listeners.map((one) => [one.arn, one])).values()].slice(0, 3).map(told),
    fix:
      listener === undefined
        ? `Create a listener: ${aws('create-listener', '--load-balancer-arn', 'LOAD_BALANCER_ARN', '--protocol', 'HTTP', '--port', '80', '--default-actions', forward)}`
        : `Send the requests there again: ${aws('modify-listener', '--listener-arn', listener.arn, '--default-actions', forward)}`,
    link: consoleLink(region, { kind: 'targetGroup', arn: first.arn }),
  };
}

function told({ arn, port, rules }: Listener): string {
  const to = rules
    .flatMap(({ forwards, priority }) =>
      forwards.map(({ percent, targetGroupArn }) => {
        const [, name = targetGroupArn] = /targetgroup\/([\w-]+)/.exec(targetGroupArn) ?? [];
        return `rule ${priority} sends ${Math.round(percent)} % to ${name}`;
      }),
    )
    .join(', ');
  return `elasticloadbalancing:DescribeRules (listener ${port}, ${lastSegment(arn)}): ${to === '' ? 'no rule forwards to a target group' : to}`;
}
