import type { CreateDBClusterMessage, CreateDBClusterResult, DBCluster } from '@aws-sdk/client-rds';
import { ApiError } from '../kernel/api-error.ts';
import { identifier, integer, TIMES, type Databases } from './state.ts';

/** A cluster in name only: nothing listens behind its endpoint. */
export function createDBCluster(databases: Databases, input: CreateDBClusterMessage): CreateDBClusterResult {
  const { sim } = databases;
  const id = identifier('DBClusterIdentifier', input.DBClusterIdentifier, 63);
  if (databases.clusters.has(id))
    throw new ApiError('DBClusterAlreadyExistsFault', 'DB Cluster already exists');
  const DBClusterArn = sim.arn('rds', `cluster:${id}`);
  const cluster: DBCluster = {
    DBClusterIdentifier: id,
    Engine: input.Engine,
    Status: 'creating',
    DBClusterArn,
    DbClusterResourceId: databases.resourceId('cluster'),
    ClusterCreateTime: sim.clock.date(),
    Endpoint: `${id}.cluster-simulated.${sim.region}.rds.amazonaws.com`,
    Port: integer('Port', input.Port, (input.Engine ?? '').includes('postgres') ? 5432 : 3306),
    DBClusterMembers: [],
  };
  databases.clusters.set(id, cluster);
  databases.tag(DBClusterArn, input.Tags);
  sim.clock.after(TIMES.cluster, () => {
    if (cluster.Status === 'creating') cluster.Status = 'available';
  });
  return { DBCluster: { ...cluster, TagList: databases.tagList(DBClusterArn) } };
}
