import type { UpdateTaskSetRequest, UpdateTaskSetResponse } from '@aws-sdk/client-ecs';
import type { Ecs } from './ecs.ts';
import { invalid } from './launch-checks.ts';
import { taskSetShape } from './service-shape.ts';
import { computeDesiredCount } from './task-set.ts';

/** Changes the scale. @throws ApiError */
export function updateTaskSet(ecs: Ecs, input: UpdateTaskSetRequest): UpdateTaskSetResponse {
  const service = ecs.activeService(ecs.cluster(input.cluster), input.service);
  const taskSet = ecs.taskSet(service, input.taskSet);
  const value = input.scale?.value ?? Number.NaN;
  if (!(value >= 0 && value <= 100)) throw invalid('Scale value must be between 0 and 100.');
  taskSet.scale = { value, unit: input.scale?.unit ?? 'PERCENT' };
  computeDesiredCount(ecs, taskSet);
  ecs.scheduler.wake(service);
  return { taskSet: taskSetShape(ecs, taskSet) };
}
