import type {
  CreateDBClusterSnapshotMessage,
  CreateDBClusterSnapshotResult,
  DBClusterSnapshot,
} from '@aws-sdk/client-rds';
import { ApiError } from '../kernel/api-error.ts';
import { identifier, TIMES, type Databases } from './state.ts';

/** A cluster stays `available` while its snapshot is made (assumption). */
export function createDBClusterSnapshot(
  databases: Databases,
  input: CreateDBClusterSnapshotMessage,
): CreateDBClusterSnapshotResult {
  const { sim } = databases;
  const id = identifier('DBClusterSnapshotIdentifier', input.DBClusterSnapshotIdentifier, 63);
  const cluster = databases.cluster(input.DBClusterIdentifier ?? '');
  if (databases.clusterSnapshots.has(id)) {
    throw new ApiError(
      'DBClusterSnapshotAlreadyExistsFault',
      `Cannot create the cluster snapshot because one with the identifier ${id} already exists.`,
    );
  }
  if (cluster.Status !== 'available') {
    throw new ApiError(
      'InvalidDBClusterStateFault',
      `DB cluster ${cluster.DBClusterIdentifier ?? ''} is not currently in the available state.`,
    );
  }
  const DBClusterSnapshotArn = sim.arn('rds', `cluster-snapshot:${id}`);
  const snapshot: DBClusterSnapshot = {
    DBClusterSnapshotIdentifier: id,
    DBClusterIdentifier: cluster.DBClusterIdentifier,
    DBClusterSnapshotArn,
    Engine: cluster.Engine,
    Status: 'creating',
    PercentProgress: 0,
    SnapshotType: 'manual',
    SnapshotCreateTime: sim.clock.date(),
    ClusterCreateTime: cluster.ClusterCreateTime,
  };
  databases.tag(DBClusterSnapshotArn, input.Tags);
  databases.clusterSnapshots.set(id, snapshot);
  sim.clock.after(TIMES.snapshot, () => {
    Object.assign(snapshot, { Status: 'available', PercentProgress: 100 });
  });
  return { DBClusterSnapshot: { ...snapshot, TagList: databases.tagList(DBClusterSnapshotArn) } };
}
