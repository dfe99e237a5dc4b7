import { type Account, type IamCall, type Input, needs, type Row, type Table, text, texts } from './call.ts';

function arnOf(kind: string, value: unknown, account: Account): string {
  const id = text(value);
  return id.startsWith('arn:') ? id : account.arn('rds', `${kind}:${id === '' ? '*' : id.toLowerCase()}`);
}

/** Resources that the reference names for an action, by the member that names each. */
const on =
  (action: string, resources: Readonly<Record<string, string>>): Row =>
  (input, account) => {
    const arns = Object.entries(resources).map(([kind, member]) => arnOf(kind, input[member], account));
    return [
      needs(`rds:${action}`, arns, { ...requestTags(input), ...resourceTags(arns, account) }),
      ...tagging(input, resources, account),
    ];
  };

/** The condition keys of the tags that a request carries. */
function requestTags(input: Input): IamCall['conditions'] {
  const tags = Array.isArray(input['Tags']) ? (input['Tags'] as readonly Input[]) : [];
  if (tags.length === 0) return {};
  return {
    ...Object.fromEntries(tags.map(({ Key, Value }) => [`aws:RequestTag/${text(Key)}`, text(Value)])),
    'aws:TagKeys': tags.map(({ Key }) => text(Key)),
  };
}

/** The condition keys of the tags that the named resource has. */
function resourceTags(arns: readonly string[], account: Account): IamCall['conditions'] {
  const [first = ''] = arns;
  const tags = JSON.parse(account.lookup('rds', 'tags', first) ?? '{}') as Readonly<Record<string, string>>;
  return Object.fromEntries(Object.entries(tags).map(([key, value]) => [`aws:ResourceTag/${key}`, value]));
}

/** Tags at creation need a permission of their own, on what is created. */
function tagging(input: Input, resources: Readonly<Record<string, string>>, account: Account): IamCall[] {
  const tags = input['Tags'];
  const [created] = Object.entries(resources);
  if (!Array.isArray(tags) || tags.length === 0 || created === undefined) return [];
  return [
    needs('rds:AddTagsToResource', [arnOf(created[0], input[created[1]], account)], requestTags(input)),
  ];
}

const onResource =
  (action: string): Row =>
  (input, account) => {
    const arns = [text(input['ResourceName'])];
    const keys = texts(input['TagKeys']);
    const conditions = action === 'ListTagsForResource' ? {} : requestTags(input);
    return [
      needs(`rds:${action}`, arns, {
        ...conditions,
        ...(keys.length === 0 ? {} : { 'aws:TagKeys': keys }),
        ...resourceTags(arns, account),
      }),
    ];
  };

export const rds: Table = {
  AddTagsToResource: onResource('AddTagsToResource'),
  CreateDBCluster: on('CreateDBCluster', {
    cluster: 'DBClusterIdentifier',
    'cluster-pg': 'DBClusterParameterGroupName',
    og: 'OptionGroupName',
    subgrp: 'DBSubnetGroupName',
  }),
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
