import type { DBInstanceMessage, DescribeDBInstancesMessage } from '@aws-sdk/client-rds';
import { page } from './page.ts';
import type { Databases } from './state.ts';

export function describeDBInstances(
  databases: Databases,
  input: DescribeDBInstancesMessage,
): DBInstanceMessage {
  const found =
    input.DBInstanceIdentifier === undefined
      ? [...databases.instances.values()]
      : [databases.instance(input.DBInstanceIdentifier)];
  const { items, ...rest } = page(found, input);
  return {
    DBInstances: items.map((one) => ({ ...one, TagList: databases.tagList(one.DBInstanceArn) })),
    ...rest,
  };
}
