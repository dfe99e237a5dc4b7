import { CutoverError } from '@cutover/domain/errors';
import type { World } from '../world.ts';
import { TAGS } from './tags.ts';
import { isOwnedByRun, rulesOf } from './windows.ts';

/**
 * Gives the windows that this run opened for a service more time: a deployment that is about to begin ends them itself. A
 * window that can't be prolonged keeps its time.
 * @param service `cluster/service`
 */
export async function prolongWindow(
  listeners: readonly string[],
  service: string,
  lastsMs: number,
  world: Pick<World, 'aws' | 'clock' | 'progress' | 'run'>,
): Promise<void> {
  const until = world.clock.now() + lastsMs;
  try {
    for (const listener of listeners) {
      const { windows } = await rulesOf(world, listener);
      for (const window of windows) {
        const isShorter = window.until !== undefined && window.until < until;
        if (window.service !== service || !isOwnedByRun(window, world) || !isShorter) continue;
        await world.aws.listenerRules.tag(window.rule.arn, { [TAGS.until]: new Date(until).toISOString() });
      }
    }
  } catch (error) {
    if (!(error instanceof CutoverError)) throw error;
    world.progress.report({
      type: 'warning',
      what: `The maintenance page of ${service} could not be given more time: ${error.message} It stays until then; a later action may take it away.`,
      fix: error.fix,
    });
  }
}
