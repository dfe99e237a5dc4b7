import { isCapacityReason } from './capacity-reason.ts';
import type { Observation } from './diagnosis/diagnose.ts';

/** A container of a stopped task. */
export interface StoppedContainer {
  readonly name: string;
  /** Absent when it never started. */
  readonly exitCode?: number;
  readonly reason?: string;
}

/** A task that has stopped, as DescribeTasks tells it. */
export interface StoppedTask {
  readonly arn: string;
  readonly taskDefinition: string;
  /** The task set that started it: `ecs-svc/1234567890`. */
  readonly startedBy: string;
  readonly stopCode: string;
  readonly stoppedReason: string;
  /** Epoch milliseconds. */
  readonly stoppedAt?: number;
  readonly containers: readonly StoppedContainer[];
}

/**
 * Whether a task of a service stopped by its own fault. A service's task is meant to run for ever, so that an essential
 * container's exit is a failure whatever its code; scaling, deployments and people stop tasks for reasons of their own,
 * and a lack of capacity is no fault of the revision: ECS tries again.
 */
export function hasFailed(task: StoppedTask): boolean {
  switch (task.stopCode) {
    case 'TaskFailedToStart':
      return !isCapacityReason(task.stoppedReason);
    case 'EssentialContainerExited':
      return true;
    default:
      return /failed (ELB|container) health checks/i.test(task.stoppedReason);
  }
}

/** One line about why a task stopped: its reason, and each container's exit code. */
export function describeStop(task: StoppedTask): string {
  const containers = task.containers
    .filter(({ exitCode, reason }) => exitCode !== undefined || reason !== undefined)
    .map(
      ({ name, exitCode, reason }) =>
        `${name}${exitCode === undefined ? ' never started' : ` exit code ${exitCode}`}${reason === undefined ? '' : `: ${reason}`}`,
    );
  return [task.stoppedReason || task.stopCode || 'no reason given', ...containers].join('; ');
}

/** The distinct ways in which tasks stopped, the most frequent first. */
export function distinctStops(
  tasks: readonly StoppedTask[],
): readonly { readonly text: string; readonly count: number; readonly example: StoppedTask }[] {
  const found = new Map<string, { text: string; count: number; example: StoppedTask }>();
  for (const task of tasks) {
    const text = describeStop(task);
    const entry = found.get(text);
    if (entry === undefined) found.set(text, { text, count: 1, example: task });
    else entry.count++;
  }
  return [...found.values()].sort((a, b) => b.count - a.count);
}

/** What failed tasks say to the diagnosis. */
export function observeStops(tasks: readonly StoppedTask[]): readonly Observation[] {
  return distinctStops(tasks).flatMap(({ example: task }) => [
    { source: 'ecs:DescribeTasks stoppedReason', text: task.stoppedReason, subject: task.arn },
    ...task.containers.flatMap(({ name, exitCode, reason }) => [
      ...(reason === undefined ? [] : [{ source: 'ecs:DescribeTasks reason', text: reason, subject: name }]),
      ...(exitCode === undefined || exitCode === 0
        ? []
        : [{ source: 'exit code', text: `exit code ${exitCode}`, subject: name }]),
    ]),
  ]);
}
