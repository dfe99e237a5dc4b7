import type { Clock } from './clock.ts';
import { AwsCallError } from './errors.ts';

/** A probe's conclusion from one look. */
export type Verdict<T> =
  | { readonly state: 'done'; readonly value: T }
  /** Not yet; `reason` is what is still awaited, `delayMs` a better moment for the next look than the interval. */
  | { readonly state: 'pending'; readonly reason: string; readonly delayMs?: number };

export type WaitResult<T> =
  | { readonly kind: 'done'; readonly value: T }
  | {
      readonly kind: 'timedOut';
      readonly reason: string;
      readonly waitedMs: number;
      /** Milliseconds since the last look that was answered; 0 when that was the last look. */
      readonly unseenMs: number;
    };

export interface WaitOptions {
  readonly clock: Clock;
  /** Aborts the wait at once; `wait` rejects with the signal's reason. */
  readonly signal: AbortSignal;
  /** Epoch milliseconds at which the wait gives up; read anew before each look, so that a budget may grow. */
  readonly deadline: number | (() => number);
  /** A change is noticed within this many milliseconds plus the jitter, at any age of the wait. */
  readonly intervalMs: number;
  /** The most that is added to an interval, as a share of it; 0.1 unless given. */
  readonly jitter?: number;
  /** Milliseconds after the deadline in which a last look is tried again that an outage prevented; default 0. */
  readonly lastLookMs?: number;
  /** Called after each look that ended `pending`. */
  readonly onPending?: (reason: string, waitedMs: number) => void;
}

const JITTER = 0.1;
/** Longest time without an answer from AWS, beyond the retries of each call, before a wait gives up. */
const OUTAGE_MS = 5 * 60_000;

/**
 * The one wait loop: looks, and looks again until the probe is done or the deadline has passed. A last look is taken at
 * the deadline itself. Errors of the probe end the wait, but for transient ones: what is watched goes on without us, so
 * that a look that can't be taken now is taken later.
 */
export async function wait<T>(
  probe: () => Promise<Verdict<T>>,
  options: WaitOptions,
): Promise<WaitResult<T>> {
  const { clock, signal, intervalMs } = options;
  const deadline = (): number =>
    typeof options.deadline === 'number' ? options.deadline : options.deadline();
  const started = clock.now();
  let answeredAt: number | undefined;
  let isAnswered = false;
  const look = async (): Promise<Verdict<T>> => {
    try {
      const verdict = await probe();
      answeredAt = clock.now();
      isAnswered = true;
      return verdict;
    } catch (error) {
      isAnswered = false;
      const lost = clock.now() >= Math.min((answeredAt ?? started) + OUTAGE_MS, deadline());
      if (signal.aborted || !(error instanceof AwsCallError) || !error.transient) throw error;
      // A deadline that passes in an outage is still a deadline, unless nothing at all was ever seen.
      if (lost && (answeredAt === undefined || clock.now() < deadline())) throw error;
      return { state: 'pending', reason: error.message };
    }
  };
  for (;;) {
    signal.throwIfAborted();
    const verdict = await look();
    if (verdict.state === 'done') return { kind: 'done', value: verdict.value };
    const now = clock.now();
    const unseenMs = isAnswered ? 0 : now - (answeredAt ?? started);
    const end = deadline() + (isAnswered ? 0 : (options.lastLookMs ?? 0));
    if (now >= end) return { kind: 'timedOut', reason: verdict.reason, waitedMs: now - started, unseenMs };
    options.onPending?.(verdict.reason, now - started);
    const pause =
      Math.min(verdict.delayMs ?? intervalMs, intervalMs) * (1 + clock.random() * (options.jitter ?? JITTER));
    await clock.sleep(Math.max(1, Math.min(pause, (now < deadline() ? deadline() : end) - now)), signal);
  }
}
