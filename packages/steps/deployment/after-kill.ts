import type { World } from '../world.ts';
import { findOurs } from './create.ts';

/**
 * `post:` of every step that deploys: when the process was killed before its deployment was decided, does what a
 * cancelled step would have done.
 */
export async function afterKill(remembered: Readonly<Record<string, string>>, world: World): Promise<void> {
  const { 'on-cancel': onCancel, settled } = remembered;
  if (settled === 'true' || onCancel === undefined || onCancel === 'leave') return;
  const id = remembered['deployment-id'] ?? (await unanswered(remembered, world));
  if (id === undefined) return;
  const done = await world.aws.deployments.stop(id, { rollback: onCancel === 'rollback' });
  world.progress.report({
    type: 'warning',
    text:
      done === 'stopping'
        ? `The step was killed while deployment ${id} ran; it has been told to stop${onCancel === 'rollback' ? ' and roll back' : ''}.`
        : `The step was killed; deployment ${id} had ended by itself.`,
  });
}

/** What was asked for by a process that is dead may take effect so much later. */
const IN_FLIGHT_MS = 10_000;
const PAUSE_MS = 1000;

/** Killed between asking for the deployment and hearing its id. */
async function unanswered(
  { 'created-as': text, creation }: Readonly<Record<string, string>>,
  world: World,
): Promise<string | undefined> {
  if (text === undefined) return undefined;
  const asked = JSON.parse(text) as {
    application: string;
    group: string;
    description: string;
    since: number;
  };
  const patience = creation === 'asked' ? IN_FLIGHT_MS : 0;
  for (const end = world.clock.now() + patience; ;) {
    const ours = await findOurs(world.aws, asked);
    if (ours !== undefined || world.clock.now() >= end) return ours?.id;
    await world.clock.sleep(PAUSE_MS);
  }
}
