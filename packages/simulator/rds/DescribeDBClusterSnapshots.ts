import type { DBClusterSnapshotMessage, DescribeDBClusterSnapshotsMessage } from '@aws-sdk/client-rds';
import { page } from './page.ts';
import type { Databases } from './state.ts';

/** Only manual snapshots exist here. */
export function describeDBClusterSnapshots(
  databases: Databases,
  input: DescribeDBClusterSnapshotsMessage,
): DBClusterSnapshotMessage {
  const named =
    input.DBClusterSnapshotIdentifier === undefined
      ? [...databases.clusterSnapshots.values()]
      : [databases.clusterSnapshot(input.DBClusterSnapshotIdentifier)];
  const found = named.filter(
    ({ DBClusterIdentifier, SnapshotType }) =>
      (input.DBClusterIdentifier === undefined ||
        DBClusterIdentifier === databases.key(input.DBClusterIdentifier)) &&
      (input.SnapshotType === undefined || SnapshotType === input.SnapshotType),
  );
  const { items, ...rest } = page(found, input);
  return {
    DBClusterSnapshots: items.map((one) => ({
      ...one,
      TagList: databases.tagList(one.DBClusterSnapshotArn),
    })),
    ...rest,
  };
}
