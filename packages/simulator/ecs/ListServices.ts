import type { ListServicesRequest, ListServicesResponse } from '@aws-sdk/client-ecs';
import type { Ecs } from './ecs.ts';
import { paging } from './paging.ts';

/** Pages of 10 unless asked otherwise. @throws ApiError ClusterNotFoundException, InvalidParameterException */
export function listServices(ecs: Ecs, input: ListServicesRequest): ListServicesResponse {
  const cluster = ecs.cluster(input.cluster);
  const found = [...cluster.services.values()].filter(
    ({ status, schedulingStrategy, taskSets }) =>
      status !== 'INACTIVE' &&
      (input.schedulingStrategy === undefined || input.schedulingStrategy === schedulingStrategy) &&
      (input.launchType === undefined || taskSets.some(({ launchType }) => launchType === input.launchType)),
  );
  const { items, nextToken } = paging(
    found.map(({ arn }) => arn),
    { maxResults: input.maxResults ?? 10, nextToken: input.nextToken },
  );
  return { serviceArns: items, nextToken };
}
