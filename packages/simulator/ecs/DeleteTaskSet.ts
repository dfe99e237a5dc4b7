import type { DeleteTaskSetRequest, DeleteTaskSetResponse } from '@aws-sdk/client-ecs';
import type { Ecs } from './ecs.ts';
import { invalid } from './launch-checks.ts';
import { taskSetShape } from './service-shape.ts';
import { drainTaskSet } from './task-set.ts';

/** Without `force` the task set must be scaled to 0. Assumption: the wording of both refusals. @throws ApiError */
export function deleteTaskSet(ecs: Ecs, input: DeleteTaskSetRequest): DeleteTaskSetResponse {
  const service = ecs.activeService(ecs.cluster(input.cluster), input.service);
  const taskSet = ecs.taskSet(service, input.taskSet);
  if (taskSet.status === 'PRIMARY' && service.taskSets.length > 1)
    throw invalid('The primary task set cannot be deleted while other task sets exist.');
  if (input.force !== true && taskSet.computedDesiredCount > 0)
    throw invalid('The task set cannot be deleted while it is scaled above 0. Scale it to 0 or use force.');
  if (taskSet.status !== 'DRAINING') drainTaskSet(ecs, taskSet);
  return { taskSet: taskSetShape(ecs, taskSet) };
}
