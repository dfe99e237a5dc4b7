import { isOfCommit } from '@cutover/domain/deployment/deployment';
import {
  knownServiceDeployment,
  pastServiceDeployment,
  type KnownServiceDeployment,
} from '@cutover/domain/ecs/known-deployment';
import { ConfigurationError } from '@cutover/domain/errors';
import type { World } from '../../world.ts';
import { findUnderWay, marksOf } from './active.ts';
import { arnOf, type EcsPlace } from './place.ts';

/** Number of the newest deployments among which that of a commit is looked for. */
const NEWEST = 10;

/**
 * The deployment that is meant: the one named, else the active one of this commit, else the newest of this commit.
 * @throws ConfigurationError when it is not of this service, or can't be told
 */
export async function subjectOf(
  world: World,
  place: EcsPlace,
  named: string | undefined,
): Promise<KnownServiceDeployment | undefined> {
  const { aws, run } = world;
  if (named === undefined) {
    const active = await findUnderWay(world, place);
    if (active === undefined) return await newestOfCommit(world, place);
    if (isOfCommit(active.marks, run.commit)) return active;
    throw new ConfigurationError({
      what: `deployment-id was not given, and the active deployment ${active.id} of service ${place.service} is not of commit ${run.commit.slice(0, 7)}.`,
      fix: `Give deployment-id, the output of the step that made the deployment; deployment-id: ${active.id} if that one is meant.`,
    });
  }
  const arn = arnOf(place, named);
  if (!arn.startsWith(place.deploymentPrefix)) {
    throw new ConfigurationError({
      what: `Deployment ${named} is not one of service ${place.service} in cluster ${place.cluster}.`,
      fix: 'Correct deployment-id, or stack, cluster and service.',
    });
  }
  const state = await aws.serviceDeployments.describe(arn);
  if (state === undefined) {
    throw new ConfigurationError({
      what: `ECS has no deployment ${named} of service ${place.service} in ${aws.region}.`,
      fix: 'Correct deployment-id or aws-region; the output deployment-id of the deploying step fits. ECS keeps deployments for 90 days.',
    });
  }
  return knownServiceDeployment(state, await marksOf(aws, state.target.arn));
}

/** The newest deployment of a revision that this commit registered, whatever its status. */
async function newestOfCommit(
  { aws, run }: World,
  place: EcsPlace,
): Promise<KnownServiceDeployment | undefined> {
  const recent = (await aws.serviceDeployments.list(place.cluster, place.service)).slice(0, NEWEST);
  for (const brief of recent) {
    const marks = await marksOf(aws, brief.revision);
    if (isOfCommit(marks, run.commit)) return pastServiceDeployment(brief, marks);
  }
  return undefined;
}
