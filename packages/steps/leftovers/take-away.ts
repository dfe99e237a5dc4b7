import { AccessDeniedError, CutoverError } from '@cutover/domain/errors';
import type { World } from '../world.ts';
import { findPage, findSuspension, originOf, type Leftover, type LeftoverPlace } from './find.ts';

/** Result of a look for leftovers. */
export interface Leftovers {
  /** Whether this run has a maintenance page up. */
  readonly ownPage: boolean;
}

/**
 * Takes away what a dead runner left on a service: a maintenance page or a suspension of scaling whose time is over. One
 * whose time is not over belongs to a step that may be running; it is only named. Never fails a step.
 * @param options `dryRun` names everything and takes nothing away; `onlyPage` leaves scaling to a hold of this step
 */
export async function takeAwayLeftovers(
  world: World,
  place: LeftoverPlace,
  { dryRun = false, onlyPage = false }: { readonly dryRun?: boolean; readonly onlyPage?: boolean } = {},
): Promise<Leftovers> {
  const [page, suspension] = await Promise.all([
    look(world, () => findPage(world, place)),
    onlyPage ? undefined : look(world, () => findSuspension(world, place)),
  ]);
  for (const leftover of [page, suspension]) {
    if (leftover !== undefined) await settle(world, leftover, dryRun);
  }
  return { ownPage: page?.ours === true && !page.ended };
}

/** A role that can't look is not asked for the right: most services have nothing to look for. */
async function look(
  { progress, signal }: World,
  find: () => Promise<Leftover | undefined>,
): Promise<Leftover | undefined> {
  try {
    return await find();
  } catch (error) {
    if (signal.aborted || !(error instanceof CutoverError)) throw error;
    if (error instanceof AccessDeniedError) return undefined;
    progress.report({
      type: 'warning',
      what: `Whether an earlier run left a maintenance page or a suspension of scaling could not be seen: ${error.message}`,
      fix: error.fix,
    });
    return undefined;
  }
}

async function settle({ progress }: World, leftover: Leftover, dryRun: boolean): Promise<void> {
  const { ended, ours, takeAway, restored, what } = leftover;
  const origin = originOf(leftover);
  if (!ended) {
    if (!ours) progress.report({ type: 'note', text: `${what} is in force (${origin}).` });
    return;
  }
  if (dryRun) {
    progress.report({
      type: 'note',
      text: `Dry run: ${what} is left over (${origin}) and would be taken away.`,
    });
    return;
  }
  try {
    await takeAway();
    progress.report({
      type: 'warning',
      what: `${what} was left over (${origin}): the runner of the step that made it died. It was taken away. ${restored}`,
    });
  } catch (error) {
    if (!(error instanceof CutoverError)) throw error;
    progress.report({
      type: 'warning',
      what: `${what} is left over (${origin}) and could not be taken away: ${error.message}`,
      fix: error.fix,
    });
  }
}
