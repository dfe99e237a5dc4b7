import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startAction, type ActionOptions } from '@cutover/runner/run-action';

/** What one process used until the moment that was measured. */
export interface Used {
  /** CPU time of the process in milliseconds, user and system. */
  readonly cpu: number;
  /** Its largest resident memory in megabytes. */
  readonly memory: number;
  /** False when it ended without the call that was waited for. */
  readonly reached: boolean;
}

/** `exit` is the end of the process, `call` the moment at which it connects to the endpoint of AWS. */
export type Moment = 'exit' | 'call';

/** Is loaded before the action's own code, in the same way for everybody's. */
const WATCH = `
  import { writeFileSync } from 'node:fs';
  import { Socket } from 'node:net';
  let written = false;
  const write = (reached) => {
    if (written) return;
    written = true;
    const { user, system } = process.cpuUsage();
    const memory = process.resourceUsage().maxRSS / 1024;
    writeFileSync(process.env.BENCH_FILE, JSON.stringify({ cpu: (user + system) / 1000, memory, reached }));
  };
  process.on('exit', () => write(process.env.BENCH_MOMENT === 'exit'));
  if (process.env.BENCH_MOMENT === 'call') {
    const connect = Socket.prototype.connect;
    Socket.prototype.connect = function (...given) {
      if (!JSON.stringify(given).includes(process.env.BENCH_PORT)) return connect.apply(this, given);
      write(true);
      process.exit(0);
    };
  }`;

/**
 * Runs an action until a moment and tells what its process used.
 * @param port of the endpoint that AWS_ENDPOINT_URL names; nothing has to listen there
 */
export async function measure(
  name: string,
  options: ActionOptions,
  moment: Moment,
  port: number,
): Promise<Used> {
  const action = await startAction(name, {
    ...options,
    env: {
      ...options.env,
      NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(WATCH)}`,
      BENCH_FILE: join(options.workspace ?? '', 'used.json'),
      BENCH_MOMENT: moment,
      BENCH_PORT: String(port),
    },
  });
  const result = await action.done;
  await result.dispose();
  return JSON.parse(await readFile(join(options.workspace ?? '', 'used.json'), 'utf8')) as Used;
}

/** The middle value; of an even number the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = sorted.length >> 1;
  const [low = Number.NaN, high = Number.NaN] = [sorted[middle - 1], sorted[middle]];
  return sorted.length % 2 === 1 ? high : (low + high) / 2;
}
