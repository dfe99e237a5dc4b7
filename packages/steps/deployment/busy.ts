import { ConfigurationError } from '@cutover/domain/errors';
import type { Trouble } from '@cutover/domain/trouble';
import type { World } from '../world.ts';

/** Rounds in which AWS may start nothing without an active deployment to be seen. */
const BUSY_ROUNDS = 10;

/**
 * AWS started no deployment: pauses before the next round, in which the other deployment will be seen.
 * @param round counted from 0
 * @throws ConfigurationError `trouble` when that never happens, as when the account's limit of deployments is what was hit
 */
export async function pauseBusy(
  { clock, signal }: Pick<World, 'clock' | 'signal'>,
  round: number,
  intervalMs: number,
  trouble: Trouble,
): Promise<void> {
  if (round >= BUSY_ROUNDS) throw new ConfigurationError(trouble);
  await clock.sleep(intervalMs, signal);
}
