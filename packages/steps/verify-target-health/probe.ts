import type { Clock } from '@cutover/domain/clock';
import { abortable } from '../deployment/abortable.ts';
import type { Statuses } from './inputs.ts';

const PATIENCE_MS = 10_000;

export interface Answer {
  readonly ok: boolean;
  /** 0 when there was no answer. */
  readonly status: number;
  readonly milliseconds: number;
  /** What the answer was, or why there was none. */
  readonly said: string;
}

/** One GET without following redirects, with a patience of 10 s. */
export async function probe(
  url: string,
  statuses: Statuses,
  clock: Clock,
  signal: AbortSignal,
): Promise<Answer> {
  const begun = clock.now();
  try {
    const response = await abortable(
      signal,
      fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(PATIENCE_MS) }),
    );
    await response.body?.cancel();
    const { status } = response;
    return {
      ok: statuses.some(([from, to]) => status >= from && status <= to),
      status,
      milliseconds: clock.now() - begun,
      said: `${url} answered ${status}`,
    };
  } catch (error) {
    if (signal.aborted) throw error;
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    const why = cause instanceof Error ? cause.message : String(cause);
    return { ok: false, status: 0, milliseconds: clock.now() - begun, said: `${url} did not answer: ${why}` };
  }
}
