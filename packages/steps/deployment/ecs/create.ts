import { backOff } from '@cutover/domain/backoff';
import { consoleLink } from '@cutover/domain/console';
import { primaryRollout } from '@cutover/domain/ecs/rollouts';
import { idOf, startedByOf, type ServiceDeploymentBrief } from '@cutover/domain/ecs/service-deployment';
import { AwsCallError } from '@cutover/domain/errors';
import type { ServiceState } from '@cutover/domain/task/ecs-service';
import { formatRevision } from '@cutover/domain/task/revision';
import type { World } from '../../world.ts';
import type { Creation } from '../engine.ts';
import type { EcsPlace } from './place.ts';
import type { EcsOrder } from './plan.ts';

/** How often an update is tried whose answer got lost. */
const ATTEMPTS = 5;
const PAUSE_MS = 1000;
/** Between attempts that ECS throttled. */
const PAUSE = { firstMs: 2000, longestMs: 32_000 } as const;
/** How long a deployment that ECS has accepted may stay unlisted, in milliseconds; reports speak of seconds. */
const RECORDED_MS = 10 * 60_000;

/**
 * Starts the deployment once and only once. The deployment is the one whose service revision has the number of the rollout
 * in UpdateService's answer, never the newest: right after the call the newest is still the one before. Whenever an answer
 * got lost, the service is looked at before the update is sent again. The rollout is remembered for `post:` before anything
 * else happens.
 */
export async function createDeployment(
  world: World,
  place: EcsPlace,
  order: EcsOrder,
): Promise<Creation & { readonly rollout?: string }> {
  const { aws, clock, progress, signal } = world;
  world.remember('engine', 'ECS');
  world.remember('on-cancel', order.onCancel);
  world.remember(
    'created-as',
    JSON.stringify({
      cluster: place.cluster,
      service: place.service,
      revision: order.revision,
      rollouts: order.rollouts,
    }),
  );
  let lost: Error | undefined;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    signal.throwIfAborted();
    world.remember('creation', 'asked');
    const answer = await aws.serviceDeployments.update({
      cluster: place.cluster,
      service: place.service,
      taskDefinition: order.revision,
      force: order.force,
    });
    if (answer.kind !== 'unknown') world.remember('creation', 'answered');
    if (answer.kind === 'updated') {
      const ours = newRollout(answer.service, order);
      if (ours === undefined)
        return {
          kind: 'busy',
          message: `service ${place.service} named ${formatRevision(order.revision)} already when it was updated`,
        };
      return await announce(world, place, order, ours);
    }
    lost = answer.error;
    if (answer.kind === 'throttled') {
      await backOff(clock, attempt + 1, PAUSE, signal);
      continue;
    }
    await clock.sleep(PAUSE_MS, signal);
    const service = await aws.services.describe(place.cluster, place.service);
    const ours = service === undefined ? undefined : newRollout(service, order);
    if (ours !== undefined) {
      progress.report({
        type: 'note',
        text: `Rollout ${ours} was started although the answer of UpdateService got lost.`,
      });
      return await announce(world, place, order, ours);
    }
  }
  throw lost ?? new Error('UpdateService was not attempted');
}

/** Id of the rollout that the update started: PRIMARY, with our revision, and not one that was there before. */
export function newRollout(
  service: ServiceState,
  { revision, rollouts }: { readonly revision: string; readonly rollouts: readonly string[] },
): string | undefined {
  const primary = primaryRollout(service);
  return primary?.taskDefinition === revision && !rollouts.includes(primary.id) ? primary.id : undefined;
}

/** Waits until ECS lists the deployment of our rollout, and tells its id. */
async function announce(
  world: World,
  place: EcsPlace,
  order: EcsOrder,
  rollout: string,
): Promise<Creation & { readonly rollout: string }> {
  const { aws, clock, progress, signal } = world;
  world.remember('rollout', rollout);
  const recorded = await awaitRecord(world, place, rollout, clock.now() + RECORDED_MS, signal);
  if (recorded === undefined) {
    throw new AwsCallError({
      action: 'ecs:ListServiceDeployments',
      code: 'MISSING',
      what: `ECS has accepted rollout ${rollout} of ${formatRevision(order.revision)}, and has not listed its deployment for ${RECORDED_MS / 60_000} min`,
      fix: 'Look at the service’s deployments in the console before running the job again.',
    });
  }
  const id = idOf(recorded.arn);
  world.remember('deployment-id', id);
  progress.report({
    type: 'deployment.created',
    id,
    revision: formatRevision(order.revision),
    link: consoleLink(aws.region, {
      kind: 'serviceDeployment',
      cluster: place.cluster,
      service: place.service,
      id,
    }),
  });
  return { kind: 'created', id, rollout };
}

/** The deployment of a rollout, as soon as ECS lists it. @param deadline epoch milliseconds */
export async function awaitRecord(
  { aws, clock }: World,
  place: Pick<EcsPlace, 'cluster' | 'service'>,
  rollout: string,
  deadline: number,
  signal?: AbortSignal,
): Promise<ServiceDeploymentBrief | undefined> {
  for (;;) {
    const all = await aws.serviceDeployments.list(place.cluster, place.service);
    const ours = all.find(({ revision }) => startedByOf(revision) === rollout);
    if (ours !== undefined || clock.now() >= deadline) return ours;
    await clock.sleep(PAUSE_MS, signal);
  }
}
