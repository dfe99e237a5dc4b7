import type { TargetVerdict } from '../target/target-verdict.ts';
import { formatRevision } from './revision.ts';
import type { RunningTask } from './running-task.ts';

/** Expectations of the tasks of a service that no load balancer checks. */
interface TaskExpectation {
  /** ARN of the revision that should run. */
  readonly revision: string;
  readonly minRunning: number;
  /** Epoch milliseconds. */
  readonly now: number;
  /** A task counts when it has run this long, in milliseconds. */
  readonly ageMs: number;
}

/** Whether enough tasks of the revision run steadily, and none of another. */
export function judgeTasks(tasks: readonly RunningTask[], expected: TaskExpectation): TargetVerdict {
  const { ageMs, minRunning, now, revision } = expected;
  const running = tasks.filter(({ status }) => status === 'RUNNING');
  const stranger = running.find((task) => task.taskDefinition !== revision);
  const ours = running.filter((task) => task.taskDefinition === revision);
  const steady = ours.filter(({ startedAt }) => startedAt !== undefined && now - startedAt >= ageMs);
  const wanted = formatRevision(revision);
  const said = (ok: boolean, reason: string): TargetVerdict => ({
    ok,
    reason,
    warmingUp: !ok && stranger === undefined && ours.length >= minRunning,
    groups: [],
  });
  if (stranger !== undefined)
    return said(false, `a task of ${formatRevision(stranger.taskDefinition)} still runs beside ${wanted}`);
  return said(
    steady.length >= minRunning,
    `${steady.length} of ${minRunning} tasks of ${wanted} have run for ${ageMs / 1000} s`,
  );
}
