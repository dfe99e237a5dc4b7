import { backOff } from '@cutover/domain/backoff';
import type { Connection } from './connection.ts';

/** Attempts at one call in total; the SDK's default of 3 gives up within a second. */
const ATTEMPTS = 8;
/** Time for all attempts at one call; whoever waits for something asks again after an outage. */
const TOTAL_MS = 3 * 60_000;
const PAUSE = { firstMs: 200, longestMs: 20_000 };
/** AWS asks for more patience by a factor of this when it throttles. */
const THROTTLED_PAUSE = { firstMs: 500, longestMs: 20_000 };

/** The part of the SDK's retry-strategy interface that this suite uses. */
interface RetryToken {
  readonly attempts: number;
  readonly began: number;
  /** Whether the job was cancelled already when the call began: then nothing ends its attempts. */
  readonly late: boolean;
  getRetryCount(): number;
  /** The pause has been made on the clock of this suite. */
  getRetryDelay(): number;
}

interface RetryErrorInfo {
  readonly error?: unknown;
  readonly errorType: string;
  readonly retryAfterHint?: Date;
}

/** Repeats what may succeed later, with pauses on the clock of the suite, until the job is cancelled. */
export interface RetryStrategy {
  readonly mode: 'standard';
  acquireInitialRetryToken(scope: string): Promise<RetryToken>;
  refreshRetryTokenForRetry(token: RetryToken, info: RetryErrorInfo): Promise<RetryToken>;
  recordSuccess(token: RetryToken): void;
}

/** @param attempts at one call in total */
export function retryStrategy(
  { clock, signal, attempts: wanted = ATTEMPTS }: Connection,
  attempts = wanted,
): RetryStrategy {
  const make = (count: number, began: number, late: boolean): RetryToken => ({
    attempts: count,
    began,
    late,
    getRetryCount: () => count,
    getRetryDelay: () => 0,
  });
  return {
    mode: 'standard',
    acquireInitialRetryToken: () => Promise.resolve(make(0, clock.now(), signal.aborted)),
    refreshRetryTokenForRetry: async (token, { error, errorType, retryAfterHint }) => {
      const count = token.attempts + 1;
      const throttled = errorType === 'THROTTLING' || isThrottledByEcr(error);
      const passes =
        throttled || errorType === 'SERVER_ERROR' || (errorType === 'TRANSIENT' && !isFinal(error, count));
      const over = count >= attempts || clock.now() - token.began >= TOTAL_MS;
      if (!passes || over) throw error;
      const heard = token.late ? undefined : signal;
      heard?.throwIfAborted();
      await backOff(clock, count, throttled ? THROTTLED_PAUSE : PAUSE, heard);
      const left = (retryAfterHint?.getTime() ?? 0) - Date.now();
      if (left > 0) await clock.sleep(Math.min(left, PAUSE.longestMs), heard);
      return make(count, token.began, token.late);
    },
    recordSuccess: () => undefined,
  };
}

/** Errors of a call that was signed with a wrong clock. */
const SIGNED_TOO_LATE = new Set([
  'InvalidSignatureException',
  'RequestExpired',
  'RequestInTheFuture',
  'RequestTimeTooSkewed',
  'SignatureDoesNotMatch',
]);

/**
 * Whether the SDK calls a refusal transient for its answer's date alone. It corrects its clock by that date: a call whose
 * signature was refused deserves one attempt with the right clock, and any other refusal stays one.
 */
function isFinal(error: unknown, attempts: number): boolean {
  const { $metadata: { clockSkewCorrected, httpStatusCode = 0 } = {}, name = '' } = (error ?? {}) as {
    readonly name?: string;
    readonly $metadata?: { readonly clockSkewCorrected?: boolean; readonly httpStatusCode?: number };
  };
  const refused = httpStatusCode >= 400 && httpStatusCode < 500;
  return clockSkewCorrected === true && refused && (attempts > 1 || !SIGNED_TOO_LATE.has(name));
}

/** ECR has a code of its own for throttling, which the SDK doesn't know. */
function isThrottledByEcr(error: unknown): boolean {
  return error instanceof Error && error.name === 'ThrottleException';
}
