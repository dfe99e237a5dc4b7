import type { ListTasksRequest, ListTasksResponse } from '@aws-sdk/client-ecs';
import type { Ecs } from './ecs.ts';
import { paging } from './paging.ts';

/** Without `desiredStatus` only tasks that are to run. @throws ApiError ClusterNotFoundException, ServiceNotFoundException, InvalidParameterException */
export function listTasks(ecs: Ecs, input: ListTasksRequest): ListTasksResponse {
  const cluster = ecs.cluster(input.cluster);
  const service = input.serviceName === undefined ? undefined : ecs.service(cluster, input.serviceName);
  const desired = input.desiredStatus ?? 'RUNNING';
  const found = [...cluster.tasks.values()].filter(
    ({ shape, taskSet, definition }) =>
      shape.desiredStatus === desired &&
      (service === undefined || taskSet?.service === service) &&
      (input.family === undefined || definition.family === input.family) &&
      (input.startedBy === undefined || shape.startedBy === input.startedBy) &&
      (input.launchType === undefined || shape.launchType === input.launchType) &&
      input.containerInstance === undefined,
  );
  const { items, nextToken } = paging(
    found.map(({ shape }) => shape.taskArn ?? ''),
    input,
  );
  return { taskArns: items, nextToken };
}
