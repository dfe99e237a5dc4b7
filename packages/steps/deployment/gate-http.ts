import { wait } from '@cutover/domain/wait';
import { probe, type Probe } from '../probe/round.ts';
import type { World } from '../world.ts';
import type { Gate, GateVerdict } from './gate-kinds.ts';
import { minutes } from './headline.ts';
import type { Watch } from './order.ts';

/** Good answers in a row that are wanted. */
const ANSWERS = 2;

/** Whether the replacement answers as it should through the test listener. */
export async function askHttp(
  world: World,
  order: Watch,
  { url, statuses, limitMs }: Extract<Gate, { kind: 'http' }>,
): Promise<GateVerdict> {
  const { clock, progress, signal } = world;
  const wanted: Probe = {
    url,
    hostHeader: undefined,
    expected: { statuses, body: undefined, headers: [], maxLatencyMs: undefined },
    count: 1,
    concurrency: 1,
  };
  let inARow = 0;
  const result = await wait(
    async () => {
      const round = await probe(wanted, world);
      progress.report({
        type: 'probe.answered',
        url,
        status: round.status,
        ok: round.ok,
        milliseconds: round.slowestMs,
      });
      inARow = round.ok ? inARow + 1 : 0;
      return inARow >= ANSWERS
        ? { state: 'done', value: round.status }
        : { state: 'pending', reason: round.complaint ?? `${url} answered ${round.status}` };
    },
    { clock, signal, deadline: clock.now() + limitMs, intervalMs: order.intervalMs },
  );
  if (result.kind === 'done') {
    return { kind: 'passed', reason: `The http gate passed: ${url} answered ${result.value}.` };
  }
  const said = `http gate did not pass within ${minutes(result.waitedMs)}: ${result.reason}`;
  return { kind: 'refused', reason: `The ${said}.`, because: `the ${said}` };
}
