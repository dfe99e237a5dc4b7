import { CutoverError } from '@cutover/domain/errors';
import { cleanUpAll } from '../clean-up.ts';
import type { World } from '../world.ts';
import { rulesOf, type WindowRule } from './windows.ts';

/**
 * Takes the rules of maintenance windows away from listeners and gives the rules that were moved for them their places
 * back. Harmless where there is none; finds them by their tags, so also those of a run that died.
 * @param only windows of a service, of an owner (`ownerOf`), or whose time was over at `endedBy`; all when nothing is given
 * @returns how many rules were taken away
 * @throws ConfigurationError when a rule could not be deleted; the other listeners had their turn by then
 */
export async function closeWindow(
  listeners: readonly string[],
  world: Pick<World, 'aws' | 'progress'>,
  only: { readonly service?: string; readonly owner?: string; readonly endedBy?: number } = {},
): Promise<number> {
  let closed = 0;
  const closeAll = async (listener: string): Promise<void> => {
    for (;;) {
      // Read anew for each: giving places back moves the rest.
      const { windows, others } = await rulesOf(world, listener);
      const [first] = windows
        .filter(
          ({ owner, service, until = Infinity }) =>
            (only.service === undefined || only.service === service) &&
            (only.owner === undefined || only.owner === owner) &&
            (only.endedBy === undefined || until < only.endedBy),
        )
        .toSorted((a, b) => a.rule.priority - b.rule.priority);
      if (first === undefined) break;
      await giveBack(first, [...others, ...windows.map(({ rule }) => rule)], world);
      await world.aws.listenerRules.remove(first.rule.arn);
      closed += 1;
    }
  };
  await cleanUpAll(listeners.map((listener) => ({ act: () => closeAll(listener) })));
  return closed;
}

async function giveBack(
  { rule, priority, moved }: WindowRule,
  rules: readonly { readonly arn: string; readonly priority: number | undefined }[],
  world: Pick<World, 'aws' | 'progress'>,
): Promise<void> {
  // The rule is made below the others first: until it stands at its place nothing was moved.
  if (moved === 0 || rule.priority !== priority) return;
  const below = rules.filter(
    (one) =>
      one.arn !== rule.arn &&
      one.priority !== undefined &&
      one.priority > priority &&
      one.priority <= priority + moved,
  );
  try {
    await world.aws.listenerRules.place(
      new Map([
        [rule.arn, priority + moved],
        ...below.map((one) => [one.arn, (one.priority ?? 0) - 1] as const),
      ]),
    );
  } catch (error) {
    // The order is right either way, and users wait for the page to go.
    if (!(error instanceof CutoverError)) throw error;
    world.progress.report({
      type: 'warning',
      what: `The rules below the maintenance page keep priorities that are higher by one: ${error.message}`,
      fix: error.fix,
    });
  }
}
