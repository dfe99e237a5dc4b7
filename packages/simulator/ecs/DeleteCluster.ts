import type { DeleteClusterRequest, DeleteClusterResponse } from '@aws-sdk/client-ecs';
import { ApiError } from '../kernel/api-error.ts';
import { clusterShape } from './cluster-shape.ts';
import type { Ecs } from './ecs.ts';

/** @throws ApiError ClusterNotFoundException, ClusterContainsServicesException, ClusterContainsTasksException */
export function deleteCluster(ecs: Ecs, input: DeleteClusterRequest): DeleteClusterResponse {
  const cluster = ecs.cluster(input.cluster);
  if ([...cluster.services.values()].some(({ status }) => status !== 'INACTIVE')) {
    throw new ApiError(
      'ClusterContainsServicesException',
      'The Cluster cannot be deleted while Services are active.',
    );
  }
  if ([...cluster.tasks.values()].some(({ shape }) => shape.lastStatus !== 'STOPPED'))
    throw new ApiError(
      'ClusterContainsTasksException',
      'The Cluster cannot be deleted while Tasks are active.',
    );
  cluster.status = 'INACTIVE';
  return { cluster: clusterShape(cluster) };
}
