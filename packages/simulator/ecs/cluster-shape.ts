import type { Cluster } from '@aws-sdk/client-ecs';
import type { ClusterState } from './state.ts';

export function clusterShape(cluster: ClusterState, include: readonly string[] = []): Cluster {
  const tasks = [...cluster.tasks.values()];
  const pending = new Set(['PROVISIONING', 'PENDING', 'ACTIVATING']);
  return {
    clusterArn: cluster.arn,
    clusterName: cluster.name,
    status: cluster.status,
    registeredContainerInstancesCount: 0,
    runningTasksCount: tasks.filter(({ shape }) => shape.lastStatus === 'RUNNING').length,
    pendingTasksCount: tasks.filter(({ shape }) => pending.has(shape.lastStatus ?? '')).length,
    activeServicesCount: [...cluster.services.values()].filter(({ status }) => status === 'ACTIVE').length,
    statistics: [],
    tags: include.includes('TAGS') ? cluster.tags : [],
    settings: include.includes('SETTINGS') || include.length === 0 ? cluster.settings : [],
    ...(include.includes('CONFIGURATIONS') && cluster.configuration !== undefined
      ? { configuration: cluster.configuration }
      : {}),
    capacityProviders: cluster.capacityProviders,
    defaultCapacityProviderStrategy: cluster.defaultStrategy,
  };
}
