import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import type { Task } from '@aws-sdk/client-ecs';
import type { Simulator } from '@cutover/simulator/kernel/simulator';

const STEP_MS = 1000;
/** AWS milliseconds that a task is in the state in any case; what is longer is a process that starts or ends. */
const STATES: Readonly<Record<string, number>> = { ACTIVATING: 3000, STOPPING: 0 };
const PATIENCE_MS = 30_000;

export interface VirtualTime {
  /** What a process needs that is to live in this time. */
  readonly env: Readonly<Record<string, string>>;
  close(): void;
}

/**
 * Lets processes live in the time of a simulated account whose clock stands still: it jumps to the next timer of the
 * process, so that hours take seconds and every run sees the same. What of the account really runs gets its time.
 */
export async function openVirtualTime(sim: Simulator): Promise<VirtualTime> {
  const server = createServer((request, response) => {
    void (async () => {
      let left = Number(request.url?.slice(1));
      for (; left > 0; left -= STEP_MS) {
        await sim.clock.advance(Math.min(left, STEP_MS));
        await settle(sim);
      }
      response.end(String(sim.clock.now()));
    })();
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    env: {
      // As a URL, since Node splits the variable at blanks.
      NODE_OPTIONS: `--import=${new URL('virtual-time.mjs', import.meta.url).href}`,
      VIRTUAL_TIME: `http://127.0.0.1:${port}`,
    },
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** Waits for the processes behind tasks that are about to run or to end. */
async function settle(sim: Simulator): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  while ((await busy(sim)) && Date.now() < end) await setTimeout(5);
}

async function busy(sim: Simulator): Promise<boolean> {
  const { taskArns } = await sim.call<{ taskArns: string[] }>('ecs', 'ListTasks', { cluster: 'shop' });
  const stopping = await sim.call<{ taskArns: string[] }>('ecs', 'ListTasks', {
    cluster: 'shop',
    desiredStatus: 'STOPPED',
  });
  const tasks = [...taskArns, ...stopping.taskArns];
  if (tasks.length === 0) return false;
  const { tasks: found } = await sim.call<{ tasks: Task[] }>('ecs', 'DescribeTasks', {
    cluster: 'shop',
    tasks,
  });
  return found.some(({ lastStatus = '', pullStoppedAt, createdAt }) => {
    const least = STATES[lastStatus];
    const since = pullStoppedAt ?? createdAt;
    return least !== undefined && since !== undefined && sim.clock.now() - since.getTime() >= least;
  });
}
