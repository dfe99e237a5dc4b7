import { backOff } from '@cutover/domain/backoff';
import type { TaskState } from '@cutover/domain/task/task';
import { wait } from '@cutover/domain/wait';
import type { World } from '../world.ts';
import type { MigrationInputs } from './plan.ts';
import type { MigrationPlan } from './migration-plan.ts';
import { taskRequest } from './task-request.ts';

export type TaskStart =
  | { readonly kind: 'started'; readonly task: TaskState; readonly adopted: boolean }
  /** ECS started nothing. */
  | { readonly kind: 'refused'; readonly reasons: readonly string[]; readonly seconds: number }
  /** Another run's task of the family is in the way. */
  | { readonly kind: 'occupied'; readonly others: readonly TaskState[]; readonly waited: boolean };

/** How often ECS has said that it started nothing, or a task gave way; shared by all starts of one command. */
export interface Tries {
  count: number;
}

/** A second task that was started in the same moment gives way so often before the step gives up. */
const MOST_YIELDS = 5;

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
): Promise<TaskStart> {
  const { aws, clock, progress, run, signal } = world;
  const request = (): ReturnType<typeof taskRequest> =>
    taskRequest(plan, index, {
      run,
      startedBy: given['started-by'],
      tries: options.tries.count,
      seed: options.seed,
      key: given['job-key'],
    });
  const { startedBy } = request();
  // A tag that the user chose is everybody's: it tells nothing about whose a task is.
  const own = given['started-by'] === undefined ? startedBy : undefined;
  world.remember('cluster', plan.cluster);
  // A user-chosen text may be shared by runs: it identifies no task.
  if (own !== undefined) world.remember('started-by', own);
  world.remember('seed', options.seed);
  if (own !== undefined) {
    const [mine] = await runningTasks(plan.cluster, { startedBy: own }, world);
    if (mine !== undefined) return { kind: 'started', task: mine, adopted: true };
  }
  const occupied = await waitForOthers(plan, own, given, world, options.deadline);
  if (occupied !== undefined) return occupied;

  const began = clock.now();
  let throttles = 0;
  let yields = 0;
  for (;;) {
    signal.throwIfAborted();
    const answer = await aws.tasks.run(request());
    if (answer.kind === 'started') {
      const { task } = answer;
      const rivals = yields < MOST_YIELDS ? await olderRivals(task, plan, own, world) : [];
      if (rivals.length === 0) return { kind: 'started', task, adopted: false };
      // Both looked before either had started: the later one gives way before its command runs.
      yields += 1;
      options.tries.count += 1;
      await aws.tasks.stop(plan.cluster, task.arn, 'Cutover: another task of the family was started first');
      progress.report({
        type: 'note',
        text: `Task ${rivals.map(({ arn }) => arn).join(', ')} of ${plan.family} was started in the same moment: ours gives way.`,
      });
      if (given['on-running'] === 'fail') return { kind: 'occupied', others: rivals, waited: false };
      const still = await waitForOthers(plan, own, given, world, options.deadline);
      if (still !== undefined) return still;
      continue;
    }
    if (answer.throttled === true) throttles += 1;
    else options.tries.count += 1;
    const seconds = Math.round((clock.now() - began) / 1000);
    if (!answer.retryable || clock.now() >= options.startDeadline)
      return { kind: 'refused', reasons: answer.reasons, seconds };
    progress.report({
      type: 'note',
      text: `ECS started no task yet, asking again: ${answer.reasons.join('; ')}`,
    });
    const pause = { firstMs: given['poll-interval-seconds'] * 1000, longestMs: LONGEST_PAUSE_MS };
    await backOff(clock, options.tries.count + throttles, pause, signal);
  }
}

/**
 * Other runs' tasks of the family that were started before this one; none once this one's command may have begun. Of two
 * that began in the same millisecond the smaller ARN counts as the older.
 */
async function olderRivals(
  task: TaskState,
  plan: MigrationPlan,
  own: string | undefined,
  world: World,
): Promise<readonly TaskState[]> {
  const running = await runningTasks(plan.cluster, { family: plan.family }, world);
  const { createdAt = Infinity, lastStatus, startedAt } = running.find(({ arn }) => arn === task.arn) ?? task;
  if (startedAt !== undefined || lastStatus === 'STOPPED') return [];
  return othersAmong(running, own).filter((one) => {
    const age = one.createdAt ?? Infinity;
    return one.arn !== task.arn && (age < createdAt || (age === createdAt && one.arn < task.arn));
  });
}

/**
 * One-off tasks of the family that somebody else runs. Tasks of services are no concern.
 * @param own the tag by which ours are known, if only ours have it
 */
function othersAmong(running: readonly TaskState[], own: string | undefined): readonly TaskState[] {
  return running.filter(
    (task) =>
      !task.group.startsWith('service:') &&
      !task.startedBy.startsWith('ecs-svc/') &&
      (own === undefined || task.startedBy !== own),
  );
}

/** Waits for the family's other one-off tasks, or says which they are. */
async function waitForOthers(
  plan: MigrationPlan,
  own: string | undefined,
  given: MigrationInputs,
  world: World,
  deadline: number,
): Promise<Extract<TaskStart, { kind: 'occupied' }> | undefined> {
  let others: readonly TaskState[] = [];
  const look = async (): Promise<boolean> => {
    others = othersAmong(await runningTasks(plan.cluster, { family: plan.family }, world), own);
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
