import type { Task } from '@aws-sdk/client-ecs';
import type { TaskState } from './state.ts';

/** A task as the API shows it at this moment. */
export function taskShape(task: TaskState, includeTags = false): Task {
  return { ...structuredClone(task.shape), tags: includeTags ? [...task.tags] : [] };
}
