import { readMarks } from '@cutover/domain/codedeploy/deployment-description';
import { isOfRun } from '@cutover/domain/deployment/deployment';
import { cleanUpAll } from '../../clean-up.ts';
import { savedJson } from '../../saved-state.ts';
import type { World } from '../../world.ts';
import { findOurs } from './create.ts';
import { stopCommand } from './stop.ts';

/**
 * `post:` of every step that deploys: when the process was killed before its deployment was decided, does what a
 * cancelled step would have done.
 */
export async function afterKill(remembered: Readonly<Record<string, string>>, world: World): Promise<void> {
  const { 'on-cancel': onCancel, settled } = remembered;
  if (settled === 'true' || onCancel === undefined || onCancel === 'leave') return;
  let id = remembered['deployment-id'];
  await cleanUpAll([
    {
      act: async () => {
        id ??= await unanswered(remembered, world);
      },
      left: 'Whether CodeDeploy had begun the deployment of the step that was killed could not be found out; if it had, it goes on',
      fix: 'Look for it in the CodeDeploy console, or run rollback.',
    },
  ]);
  if (id === undefined) return;
  const known = id;
  await cleanUpAll([
    {
      act: () => stopOurs(known, onCancel, remembered, world),
      left: `Deployment ${known}, which the step that was killed followed, could not be stopped and goes on unless it has ended`,
      fix: `To stop it: ${stopCommand(known)}`,
    },
  ]);
}

async function stopOurs(
  id: string,
  onCancel: string,
  remembered: Readonly<Record<string, string>>,
  world: World,
): Promise<void> {
  const { description } = await world.aws.deployments.get(id);
  if (!isOurs(description, remembered, world)) {
    world.progress.report({
      type: 'warning',
      what: `The step was killed while it followed deployment ${id}, which this run did not make: the deployment goes on.`,
      fix: `To stop it: ${stopCommand(id)}`,
    });
    return;
  }
  const done = await world.aws.deployments.stop(id, { rollback: onCancel === 'rollback' });
  world.progress.report({
    type: 'warning',
    what:
      done === 'stopping'
        ? `The step was killed while deployment ${id} ran; it has been told to stop${onCancel === 'rollback' ? ' and roll back' : ''}.`
        : `The step was killed; deployment ${id} had ended by itself.`,
  });
}

/**
 * Whether this run made a deployment: the saved state may have been written to by others, the deployment's description
 * not. Outside of a run there is no mark; then the whole description has to be the one that was asked for.
 */
function isOurs(
  description: string,
  { 'created-as': text }: Readonly<Record<string, string>>,
  { run }: World,
): boolean {
  if (run.runUrl !== '') return isOfRun(readMarks(description), run);
  return text !== undefined && savedJson('created-as', text, isCreation).description === description;
}

/** A dead process's request may take effect this much later. */
const IN_FLIGHT_MS = 10_000;
const PAUSE_MS = 1000;

/** Killed between asking for the deployment and hearing its id. */
async function unanswered(
  { 'created-as': text, creation }: Readonly<Record<string, string>>,
  world: World,
): Promise<string | undefined> {
  if (text === undefined) return undefined;
  const asked = savedJson('created-as', text, isCreation);
  const patience = creation === 'asked' ? IN_FLIGHT_MS : 0;
  for (const end = world.clock.now() + patience; ;) {
    const ours = await findOurs(world.aws, asked);
    if (ours !== undefined || world.clock.now() >= end) return ours?.id;
    await world.clock.sleep(PAUSE_MS);
  }
}

interface Asked {
  readonly application: string;
  readonly group: string;
  readonly description: string;
  readonly since: number;
}

function isCreation(value: unknown): value is Asked {
  const { application, description, group, since } = (value ?? {}) as Partial<Asked>;
  return (
    [application, group, description].every((one) => typeof one === 'string') && typeof since === 'number'
  );
}
