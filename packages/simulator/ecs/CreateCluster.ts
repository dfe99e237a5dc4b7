import type { CreateClusterRequest, CreateClusterResponse } from '@aws-sdk/client-ecs';
import { ApiError } from '../kernel/api-error.ts';
import { clusterShape } from './cluster-shape.ts';
import type { Ecs } from './ecs.ts';
import type { ClusterState } from './state.ts';
import { withTags } from './tags.ts';

/** An ACTIVE cluster of that name is given back as it is. @throws ApiError InvalidParameterException */
export function createCluster(ecs: Ecs, input: CreateClusterRequest): CreateClusterResponse {
  const name = input.clusterName ?? 'default';
  if (!/^[A-Za-z0-9_-]{1,255}$/.test(name))
    throw new ApiError('InvalidParameterException', 'Invalid cluster name.');
  const existing = ecs.clusters.get(name);
  if (existing?.status === 'ACTIVE') return { cluster: clusterShape(existing) };
  const cluster: ClusterState = {
    name,
    arn: ecs.sim.arn('ecs', `cluster/${name}`),
    status: 'ACTIVE',
    capacityProviders: input.capacityProviders ?? [],
    defaultStrategy: input.defaultCapacityProviderStrategy ?? [],
    settings: input.settings ?? [{ name: 'containerInsights', value: 'disabled' }],
    configuration: input.configuration,
    tags: withTags([], input.tags),
    services: new Map(),
    tasks: new Map(),
    tokens: new Map(),
  };
  ecs.clusters.set(name, cluster);
  return { cluster: clusterShape(cluster, ['TAGS', 'SETTINGS', 'CONFIGURATIONS']) };
}
