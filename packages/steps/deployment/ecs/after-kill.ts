import { startedByOf } from '@cutover/domain/ecs/service-deployment';
import { savedJson } from '../../saved-state.ts';
import type { World } from '../../world.ts';
import { awaitRecord, newRollout } from './create.ts';
import { arnOf, placeOf } from './place.ts';
import { stopCommand } from './stop.ts';

/** A dead process's request may take effect, and be listed, this much later. */
const IN_FLIGHT_MS = 20_000;
const PAUSE_MS = 1000;

/**
 * `post:` of every step that deploys: when the process was killed before its deployment was decided, does what a cancelled
 * step would have done.
 */
export async function afterKill(remembered: Readonly<Record<string, string>>, world: World): Promise<void> {
  const { 'on-cancel': onCancel, settled, 'created-as': text } = remembered;
  if (settled === 'true' || onCancel === undefined || onCancel === 'leave' || text === undefined) return;
  const asked = savedJson('created-as', text, isCreation);
  const service = await world.aws.services.describe(asked.cluster, asked.service);
  if (service === undefined) return;
  const place = placeOf(asked, service);
  const id = remembered['deployment-id'] ?? (await unanswered(remembered, asked, world));
  if (id === undefined) return;
  const arn = arnOf(place, id);
  const state = await world.aws.serviceDeployments.describe(arn);
  const brings =
    state === undefined
      ? undefined
      : (await world.aws.serviceDeployments.revisions([state.target.arn])).get(state.target.arn)
          ?.taskDefinition;
  // Saved state may have been written to by others: only a deployment that brings our revision, and was not there before, is ours.
  if (
    state === undefined ||
    brings !== asked.revision ||
    asked.rollouts.includes(startedByOf(state.target.arn))
  ) {
    world.progress.report({
      type: 'warning',
      what: `The step was killed while it followed deployment ${id}, which this run did not make: the deployment goes on.`,
      fix: `To stop it: ${stopCommand(arn)}`,
    });
    return;
  }
  const done = await world.aws.serviceDeployments.stop(arn);
  world.progress.report({
    type: 'warning',
    what:
      done === 'stopping'
        ? `The step was killed while deployment ${id} ran; it has been told to stop and roll back.`
        : `The step was killed; deployment ${id} had ended by itself.`,
  });
}

/** Killed between asking for the deployment and hearing its id. */
async function unanswered(
  { creation, rollout }: Readonly<Record<string, string>>,
  asked: Asked,
  world: World,
): Promise<string | undefined> {
  const { clock, aws } = world;
  const end = clock.now() + IN_FLIGHT_MS;
  let ours = rollout;
  while (ours === undefined) {
    const service = await aws.services.describe(asked.cluster, asked.service);
    ours = service === undefined ? undefined : newRollout(service, asked);
    if (ours === undefined && (creation !== 'asked' || clock.now() >= end)) return undefined;
    if (ours === undefined) await clock.sleep(PAUSE_MS);
  }
  return (await awaitRecord(world, asked, ours, end))?.arn;
}

interface Asked {
  readonly cluster: string;
  readonly service: string;
  readonly revision: string;
  /** Ids of the rollouts that were there before. */
  readonly rollouts: readonly string[];
}

function isCreation(value: unknown): value is Asked {
  const { cluster, revision, rollouts, service } = (value ?? {}) as Partial<Asked>;
  return (
    [cluster, revision, service].every((one) => typeof one === 'string') &&
    Array.isArray(rollouts) &&
    rollouts.every((one) => typeof one === 'string')
  );
}
