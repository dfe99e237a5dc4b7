import type {
  Cluster,
  DescribeClustersRequest,
  DescribeClustersResponse,
  Failure,
} from '@aws-sdk/client-ecs';
import { clusterShape } from './cluster-shape.ts';
import type { Ecs } from './ecs.ts';
import { ownName } from './identifier.ts';

export function describeClusters(ecs: Ecs, input: DescribeClustersRequest): DescribeClustersResponse {
  const clusters: Cluster[] = [];
  const failures: Failure[] = [];
  for (const reference of input.clusters ?? ['default']) {
    const name = ownName(ecs.sim, 'cluster', reference);
    const cluster = ecs.clusters.get(name);
    if (cluster === undefined) {
      failures.push({ arn: ecs.sim.arn('ecs', `cluster/${name}`), reason: 'MISSING' });
    } else {
      clusters.push(clusterShape(cluster, ['SETTINGS', ...(input.include ?? [])]));
    }
  }
  return { clusters, failures };
}
