import type { CreateDBInstanceMessage, CreateDBInstanceResult, DBInstance } from '@aws-sdk/client-rds';
import { ApiError } from '../kernel/api-error.ts';
import { identifier, integer, invalid, TIMES, type Databases } from './state.ts';

/** A database in name only: nothing listens behind its endpoint. */
export function createDBInstance(
  databases: Databases,
  input: CreateDBInstanceMessage,
): CreateDBInstanceResult {
  const { sim } = databases;
  const id = identifier('DBInstanceIdentifier', input.DBInstanceIdentifier, 63);
  if (databases.instances.has(id))
    throw new ApiError('DBInstanceAlreadyExists', 'DB instance already exists');
  const Engine = input.Engine ?? '';
  if (Engine === '') throw invalid('Engine must be given');
  const cluster =
    input.DBClusterIdentifier === undefined ? undefined : databases.cluster(input.DBClusterIdentifier);
  const DBInstanceArn = sim.arn('rds', `db:${id}`);
  const instance: DBInstance = {
    DBInstanceIdentifier: id,
    DBInstanceClass: input.DBInstanceClass,
    Engine,
    DBInstanceStatus: 'creating',
    DBInstanceArn,
    DbiResourceId: databases.resourceId('db'),
    InstanceCreateTime: sim.clock.date(),
    AllocatedStorage: integer('AllocatedStorage', input.AllocatedStorage, 20),
    BackupRetentionPeriod: integer('BackupRetentionPeriod', input.BackupRetentionPeriod, 1),
    Endpoint: {
      Address: `${id}.simulated.${sim.region}.rds.amazonaws.com`,
      Port: integer('Port', input.Port, Engine.includes('postgres') ? 5432 : 3306),
    },
    ...(cluster?.DBClusterIdentifier === undefined
      ? {}
      : { DBClusterIdentifier: cluster.DBClusterIdentifier }),
  };
  databases.instances.set(id, instance);
  databases.tag(DBInstanceArn, input.Tags);
  cluster?.DBClusterMembers?.push({
    DBInstanceIdentifier: id,
    IsClusterWriter: cluster.DBClusterMembers.length === 0,
  });
  sim.clock.after(TIMES.instance, () => {
    if (instance.DBInstanceStatus === 'creating') instance.DBInstanceStatus = 'available';
  });
  return { DBInstance: { ...instance, TagList: databases.tagList(DBInstanceArn) } };
}
