import { type Account, type IamCall, type Input, needs, type Row, type Table, text } from './call.ts';

function arnOf(kind: string, value: unknown, account: Account): string {
  const id = text(value);
  return id.startsWith('arn:') ? id : account.arn('rds', `${kind}:${id === '' ? '*' : id.toLowerCase()}`);
}

/** Resources that the reference names for an action, by the member that names each. */
const on =
  (action: string, resources: Readonly<Record<string, string>>): Row =>
  (input, account) => [
    needs(
      `rds:${action}`,
      Object.entries(resources).map(([kind, member]) => arnOf(kind, input[member], account)),
    ),
    ...tagging(input, resources, account),
  ];

/** Tags at creation need a permission of their own, on what is created. */
function tagging(input: Input, resources: Readonly<Record<string, string>>, account: Account): IamCall[] {
  const tags = input['Tags'];
  const [created] = Object.entries(resources);
  if (!Array.isArray(tags) || tags.length === 0 || created === undefined) return [];
  return [needs('rds:AddTagsToResource', [arnOf(created[0], input[created[1]], account)])];
}

const onResource =
  (action: string): Row =>
  (input) => [needs(`rds:${action}`, [text(input['ResourceName'])])];

export const rds: Table = {
  AddTagsToResource: onResource('AddTagsToResource'),
  CreateDBCluster: on('CreateDBCluster', { cluster: 'DBClusterIdentifier' }),
  CreateDBClusterSnapshot: on('CreateDBClusterSnapshot', {
    'cluster-snapshot': 'DBClusterSnapshotIdentifier',
    cluster: 'DBClusterIdentifier',
  }),
  CreateDBInstance: on('CreateDBInstance', { db: 'DBInstanceIdentifier' }),
  CreateDBSnapshot: on('CreateDBSnapshot', {
    snapshot: 'DBSnapshotIdentifier',
    db: 'DBInstanceIdentifier',
  }),
  DeleteDBClusterSnapshot: on('DeleteDBClusterSnapshot', {
    'cluster-snapshot': 'DBClusterSnapshotIdentifier',
  }),
  DeleteDBSnapshot: on('DeleteDBSnapshot', { snapshot: 'DBSnapshotIdentifier' }),
  DescribeDBClusters: on('DescribeDBClusters', { cluster: 'DBClusterIdentifier' }),
  DescribeDBClusterSnapshots: on('DescribeDBClusterSnapshots', {
    'cluster-snapshot': 'DBClusterSnapshotIdentifier',
    cluster: 'DBClusterIdentifier',
  }),
  DescribeDBInstances: on('DescribeDBInstances', { db: 'DBInstanceIdentifier' }),
  DescribeDBSnapshots: on('DescribeDBSnapshots', {
    snapshot: 'DBSnapshotIdentifier',
    db: 'DBInstanceIdentifier',
  }),
  ListTagsForResource: onResource('ListTagsForResource'),
  RemoveTagsFromResource: onResource('RemoveTagsFromResource'),
};
