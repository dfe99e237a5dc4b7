import type {
  PutClusterCapacityProvidersRequest,
  PutClusterCapacityProvidersResponse,
} from '@aws-sdk/client-ecs';
import { ApiError } from '../kernel/api-error.ts';
import { clusterShape } from './cluster-shape.ts';
import type { Ecs } from './ecs.ts';

/** @throws ApiError ClusterNotFoundException, InvalidParameterException */
export function putClusterCapacityProviders(
  ecs: Ecs,
  input: PutClusterCapacityProvidersRequest,
): PutClusterCapacityProvidersResponse {
  const cluster = ecs.cluster(input.cluster);
  const providers = input.capacityProviders ?? [];
  const strategy = input.defaultCapacityProviderStrategy ?? [];
  for (const name of [...providers, ...strategy.map(({ capacityProvider = '' }) => capacityProvider)]) {
    if (!['FARGATE', 'FARGATE_SPOT'].includes(name)) {
      throw new ApiError(
        'InvalidParameterException',
        `The specified capacity provider '${name}' was not found. Specify a valid name or ARN and try again.`,
      );
    }
  }
  cluster.capacityProviders = [...providers];
  cluster.defaultStrategy = [...strategy];
  return { cluster: clusterShape(cluster) };
}
