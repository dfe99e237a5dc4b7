import type { TaskState } from '@cutover/domain/task';
import { wait } from '@cutover/domain/wait';
import type { World } from '../world.ts';
import type { MigrationInputs, MigrationPlan } from './plan.ts';
import { taskRequest } from './task-request.ts';

export type Start =
  | { readonly kind: 'started'; readonly task: TaskState; readonly adopted: boolean }
  /** ECS started nothing. */
  | { readonly kind: 'refused'; readonly reasons: readonly string[]; readonly seconds: number }
  /** Another run's task of the family is in the way. */
  | { readonly kind: 'occupied'; readonly others: readonly TaskState[]; readonly waited: boolean };

/** How often ECS has said that it started nothing; shared by all starts of one command. */
export interface Tries {
  count: number;
}

const LONGEST_PAUSE_MS = 30_000;

/**
 * Starts one command's task, or finds the one that an earlier process of the same attempt started. A lack of capacity is
 * retried until `startDeadline`; the token changes only after ECS said that nothing was started.
 */
export async function startTask(
  plan: MigrationPlan,
  index: number,
  given: MigrationInputs,
  world: World,
  options: {
    readonly seed: string;
    readonly tries: Tries;
    readonly startDeadline: number;
    readonly deadline: number;
  },
): Promise<Start> {
  const { aws, clock, progress, run, signal } = world;
  const request = (): ReturnType<typeof taskRequest> =>
    taskRequest(plan, index, {
      run,
      startedBy: given['started-by'],
      tries: options.tries.count,
      seed: options.seed,
    });
  const { startedBy } = request();
  world.remember('cluster', plan.cluster);
  world.remember('started-by', startedBy);
  if (given['started-by'] === undefined) {
    const own = await runningTasks(plan.cluster, { startedBy }, world);
    const [mine] = own;
    if (mine !== undefined) return { kind: 'started', task: mine, adopted: true };
  }
  const occupied = await waitForOthers(plan, startedBy, given, world, options.deadline);
  if (occupied !== undefined) return occupied;

  const began = clock.now();
  for (;;) {
    signal.throwIfAborted();
    const answer = await aws.tasks.run(request());
    if (answer.kind === 'started') return { kind: 'started', task: answer.task, adopted: false };
    options.tries.count += 1;
    const seconds = Math.round((clock.now() - began) / 1000);
    if (!answer.retryable || clock.now() >= options.startDeadline)
      return { kind: 'refused', reasons: answer.reasons, seconds };
    progress.report({
      type: 'note',
      text: `ECS started no task yet, asking again: ${answer.reasons.join('; ')}`,
    });
    const pause = given['poll-interval-seconds'] * 1000 * 2 ** Math.min(options.tries.count - 1, 10);
    await clock.sleep(Math.min(pause, LONGEST_PAUSE_MS) * (0.5 + clock.random() / 2), signal);
  }
}

/** Waits for the family's other one-off tasks, or says which they are. Tasks of services are no concern. */
async function waitForOthers(
  plan: MigrationPlan,
  startedBy: string,
  given: MigrationInputs,
  world: World,
  deadline: number,
): Promise<Extract<Start, { kind: 'occupied' }> | undefined> {
  let others: readonly TaskState[] = [];
  const look = async (): Promise<boolean> => {
    const running = await runningTasks(plan.cluster, { family: plan.family }, world);
    others = running.filter(
      (task) =>
        !task.group.startsWith('service:') &&
        !task.startedBy.startsWith('ecs-svc/') &&
        task.startedBy !== startedBy,
    );
    return others.length === 0;
  };
  if (await look()) return undefined;
  if (given['on-running'] === 'fail') return { kind: 'occupied', others, waited: false };
  const result = await wait(
    async () => {
      if (await look()) return { state: 'done', value: undefined };
      return {
        state: 'pending',
        reason: `another task of ${plan.family} is running: ${others.map(({ arn }) => arn).join(', ')}`,
      };
    },
    {
      clock: world.clock,
      signal: world.signal,
      deadline,
      intervalMs: given['poll-interval-seconds'] * 1000,
      onPending: sayOften(world, 'the other task of this family', given['timeout-minutes'] * 60),
    },
  );
  return result.kind === 'done' ? undefined : { kind: 'occupied', others, waited: true };
}

async function runningTasks(
  cluster: string,
  filter: { family?: string; startedBy?: string },
  world: World,
): Promise<readonly TaskState[]> {
  const arns = await world.aws.tasks.list(cluster, filter);
  const tasks = await world.aws.tasks.describe(cluster, arns);
  return tasks.filter((task) => task.desiredStatus !== 'STOPPED' && task.lastStatus !== 'STOPPED');
}

/** Says that the wait goes on: at once, and then every half minute. */
export function sayOften(
  world: World,
  what: string,
  budgetSeconds: number,
): (reason: string, waitedMs: number) => void {
  let next = 30_000;
  return (_reason, waitedMs) => {
    if (waitedMs < next) return;
    next = waitedMs + 30_000;
    world.progress.report({
      type: 'still.waiting',
      what,
      seconds: Math.round(waitedMs / 1000),
      budgetSeconds,
    });
  };
}
