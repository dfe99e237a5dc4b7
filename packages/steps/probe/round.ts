import type { Clock } from '@cutover/domain/clock';
import { complaintOf, type Expectation } from './expectation.ts';
import { ask, PATIENCE_MS, type Reply } from './request.ts';

/** What is asked at each look, and what the answers must be like. */
export interface Probe {
  readonly url: string;
  /** Sent as Host, and the name that the certificate must be for. */
  readonly hostHeader: string | undefined;
  readonly expected: Expectation;
  /** Requests of one round. */
  readonly count: number;
  /** So many of them at a time. */
  readonly concurrency: number;
}

/** How one round of requests was answered. Times are milliseconds. */
export interface Round {
  readonly ok: boolean;
  readonly asked: number;
  readonly fine: number;
  /** Of the first answer that was not fine, else of the first; 0 when there was none. */
  readonly status: number;
  readonly medianMs: number;
  readonly slowestMs: number;
  /** The first complaint and how often there was one; undefined when all answers were fine. */
  readonly complaint: string | undefined;
  readonly remedy: string | undefined;
}

/** Sends the requests of one round and waits for all answers. @throws the signal's reason when the step is cancelled */
export async function probe(wanted: Probe, clock: Clock, signal: AbortSignal): Promise<Round> {
  const question = {
    url: wanted.url,
    hostHeader: wanted.hostHeader,
    // What comes too late is still worth knowing.
    patienceMs: Math.max(PATIENCE_MS, 2 * (wanted.expected.maxLatencyMs ?? 0)),
  };
  const replies: Reply[] = [];
  let begun = 0;
  const worker = async (): Promise<void> => {
    while (begun < wanted.count) {
      begun++;
      replies.push(await ask(question, clock, signal));
    }
  };
  await Promise.all(Array.from({ length: Math.min(wanted.concurrency, wanted.count) }, worker));
  return judge(wanted, replies);
}

function judge({ expected, url }: Probe, replies: readonly Reply[]): Round {
  const judged = replies.map((reply) =>
    reply.kind === 'silence'
      ? { status: 0, milliseconds: reply.milliseconds, complaint: reply.why, remedy: reply.remedy }
      : {
          status: reply.answer.status,
          milliseconds: reply.answer.milliseconds,
          complaint: complaintOf(reply.answer, expected),
          remedy: undefined,
        },
  );
  const amiss = judged.filter(({ complaint }) => complaint !== undefined);
  const times = judged.map(({ milliseconds }) => milliseconds).toSorted((a, b) => a - b);
  const [worst] = amiss;
  const share =
    replies.length > 1
      ? ` (${amiss.length} of ${replies.length} requests were not answered as expected)`
      : '';
  return {
    ok: worst === undefined,
    asked: replies.length,
    fine: replies.length - amiss.length,
    status: (worst ?? judged[0])?.status ?? 0,
    medianMs: times[Math.floor((times.length - 1) / 2)] ?? 0,
    slowestMs: times.at(-1) ?? 0,
    complaint: worst === undefined ? undefined : `${url} ${worst.complaint ?? ''}${share}`,
    remedy: worst?.remedy,
  };
}
