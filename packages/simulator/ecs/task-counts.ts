import type { Ecs } from './ecs.ts';
import type { TaskSetState } from './state.ts';

/** Pending and running tasks of a revision, as every Describe call counts them. */
export function taskCounts(ecs: Ecs, taskSet: TaskSetState): { pendingCount: number; runningCount: number } {
  const tasks = ecs.tasksOf(taskSet);
  return {
    pendingCount: tasks.filter(
      ({ shape }) =>
        shape.desiredStatus === 'RUNNING' &&
        ['PROVISIONING', 'PENDING', 'ACTIVATING'].includes(shape.lastStatus ?? ''),
    ).length,
    runningCount: tasks.filter(({ shape }) => shape.lastStatus === 'RUNNING').length,
  };
}
