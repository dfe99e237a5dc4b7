import type { Clock } from './clock.ts';

/** How long to pause between attempts at the same thing. */
export interface Backoff {
  /** Ceiling of the first pause in milliseconds; each further one is twice as high. */
  readonly firstMs: number;
  /** Ceiling of all pauses in milliseconds. */
  readonly longestMs: number;
  /** `full` draws from nothing up to the ceiling: for many runners that contend for one thing. Otherwise half of it is certain. */
  readonly jitter?: 'full';
}

/**
 * Pauses after attempt number `attempt` (the first is 1) for a random part of the ceiling, so that runners that failed
 * together do not come back together; at least for one millisecond.
 * @throws the signal's reason
 */
export async function backOff(
  clock: Clock,
  attempt: number,
  { firstMs, longestMs, jitter }: Backoff,
  signal?: AbortSignal,
): Promise<void> {
  const ceiling = Math.min(longestMs, firstMs * 2 ** (attempt - 1));
  const part = jitter === 'full' ? clock.random() : 0.5 + clock.random() / 2;
  await clock.sleep(Math.max(1, ceiling * part), signal);
}
