import type { ListClustersRequest, ListClustersResponse } from '@aws-sdk/client-ecs';
import type { Ecs } from './ecs.ts';
import { paging } from './paging.ts';

/** @throws ApiError InvalidParameterException */
export function listClusters(ecs: Ecs, input: ListClustersRequest): ListClustersResponse {
  const active = [...ecs.clusters.values()].filter(({ status }) => status === 'ACTIVE');
  const { items, nextToken } = paging(
    active.map(({ arn }) => arn),
    input,
  );
  return { clusterArns: items, nextToken };
}
