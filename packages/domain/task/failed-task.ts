import { isCapacityReason } from './capacity-reason.ts';
import type { Observation } from '../diagnosis/diagnose.ts';

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
  /** Its starter for the service: `ecs-svc/1234567890`. */
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
    // A person who stops a task writes the reason, in any words.
    case 'UserInitiated':
      return false;
    default:
      return wasUnhealthy(task);
  }
}

/** Whether ECS stopped the task because its load balancer or its own health check found it unhealthy. */
export function wasUnhealthy({ stoppedReason }: StoppedTask): boolean {
  return /^Task failed (?:ELB|container) health checks\b/.test(stoppedReason);
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

/** Parts of a reason that differ from task to task though the cause is one: ids of tasks and requests, addresses, times. */
const OF_ONE_TASK =
  /\b[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\b|\b[\da-f]{17,}\b|\b\d{1,3}(?:\.\d{1,3}){3}(?::\d{1,5})?\b|\b\d{4}-\d\d-\d\dT[\d:.]+Z?/gi;

/** The distinct ways in which tasks stopped, the most frequent first; ids and addresses make no difference. */
export function distinctStops(
  tasks: readonly StoppedTask[],
): readonly { readonly text: string; readonly count: number; readonly example: StoppedTask }[] {
  const found = new Map<string, { text: string; count: number; example: StoppedTask }>();
  for (const task of tasks) {
    const text = describeStop(task);
    const kind = text.replaceAll(OF_ONE_TASK, '*');
    const entry = found.get(kind);
    if (entry === undefined) found.set(kind, { text, count: 1, example: task });
    else entry.count++;
  }
  return [...found.values()].sort((a, b) => b.count - a.count);
}

/** Observations about failed tasks, for the diagnosis. */
export function observeStops(tasks: readonly StoppedTask[]): readonly Observation[] {
  return distinctStops(tasks).flatMap(({ example: task }): readonly Observation[] => [
    { source: 'ecs:DescribeTasks stoppedReason', text: task.stoppedReason, subject: task.arn },
    ...task.containers.flatMap((container) => observeContainer(container, task)),
  ]);
}

/** Exit codes of containers that ECS stopped because another one had ended. */
const STOPPED_WITH_OTHERS = new Set([0, 137, 143]);

/** Exit code 0 says something only where no container failed, so that this one's end ended the task. */
function observeContainer(
  { exitCode, name, reason }: StoppedContainer,
  { containers, stopCode }: StoppedTask,
): readonly Observation[] {
  const endedTask =
    stopCode === 'EssentialContainerExited' &&
    containers.every((one) => one.exitCode === undefined || STOPPED_WITH_OTHERS.has(one.exitCode));
  return [
    ...(reason === undefined
      ? []
      : [{ source: 'ecs:DescribeTasks reason' as const, text: reason, subject: name }]),
    ...(exitCode === undefined || (exitCode === 0 && !endedTask)
      ? []
      : [
          {
            source: 'exit code' as const,
            text: exitCode === 0 ? 'exit code 0 of an essential container' : `exit code ${exitCode}`,
            subject: name,
          },
        ]),
  ];
}
