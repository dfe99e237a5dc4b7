import type { CreateDBSnapshotMessage, CreateDBSnapshotResult, DBSnapshot } from '@aws-sdk/client-rds';
import { ApiError } from '../kernel/api-error.ts';
import { identifier, invalid, TIMES, type Databases } from './state.ts';

/** The instance reads `backing-up` until its snapshot is available, and takes no second one meanwhile. */
export function createDBSnapshot(
  databases: Databases,
  input: CreateDBSnapshotMessage,
): CreateDBSnapshotResult {
  const { sim } = databases;
  const id = identifier('DBSnapshotIdentifier', input.DBSnapshotIdentifier, 255);
  const instance = databases.instance(input.DBInstanceIdentifier ?? '');
  if (databases.snapshots.has(id)) {
    throw new ApiError(
      'DBSnapshotAlreadyExists',
      `Cannot create the snapshot because a snapshot with the identifier ${id} already exists.`,
    );
  }
  // The wordings are assumptions; the codes are the model's.
  if (instance.DBClusterIdentifier !== undefined) {
    throw invalid(
      'The specified instance is a member of a cluster and a snapshot cannot be created directly. Please use the CreateDBClusterSnapshot API instead.',
    );
  }
  if (instance.DBInstanceStatus !== 'available') {
    throw new ApiError(
      'InvalidDBInstanceState',
      `Cannot create a snapshot because the database instance ${instance.DBInstanceIdentifier ?? ''} is not currently in the available state.`,
    );
  }
  const DBSnapshotArn = sim.arn('rds', `snapshot:${id}`);
  const snapshot: DBSnapshot = {
    DBSnapshotIdentifier: id,
    DBInstanceIdentifier: instance.DBInstanceIdentifier,
    DBSnapshotArn,
    Engine: instance.Engine,
    AllocatedStorage: instance.AllocatedStorage,
    Status: 'creating',
    PercentProgress: 0,
    SnapshotType: 'manual',
    InstanceCreateTime: instance.InstanceCreateTime,
    Encrypted: false,
  };
  databases.tag(DBSnapshotArn, input.Tags);
  databases.snapshots.set(id, snapshot);
  instance.DBInstanceStatus = 'backing-up';
  sim.clock.after(TIMES.snapshot / 2, () => {
    snapshot.PercentProgress = 50;
  });
  sim.clock.after(TIMES.snapshot, () => {
    Object.assign(snapshot, {
      Status: 'available',
      PercentProgress: 100,
      SnapshotCreateTime: sim.clock.date(),
      OriginalSnapshotCreateTime: sim.clock.date(),
    });
    if (instance.DBInstanceStatus === 'backing-up') instance.DBInstanceStatus = 'available';
  });
  return { DBSnapshot: { ...snapshot, TagList: databases.tagList(DBSnapshotArn) } };
}
