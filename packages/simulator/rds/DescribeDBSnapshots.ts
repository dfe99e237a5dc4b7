import type { DBSnapshotMessage, DescribeDBSnapshotsMessage } from '@aws-sdk/client-rds';
import { page } from './page.ts';
import type { Databases } from './state.ts';

/** Only manual snapshots exist here. */
export function describeDBSnapshots(
  databases: Databases,
  input: DescribeDBSnapshotsMessage,
): DBSnapshotMessage {
  const named =
    input.DBSnapshotIdentifier === undefined
      ? [...databases.snapshots.values()]
      : [databases.snapshot(input.DBSnapshotIdentifier)];
  const found = named.filter(
    ({ DBInstanceIdentifier, SnapshotType }) =>
      (input.DBInstanceIdentifier === undefined ||
        DBInstanceIdentifier === databases.key(input.DBInstanceIdentifier)) &&
      (input.SnapshotType === undefined || SnapshotType === input.SnapshotType),
  );
  const { items, ...rest } = page(found, input);
  return {
    DBSnapshots: items.map((one) => ({ ...one, TagList: databases.tagList(one.DBSnapshotArn) })),
    ...rest,
  };
}
