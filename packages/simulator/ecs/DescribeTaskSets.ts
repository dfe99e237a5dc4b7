import type {
  DescribeTaskSetsRequest,
  DescribeTaskSetsResponse,
  Failure,
  TaskSet,
} from '@aws-sdk/client-ecs';
import type { Ecs } from './ecs.ts';
import { taskSetShape } from './service-shape.ts';

/** Without `taskSets` all of the service. @throws ApiError ClusterNotFoundException, ServiceNotFoundException */
export function describeTaskSets(ecs: Ecs, input: DescribeTaskSetsRequest): DescribeTaskSetsResponse {
  const service = ecs.service(ecs.cluster(input.cluster), input.service);
  const taskSets: TaskSet[] = [];
  const failures: Failure[] = [];
  const all = service.taskSets.map(({ id }) => id);
  for (const reference of (input.taskSets ?? []).length > 0 ? (input.taskSets ?? []) : all) {
    const taskSet = service.taskSets.find(({ id, arn }) => id === reference || arn === reference);
    if (taskSet === undefined) failures.push({ arn: reference, reason: 'MISSING' });
    else taskSets.push(taskSetShape(ecs, taskSet, input.include?.includes('TAGS')));
  }
  return { taskSets, failures };
}
