import { isAmong } from '@cutover/domain/http-status';
import { wait } from '@cutover/domain/wait';
import type { World } from '../world.ts';
import { abortable } from './abortable.ts';
import type { Gate, GateVerdict } from './gate.ts';
import { minutes } from './headline.ts';
import type { DeploymentOrder } from './order.ts';

/** Good answers in a row that are wanted. */
const ANSWERS = 2;
const PATIENCE_MS = 10_000;

/** Whether the replacement answers as it should through the test listener. */
export async function askHttp(
  world: World,
  order: DeploymentOrder,
  { url, statuses, limitMs }: Extract<Gate, { kind: 'http' }>,
): Promise<GateVerdict> {
  const { clock, progress, signal } = world;
  let inARow = 0;
  const result = await wait(
    async () => {
      const begun = clock.now();
      const answer = await get(url, signal);
      const ok = isAmong(answer.status, statuses);
      progress.report({
        type: 'probe.answered',
        url,
        status: answer.status,
        ok,
        milliseconds: clock.now() - begun,
      });
      inARow = ok ? inARow + 1 : 0;
      return inARow >= ANSWERS
        ? { state: 'done', value: answer.status }
        : { state: 'pending', reason: answer.said };
    },
    { clock, signal, deadline: clock.now() + limitMs, intervalMs: order.intervalMs },
  );
  if (result.kind === 'done') {
    return { kind: 'passed', reason: `The http gate passed: ${url} answered ${result.value}.` };
  }
  const said = `http gate did not pass within ${minutes(result.waitedMs)}: ${result.reason}`;
  return { kind: 'refused', reason: `The ${said}.`, because: `the ${said}` };
}

/** Status 0 stands for no answer. */
async function get(
  url: string,
  signal: AbortSignal,
): Promise<{ readonly status: number; readonly said: string }> {
  try {
    const response = await abortable(
      signal,
      fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(PATIENCE_MS) }),
    );
    await response.body?.cancel();
    return { status: response.status, said: `${url} answered ${response.status}` };
  } catch (error) {
    if (signal.aborted) throw error;
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    return {
      status: 0,
      said: `${url} did not answer: ${cause instanceof Error ? cause.message : String(cause)}`,
    };
  }
}
