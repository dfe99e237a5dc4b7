import type { DescribedTargetGroup } from '@cutover/aws/elb/load-balancing';
import type { Environment } from '@cutover/domain/environment';
import type { ServiceState } from '@cutover/domain/task/ecs-service';
import type { World } from '../../world.ts';
import type { Surroundings } from '../surroundings.ts';
import { liveShift, shiftOf, type LiveShift } from './shift.ts';

/** The surroundings of a service deployment. */
export interface Observed extends Surroundings {
  /** Names of the service's alarms that fire now: ECS would ignore them for the whole deployment. */
  readonly firing: readonly string[];
  /** Where traffic is shifted; undefined for a service that rolls. */
  readonly shift: LiveShift | undefined;
}

/** Looks at everything that a plan depends on; reads only. */
export async function observe(
  aws: World['aws'],
  environment: Environment,
  asked: { readonly revision: string; readonly service?: ServiceState | undefined; readonly alarms: boolean },
): Promise<Observed> {
  const [service, revision] = await Promise.all([
    asked.service ?? aws.services.describe(environment.cluster, environment.service),
    aws.deployableRevisions.describe(asked.revision),
  ]);
  return await completed(aws, environment, service, { revision, alarms: asked.alarms });
}

/** The surroundings of a deployment that is there already; reads only. */
export async function observeUnderWay(
  aws: World['aws'],
  environment: Environment,
  service: ServiceState,
): Promise<Observed> {
  return await completed(aws, environment, service, { revision: undefined, alarms: false });
}

async function completed(
  aws: World['aws'],
  environment: Environment,
  service: ServiceState | undefined,
  { alarms, revision }: { readonly alarms: boolean; readonly revision: Observed['revision'] },
): Promise<Observed> {
  const [targetGroups, shift, firing] = await Promise.all([
    groupsOf(aws, service),
    liveShift(aws, service),
    alarms ? firingAlarms(aws, service) : [],
  ]);
  return {
    region: aws.region,
    environment,
    service,
    revision,
    targetGroups,
    // A rolling deployment registers its tasks in the groups that serve; any other changes the production rule.
    production: shift?.listener,
    test: undefined,
    groupsServeTogether: shift === undefined,
    readyWaitMinutes: 0,
    firing,
    shift,
  };
}

/** The service's target groups that exist, those of a pair included. */
export async function groupsOf(
  aws: World['aws'],
  service: ServiceState | undefined,
): Promise<readonly DescribedTargetGroup[]> {
  const arns = new Set((service?.loadBalancers ?? []).map(({ targetGroupArn }) => targetGroupArn));
  const alternate = shiftOf(service)?.alternateTargetGroup;
  if (alternate !== undefined) arns.add(alternate);
  const found = await Promise.all(
    [...arns].filter(Boolean).map(async (arn) => await aws.loadBalancing.targetGroup(arn)),
  );
  return found.filter((group) => group !== undefined);
}

/** ECS ignores for a whole deployment an alarm that is in ALARM when it starts. Source: the guide, "deployment alarms". */
async function firingAlarms(
  aws: World['aws'],
  service: ServiceState | undefined,
): Promise<readonly string[]> {
  const { enabled, names } = service?.settings?.alarms ?? { enabled: false, names: [] };
  if (!enabled || names.length === 0) return [];
  const alarms = await aws.alarms.describe(names);
  return alarms.filter(({ state }) => state === 'ALARM').map(({ name }) => name);
}
