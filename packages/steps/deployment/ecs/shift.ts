import { servingRollout } from '@cutover/domain/ecs/rollouts';
import type { Listener } from '@cutover/domain/target/listener';
import type { ServiceState, TrafficShift } from '@cutover/domain/task/ecs-service';
import { parseArn } from '@cutover/domain/identity/arn';
import type { World } from '../../world.ts';

/** Where ECS shifts production traffic, and where the running tasks are. */
export interface LiveShift {
  /** ARN of the production rule, or of the listener of a network load balancer. */
  readonly rule: string;
  /** ARNs of the pair. */
  readonly pair: readonly [string, string];
  /** The listener with the production rule alone; undefined when it does not exist. */
  readonly listener: Listener | undefined;
  /** ARN of the target group of the revision that serves; undefined when ECS no longer has its service revision. */
  readonly running: string | undefined;
}

/** How ECS shifts the traffic of a service that does not roll; undefined when it rolls or has no pair. */
export function shiftOf(service: ServiceState | undefined): TrafficShift | undefined {
  return service?.settings === undefined || service.settings.strategy === 'ROLLING'
    ? undefined
    : service.loadBalancers[0]?.shift;
}

/** The live production rule and the target group that should be behind it; reads only. */
export async function liveShift(
  aws: World['aws'],
  service: ServiceState | undefined,
): Promise<LiveShift | undefined> {
  const shift = shiftOf(service);
  if (service === undefined || shift?.productionRule === undefined) return undefined;
  const { productionRule: rule } = shift;
  const configured = service.loadBalancers[0]?.targetGroupArn ?? '';
  const [listener, running] = await Promise.all([
    aws.loadBalancing.listenerOfRule(rule),
    runningGroup(aws, service, rule),
  ]);
  return { rule, pair: [configured, shift.alternateTargetGroup], listener, running };
}

/** The groups alternate from deployment to deployment, so only the service revision names the one in use. */
async function runningGroup(
  aws: World['aws'],
  service: ServiceState,
  rule: string,
): Promise<string | undefined> {
  const arn = revisionArnOf(service, servingRollout(service)?.id);
  if (arn === undefined) return undefined;
  const resolved = (await aws.serviceDeployments.revisions([arn])).get(arn)?.resolved ?? [];
  const found = resolved.find(({ productionRule }) => productionRule === rule) ?? resolved[0];
  return found?.targetGroup === '' ? undefined : found?.targetGroup;
}

/** ARN of the service revision of a rollout: both have the same number. */
function revisionArnOf(
  { arn, cluster, name }: ServiceState,
  rollout: string | undefined,
): string | undefined {
  const number = rollout?.split('/').at(-1);
  const parsed = parseArn(arn);
  return number === undefined || parsed === undefined
    ? undefined
    : `arn:${parsed.partition}:ecs:${parsed.region}:${parsed.account}:service-revision/${cluster}/${name}/${number}`;
}
