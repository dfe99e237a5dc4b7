import type { DeleteDBSnapshotMessage, DeleteDBSnapshotResult } from '@aws-sdk/client-rds';
import { ApiError } from '../kernel/api-error.ts';
import { keyOf, type Databases } from './state.ts';

export function deleteDBSnapshot(
  databases: Databases,
  input: DeleteDBSnapshotMessage,
): DeleteDBSnapshotResult {
  const snapshot = databases.snapshot(input.DBSnapshotIdentifier ?? '');
  if (snapshot.Status !== 'available') {
    throw new ApiError('InvalidDBSnapshotState', 'The snapshot is not in the available state.');
  }
  databases.snapshots.delete(keyOf(snapshot.DBSnapshotIdentifier));
  databases.tags.delete(snapshot.DBSnapshotArn ?? '');
  return { DBSnapshot: { ...snapshot, Status: 'deleted' } };
}
