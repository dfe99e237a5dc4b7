import type { DBClusterMessage, DescribeDBClustersMessage } from '@aws-sdk/client-rds';
import { page } from './page.ts';
import type { Databases } from './state.ts';

export function describeDBClusters(databases: Databases, input: DescribeDBClustersMessage): DBClusterMessage {
  const found =
    input.DBClusterIdentifier === undefined
      ? [...databases.clusters.values()]
      : [databases.cluster(input.DBClusterIdentifier)];
  const { items, ...rest } = page(found, input);
  return {
    DBClusters: items.map((one) => ({ ...one, TagList: databases.tagList(one.DBClusterArn) })),
    ...rest,
  };
}
