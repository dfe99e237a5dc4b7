import { exitVerdict } from '@cutover/domain/task/exit-verdict';
import type { TaskState } from '@cutover/domain/task/task';
import { wait, type Verdict } from '@cutover/domain/wait';
import type { World } from '../world.ts';
import type { ContainerLog } from './container-log.ts';
import type { MigrationInputs } from './plan.ts';
import type { MigrationPlan } from './migration-plan.ts';
import { sayOften } from './start-task.ts';

export type TaskEnd =
  /** The task has stopped, or a container that is not essential has ended and its task was stopped. */
  | { readonly kind: 'ended'; readonly task: TaskState }
  | { readonly kind: 'timedOut'; readonly task: TaskState; readonly what: 'start' | 'end' }
  /** ECS no longer knows the task. */
  | { readonly kind: 'lost'; readonly task: TaskState };

/** ECS is eventually consistent: so long may a new task be unknown to it. */
const UNKNOWN_MS = 120_000;
/** Above the longest stopTimeout that Fargate grants. */
const STOPPING_MS = 150_000;

/** Follows a task and its log to the end; at a deadline the task is stopped. */
export async function watchTask(
  started: TaskState,
  plan: MigrationPlan,
  given: MigrationInputs,
  log: ContainerLog,
  world: World,
  deadlines: { readonly start: number; readonly end: number },
): Promise<TaskEnd> {
  const { aws, clock, progress, signal } = world;
  const intervalMs = given['poll-interval-seconds'] * 1000;
  let task = started;
  let status = '';
  let seenAt = clock.now();
  const look = async (): Promise<'stopped' | 'commandEnded' | 'lost' | 'running' | 'starting'> => {
    const [found] = await aws.tasks.describe(plan.cluster, [started.arn]);
    if (found === undefined) {
      if (clock.now() - seenAt > UNKNOWN_MS) return 'lost';
      // A stale answer about a task that was seen already says nothing about its start.
      return status === '' ? 'starting' : 'running';
    }
    task = found;
    seenAt = clock.now();
    if (task.lastStatus !== status) {
      status = task.lastStatus;
      progress.report({ type: 'task.changed', arn: task.arn, status });
    }
    await log.read();
    if (status === 'STOPPED') return 'stopped';
    const container = task.containers.find(({ name }) => name === plan.container);
    if (!plan.essential && container?.lastStatus === 'STOPPED' && container.exitCode !== undefined)
      return 'commandEnded';
    return task.startedAt === undefined && ['PROVISIONING', 'PENDING', 'ACTIVATING'].includes(status)
      ? 'starting'
      : 'running';
  };

  const result = await wait(
    async (): Promise<Verdict<TaskEnd>> => {
      switch (await look()) {
        case 'stopped':
        case 'commandEnded':
          return { state: 'done', value: { kind: 'ended', task } };
        case 'lost':
          return { state: 'done', value: { kind: 'lost', task } };
        case 'starting':
          return clock.now() >= deadlines.start
            ? { state: 'done', value: { kind: 'timedOut', task, what: 'start' } }
            : { state: 'pending', reason: status };
        case 'running':
          return { state: 'pending', reason: status };
      }
    },
    {
      clock,
      signal,
      deadline: deadlines.end,
      intervalMs,
      onPending: sayOften(world, `the task to end (${plan.container})`, given['timeout-minutes'] * 60),
    },
  );
  const end: TaskEnd = result.kind === 'done' ? result.value : { kind: 'timedOut', task, what: 'end' };
  if (end.kind === 'ended' && end.task.lastStatus === 'STOPPED') {
    await log.finish(intervalMs, exitVerdict(end.task, plan.container).kind !== 'succeeded');
    return end;
  }
  if (end.kind === 'lost') return end;
  const reason =
    end.kind === 'ended'
      ? `Container ${plan.container} has ended`
      : `Cutover: not ${end.what === 'start' ? 'started' : 'ended'} in time`;
  await aws.tasks.stop(plan.cluster, started.arn, reason);
  await wait(
    async () =>
      (await look()) === 'stopped'
        ? { state: 'done', value: undefined }
        : { state: 'pending', reason: status },
    {
      clock,
      signal,
      deadline: clock.now() + STOPPING_MS,
      intervalMs,
    },
  );
  await log.finish(intervalMs, end.kind === 'timedOut');
  // The container's state before its task was stopped counts, not the result of the stop.
  return end.kind === 'ended' ? end : { ...end, task };
}
