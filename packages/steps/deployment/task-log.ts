import { lastSegment } from '@cutover/domain/identity/arn';
import type { DeployableRevision } from '@cutover/domain/task/deployable-revision';
import type { Observation } from '@cutover/domain/diagnosis/diagnose';
import type { StoppedTask } from '@cutover/domain/task/failed-task';
import type { RunningTask } from '@cutover/domain/task/running-task';
import type { SummarySection } from '@cutover/domain/outcome';
import type { World } from '../world.ts';

/** Source of the observations that are lines of a container's log. */
export const LOG_SOURCE = 'container log' as const;
/** Lines of a failed task's log that are read: a trace may fill most of them. */
const READ_LINES = 300;
/** Lines of it that are shown. */
const SHOWN_LINES = 20;

/** The end of a failed task's log. */
export interface TaskLog {
  readonly container: string;
  readonly stream: string;
  readonly lines: readonly string[];
  /** Of the task, in epoch milliseconds. */
  readonly stoppedAt?: number;
}

/** The last lines of the task that failed last; undefined when none failed, or its containers don't log to CloudWatch. */
export async function lastLines(world: World, failed: readonly StoppedTask[]): Promise<TaskLog | undefined> {
  const [task] = failed.toSorted((a, b) => (b.stoppedAt ?? 0) - (a.stoppedAt ?? 0));
  if (task === undefined) return undefined;
  const revision: DeployableRevision | undefined = await world.aws.deployableRevisions.describe(
    task.taskDefinition,
  );
  const exits = new Map(task.containers.map(({ exitCode, name }) => [name, exitCode]));
  const candidates = (revision?.containers ?? []).filter(
    ({ name, log }) => log !== undefined && exits.get(name) !== undefined,
  );
  const [container] = candidates.toSorted(
    (a, b) => suspicion(b, exits.get(b.name)) - suspicion(a, exits.get(a.name)),
  );
  if (container?.log === undefined) return undefined;
  const { group, streamPrefix, region } = container.log;
  const stream = `${streamPrefix}/${container.name}/${lastSegment(task.arn)}`;
  const lines = await world.aws.logs.tail(group, stream, READ_LINES, region);
  return {
    container: container.name,
    stream,
    lines: lines.map(({ text }) => text),
    ...(task.stoppedAt === undefined ? {} : { stoppedAt: task.stoppedAt }),
  };
}

/**
 * The last lines of a running task's container; undefined when it doesn't log to CloudWatch.
 * @param name of the container; without one the first essential container that logs
 */
export async function runningLines(
  world: World,
  task: Pick<RunningTask, 'arn' | 'taskDefinition'>,
  name?: string,
): Promise<TaskLog | undefined> {
  const revision = await world.aws.deployableRevisions.describe(task.taskDefinition);
  const logging = (revision?.containers ?? []).filter(({ log }) => log !== undefined);
  const container =
    logging.find((one) => one.name === name) ?? logging.find(({ essential }) => essential) ?? logging[0];
  if (container?.log === undefined) return undefined;
  const { group, streamPrefix, region } = container.log;
  const stream = `${streamPrefix}/${container.name}/${lastSegment(task.arn)}`;
  const lines = await world.aws.logs.tail(group, stream, READ_LINES, region);
  return { container: container.name, stream, lines: lines.map(({ text }) => text) };
}

/**
 * How likely the container ended the task: an exit code of its own counts most, then that it is essential. Exit codes 137 and 143 come
 * from ECS, which stops the others.
 */
function suspicion({ essential }: { readonly essential: boolean }, exitCode: number | undefined): number {
  const own = exitCode !== undefined && exitCode !== 0 && exitCode !== 137 && exitCode !== 143;
  return (own ? 2 : 0) + (essential ? 1 : 0);
}

/** The lines for the diagnosis, which may not quote them with `show-logs: none`. */
export function observeLog({ showLogs }: World, log: TaskLog | undefined): readonly Observation[] {
  if (log === undefined || log.lines.length === 0) return [];
  const { container, lines } = log;
  return [{ source: LOG_SOURCE, text: lines.join('\n'), subject: container, unquoted: showLogs === 'none' }];
}

/** Reports the lines, unless `show-logs` is `none`. */
export function showLog({ clock, progress, showLogs }: World, log: TaskLog | undefined): void {
  if (log === undefined || showLogs === 'none') return;
  const timestamp = log.stoppedAt ?? clock.now();
  for (const text of log.lines.slice(-SHOWN_LINES))
    progress.report({ type: 'log.line', source: log.container, text, timestamp });
}

/** The lines for the summary; empty without any. */
export function logSection(log: TaskLog | undefined): readonly SummarySection[] {
  if (log === undefined || log.lines.length === 0) return [];
  return [
    {
      kind: 'code',
      title: `Last lines of ${log.stream}`,
      language: 'text',
      text: log.lines.slice(-SHOWN_LINES).join('\n'),
    },
  ];
}
