import type { DeploymentMarks } from '@cutover/domain/deployment/deployment';
import {
  knownServiceDeployment,
  NO_MARKS,
  pastServiceDeployment,
  type KnownServiceDeployment,
} from '@cutover/domain/ecs/known-deployment';
import { primaryRollout, servingRollout } from '@cutover/domain/ecs/rollouts';
import {
  ACTIVE_STATUSES,
  startedByOf,
  type ServiceDeploymentBrief,
  type ServiceDeploymentState,
} from '@cutover/domain/ecs/service-deployment';
import type { ServiceState } from '@cutover/domain/task/ecs-service';
import { parseRevision } from '@cutover/domain/task/revision';
import { traceOf } from '@cutover/domain/task-definition/trace-tags';
import type { World } from '../../world.ts';
import type { ActiveDeployment } from '../engine.ts';
import { arnOf, type EcsPlace } from './place.ts';

/** How long ECS may take to list a deployment that it has accepted, in milliseconds; reports speak of seconds. */
const RECORDED_MS = 60_000;
const PAUSE_MS = 1000;

/** The deployments of the service that are under way, newest first. */
async function listActive(
  { aws }: Pick<World, 'aws'>,
  place: EcsPlace,
): Promise<readonly ServiceDeploymentBrief[]> {
  return await aws.serviceDeployments.list(place.cluster, place.service, { statuses: ACTIVE_STATUSES });
}

/** The newest deployment of the service that is under way. */
export async function findUnderWay(
  world: Pick<World, 'aws'>,
  place: EcsPlace,
): Promise<KnownServiceDeployment | undefined> {
  const [newest] = await listActive(world, place);
  return newest === undefined ? undefined : await knownOf(world, newest);
}

/**
 * The newest deployment under way, also when it was asked for a moment ago and is not listed yet, and whether it goes back.
 * ECS keeps no text with a deployment: one that brings an older revision of the family than what serves goes back.
 */
export async function findRecorded(
  world: World,
  place: EcsPlace,
): Promise<KnownServiceDeployment | undefined> {
  const service = await world.aws.services.describe(place.cluster, place.service);
  const newest = await recordedActive(world, place, service);
  if (newest === undefined) return undefined;
  const deployment = await knownOf(world, newest);
  if (deployment.ended !== undefined) return undefined;
  const brings = await taskDefinitionOf(world.aws, newest.revision);
  const serves = service === undefined ? undefined : servingRollout(service)?.taskDefinition;
  const isRollback = deployment.marks.isRollback || isOlder(brings, serves);
  return { ...deployment, marks: { ...deployment.marks, isRollback } };
}

/** Whether a task definition is an older revision of the other one's family. */
export function isOlder(one: string | undefined, other: string | undefined): boolean {
  const [old, young] = [parseRevision(one ?? ''), parseRevision(other ?? '')];
  return old !== undefined && young !== undefined && old.family === young.family && old.number < young.number;
}

/** The newest deployment under way beside the one of the id. */
export async function findBeside(
  world: Pick<World, 'aws'>,
  place: EcsPlace,
  id: string,
): Promise<KnownServiceDeployment | undefined> {
  const own = arnOf(place, id);
  const other = (await listActive(world, place)).find(({ arn }) => arn !== own);
  return other === undefined ? undefined : await knownOf(world, other);
}

/** The deployment that superseded one: the oldest of those that are younger. */
export async function youngerThan(
  aws: World['aws'],
  place: EcsPlace,
  { arn, createdAt = 0 }: ServiceDeploymentState,
): Promise<KnownServiceDeployment | undefined> {
  const all = await aws.serviceDeployments.list(place.cluster, place.service);
  const younger = all.filter((one) => one.arn !== arn && (one.createdAt ?? 0) > createdAt).at(-1);
  return younger === undefined ? undefined : pastServiceDeployment(younger);
}

/**
 * The deployment under way, and whether it brings the revision. ECS takes no text with a deployment: one that brings the
 * very revision is the same wish, whoever made it, as long as it goes forward.
 */
export async function findActive(
  world: World,
  place: EcsPlace,
  revision: string,
  service: ServiceState | undefined,
): Promise<ActiveDeployment | undefined> {
  const newest = await recordedActive(world, place, service);
  if (newest === undefined) return undefined;
  const deployment = await knownOf(world, newest);
  if (deployment.ended !== undefined) return undefined;
  const brings = await taskDefinitionOf(world.aws, newest.revision);
  const goesForward = newest.status === 'PENDING' || newest.status === 'IN_PROGRESS';
  return { deployment, ours: goesForward && brings === revision };
}

/** The newest active deployment. One that was asked for a moment ago is not listed yet; its rollout tells that it will be. */
async function recordedActive(
  world: World,
  place: EcsPlace,
  service: ServiceState | undefined,
): Promise<ServiceDeploymentBrief | undefined> {
  const { clock, signal } = world;
  const primary = service === undefined ? undefined : primaryRollout(service);
  const end = clock.now() + RECORDED_MS;
  for (;;) {
    const [newest] = await listActive(world, place);
    if (newest !== undefined) return newest;
    if (primary === undefined || primary.state !== 'IN_PROGRESS' || clock.now() >= end) return undefined;
    const all = await world.aws.serviceDeployments.list(place.cluster, place.service);
    // Recorded, and over already.
    if (all.some(({ revision }) => startedByOf(revision) === primary.id)) return undefined;
    await clock.sleep(PAUSE_MS, signal);
  }
}

/** A listed deployment with the marks that register-taskdef left on its task definition. */
async function knownOf(
  { aws }: Pick<World, 'aws'>,
  brief: ServiceDeploymentBrief,
): Promise<KnownServiceDeployment> {
  const state = await aws.serviceDeployments.describe(brief.arn);
  const marks = await marksOf(aws, brief.revision);
  return state === undefined ? pastServiceDeployment(brief, marks) : knownServiceDeployment(state, marks);
}

/** ARN of the task definition that a service revision has. */
export async function taskDefinitionOf(
  aws: World['aws'],
  serviceRevision: string,
): Promise<string | undefined> {
  return (await aws.serviceDeployments.revisions([serviceRevision])).get(serviceRevision)?.taskDefinition;
}

/** Commit and run of the task definition that a service revision has. */
export async function marksOf(aws: World['aws'], serviceRevision: string): Promise<DeploymentMarks> {
  const taskDefinition = await taskDefinitionOf(aws, serviceRevision);
  if (taskDefinition === undefined) return NO_MARKS;
  const { commit, copyOf, runUrl } = traceOf((await aws.deployableRevisions.origin(taskDefinition)).tags);
  // Only a rollback registers an old revision again.
  return { ...NO_MARKS, commit, runUrl, isRollback: copyOf !== undefined };
}
