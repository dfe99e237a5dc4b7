import { proxyHost } from '@cutover/domain/proxy';
import type { World } from '../world.ts';
import { complaintOf, type AnswerExpectation } from './expectation.ts';
import { ask, PATIENCE_MS, type Reply } from './request.ts';

/** Requests of each look, and the expected properties of their answers. */
export interface Probe {
  readonly url: string;
  /** Sent as Host, and the name that the certificate must be for. */
  readonly hostHeader: string | undefined;
  readonly expected: AnswerExpectation;
  /** Requests of one round. */
  readonly count: number;
  /** Maximum number of requests in flight. */
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
  readonly fix: string | undefined;
}

/** Sends the requests of one round and waits for all answers. @throws the signal's reason when the step is cancelled */
export async function probe(
  wanted: Probe,
  { clock, proxy, signal }: Pick<World, 'clock' | 'proxy' | 'signal'>,
): Promise<Round> {
  const question = {
    url: wanted.url,
    hostHeader: wanted.hostHeader,
    proxy,
    // A late answer is still reported.
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
  return judge(wanted, replies, proxy);
}

/** Statuses with which a proxy itself reports that it did not get through; in HTTPS there is no answer at all. */
const PROXY_STATUSES = new Set([403, 407, 502, 503, 504]);

function withProxy(
  complaint: string | undefined,
  status: number,
  url: string,
  proxy: World['proxy'],
): string | undefined {
  const host = proxyHost(proxy, 'http:');
  const doubtful = url.startsWith('http:') && host !== undefined && PROXY_STATUSES.has(status);
  return complaint === undefined || !doubtful
    ? complaint
    : `${complaint} (asked with the proxy ${host} set, which may have answered itself)`;
}

function judge({ expected, url }: Probe, replies: readonly Reply[], proxy: World['proxy']): Round {
  const judged = replies.map((reply) =>
    reply.kind === 'silence'
      ? { status: 0, milliseconds: reply.milliseconds, complaint: reply.why, fix: reply.fix }
      : {
          status: reply.answer.status,
          milliseconds: reply.answer.milliseconds,
          complaint: withProxy(complaintOf(reply.answer, expected), reply.answer.status, url, proxy),
          fix: undefined,
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
    fix: worst?.fix,
  };
}
