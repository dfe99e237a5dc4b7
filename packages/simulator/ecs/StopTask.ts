import type { StopTaskRequest, StopTaskResponse } from '@aws-sdk/client-ecs';
import type { Ecs } from './ecs.ts';
import { invalid } from './launch-checks.ts';
import { taskShape } from './task-shape.ts';

/** @throws ApiError ClusterNotFoundException, InvalidParameterException */
export function stopTask(ecs: Ecs, input: StopTaskRequest): StopTaskResponse {
  const task = ecs.findTask(ecs.cluster(input.cluster), input.task ?? '');
  if (task === undefined) throw invalid('The referenced task was not found.');
  task.run.requestStop('UserInitiated', input.reason ?? 'Task stopped by user');
  if (task.taskSet !== undefined) ecs.scheduler.wake(task.taskSet.service);
  return { task: taskShape(task) };
}
