import type { PastDeployment } from '@cutover/domain/deployment/rollback-target';
import {
  NO_MARKS,
  pastServiceDeployment,
  type KnownServiceDeployment,
} from '@cutover/domain/ecs/known-deployment';
import { isOver, type ServiceDeploymentBrief } from '@cutover/domain/ecs/service-deployment';
import type { World } from '../../world.ts';
import { isOlder, marksOf } from './active.ts';
import type { EcsPlace } from './place.ts';

/** Number of successful deployments that are looked at; a rollback goes no further back. */
const DEPTH = 30;
/** Number of successful deployments that a rollback can return to. */
const ROLLBACKS = 10;
/** Number of the newest deployments whose commit and run are read. */
const MARKED = 10;

/**
 * The service's past, newest first, with the revision of each deployment that succeeded or is new.
 * @param newest number of the newest deployments whose revision is read however they ended
 */
export async function readHistory(
  aws: World['aws'],
  place: EcsPlace,
  newest: number,
): Promise<readonly (PastDeployment & { readonly deployment: KnownServiceDeployment })[]> {
  const recent = withinDepth(await aws.serviceDeployments.list(place.cluster, place.service));
  const wanted = recent.filter(({ status }, at) => status === 'SUCCESSFUL' || at < newest);
  const known = await aws.serviceDeployments.revisions(wanted.map(({ revision }) => revision));
  const revisionOf = ({ revision }: ServiceDeploymentBrief): string | undefined =>
    known.get(revision)?.taskDefinition;
  const marks = await Promise.all(
    recent.map(async (brief, at) => {
      const known =
        at < MARKED && revisionOf(brief) !== undefined ? await marksOf(aws, brief.revision) : NO_MARKS;
      return {
        ...known,
        isRollback: known.isRollback || goesBack(brief, recent.slice(at + 1), revisionOf),
      };
    }),
  );
  return recent.map((brief, at) => ({
    deployment: pastServiceDeployment(brief, marks[at]),
    revision: revisionOf(brief),
    whyUnknown: 'ECS does not have its service revision any more',
  }));
}

/**
 * Whether a deployment brought an older revision of the family than the one that had succeeded before. ECS keeps no text
 * with a deployment, so that the order of the revisions has to tell who went back.
 */
function goesBack(
  brief: ServiceDeploymentBrief,
  older: readonly ServiceDeploymentBrief[],
  revisionOf: (brief: ServiceDeploymentBrief) => string | undefined,
): boolean {
  const before = older.find(({ status }) => status === 'SUCCESSFUL');
  return isOlder(revisionOf(brief), before === undefined ? undefined : revisionOf(before));
}

/** Deployments beyond the depth are left out. */
function withinDepth(recent: readonly ServiceDeploymentBrief[]): readonly ServiceDeploymentBrief[] {
  let succeeded = 0;
  return recent.filter(({ status }) => (status === 'SUCCESSFUL' ? succeeded++ : succeeded) < DEPTH);
}

/** Revisions that deployments under way bring, or that a rollback may go to. */
export async function revisionsInUse(
  aws: World['aws'],
  place: EcsPlace,
): Promise<readonly { readonly revision: string; readonly what: string }[]> {
  let succeeded = 0;
  const wanted = (await aws.serviceDeployments.list(place.cluster, place.service)).filter(
    ({ status }) => !isOver(status) || (status === 'SUCCESSFUL' && succeeded++ < ROLLBACKS),
  );
  const known = await aws.serviceDeployments.revisions(wanted.map(({ revision }) => revision));
  return wanted.flatMap((brief) => {
    const revision = known.get(brief.revision)?.taskDefinition;
    if (revision === undefined) return [];
    const { id } = pastServiceDeployment(brief);
    return [
      {
        revision,
        what: isOver(brief.status) ? `deployment ${id} can be gone back to` : `deployment ${id} is under way`,
      },
    ];
  });
}
