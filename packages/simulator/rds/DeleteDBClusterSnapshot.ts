import type { DeleteDBClusterSnapshotMessage, DeleteDBClusterSnapshotResult } from '@aws-sdk/client-rds';
import { ApiError } from '../kernel/api-error.ts';
import { keyOf, type Databases } from './state.ts';

export function deleteDBClusterSnapshot(
  databases: Databases,
  input: DeleteDBClusterSnapshotMessage,
): DeleteDBClusterSnapshotResult {
  const snapshot = databases.clusterSnapshot(input.DBClusterSnapshotIdentifier ?? '');
  if (snapshot.Status !== 'available') {
    throw new ApiError('InvalidDBClusterSnapshotStateFault', 'The snapshot is not in the available state.');
  }
  databases.clusterSnapshots.delete(keyOf(snapshot.DBClusterSnapshotIdentifier));
  databases.tags.delete(snapshot.DBClusterSnapshotArn ?? '');
  return { DBClusterSnapshot: { ...snapshot, Status: 'deleted' } };
}
