import { afterEach, beforeEach, expect, test } from '@jest/globals';
import {
  CreateDBClusterSnapshotCommand,
  CreateDBInstanceCommand,
  CreateDBSnapshotCommand,
  DeleteDBSnapshotCommand,
  DescribeDBClusterSnapshotsCommand,
  DescribeDBInstancesCommand,
  DescribeDBSnapshotsCommand,
  ListTagsForResourceCommand,
  RDSClient,
} from '@aws-sdk/client-rds';
import { startSimulator, type RunningSimulator } from '../start.ts';

let running: RunningSimulator;
let client: RDSClient;

beforeEach(async () => {
  running = await startSimulator({ timeScale: 0 });
  client = new RDSClient({
    endpoint: running.url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
  });
});

afterEach(async () => {
  client.destroy();
  await running.close();
});

async function database(body: object): Promise<void> {
  await fetch(`${running.url}/_simulator/databases`, { method: 'POST', body: JSON.stringify(body) });
}

const error = async (call: Promise<unknown>): Promise<string> =>
  await call.then(
    () => 'none',
    (error: Error) => error.name,
  );

test('an instance is created and becomes available in its time', async () => {
  await client.send(
    new CreateDBInstanceCommand({
      DBInstanceIdentifier: 'Shop',
      DBInstanceClass: 'db.t4g.micro',
      Engine: 'postgres',
      Tags: [{ Key: 'team', Value: 'shop' }],
    }),
  );
  const look = async () =>
    (await client.send(new DescribeDBInstancesCommand({ DBInstanceIdentifier: 'SHOP' }))).DBInstances?.[0];
  expect(await look()).toMatchObject({
    DBInstanceIdentifier: 'shop',
    DBInstanceStatus: 'creating',
    Endpoint: { Port: 5432 },
    TagList: [{ Key: 'team', Value: 'shop' }],
  });
  await running.sim.clock.advance(300_000);
  expect((await look())?.DBInstanceStatus).toBe('available');
});

test('a snapshot is made in its time, with its tags, once, and can be deleted afterwards', async () => {
  await database({ id: 'shop' });
  const create = async (id: string) =>
    await client.send(
      new CreateDBSnapshotCommand({
        DBSnapshotIdentifier: id,
        DBInstanceIdentifier: 'shop',
        Tags: [{ Key: 'cutover:run', Value: 'https://github.com/octo/shop/actions/runs/1' }],
      }),
    );
  const { DBSnapshot } = await create('before-1');
  expect(DBSnapshot).toMatchObject({ Status: 'creating', SnapshotType: 'manual', Engine: 'postgres' });
  expect(await error(create('before-1'))).toBe('DBSnapshotAlreadyExistsFault');
  expect(await error(create('before-2'))).toBe('InvalidDBInstanceStateFault');
  expect(await error(create('-'))).toBe('InvalidParameterValue');
  const remove = async () =>
    await client.send(new DeleteDBSnapshotCommand({ DBSnapshotIdentifier: 'before-1' }));
  expect(await error(remove())).toBe('InvalidDBSnapshotStateFault');
  await running.sim.clock.advance(90_000);
  const { DBSnapshots = [] } = await client.send(
    new DescribeDBSnapshotsCommand({ DBInstanceIdentifier: 'shop', SnapshotType: 'manual' }),
  );
  expect(DBSnapshots).toMatchObject([
    {
      DBSnapshotIdentifier: 'before-1',
      Status: 'available',
      PercentProgress: 100,
      SnapshotCreateTime: expect.any(Date),
      TagList: [{ Key: 'cutover:run' }],
    },
  ]);
  const { TagList } = await client.send(
    new ListTagsForResourceCommand({ ResourceName: DBSnapshot?.DBSnapshotArn }),
  );
  expect(TagList).toEqual([{ Key: 'cutover:run', Value: 'https://github.com/octo/shop/actions/runs/1' }]);
  await remove();
  expect(await error(remove())).toBe('DBSnapshotNotFoundFault');
});

test('a member of a cluster is saved with its cluster', async () => {
  await database({ id: 'orders', kind: 'cluster' });
  await database({ id: 'orders-1', cluster: 'orders' });
  expect(
    await error(
      client.send(
        new CreateDBSnapshotCommand({ DBSnapshotIdentifier: 's', DBInstanceIdentifier: 'orders-1' }),
      ),
    ),
  ).toBe('InvalidParameterValue');
  await client.send(
    new CreateDBClusterSnapshotCommand({
      DBClusterSnapshotIdentifier: 's',
      DBClusterIdentifier: 'orders',
    }),
  );
  await running.sim.clock.advance(90_000);
  const { DBClusterSnapshots = [] } = await client.send(
    new DescribeDBClusterSnapshotsCommand({ DBClusterIdentifier: 'orders' }),
  );
  expect(DBClusterSnapshots).toMatchObject([{ DBClusterSnapshotIdentifier: 's', Status: 'available' }]);
});

test('the databases of a stack are there, and gone with it', async () => {
  const look = async (): Promise<readonly string[]> =>
    ((await client.send(new DescribeDBInstancesCommand({}))).DBInstances ?? []).map(
      ({ DBInstanceIdentifier, DBClusterIdentifier, Engine, DBInstanceStatus }) =>
        [DBInstanceIdentifier, DBClusterIdentifier, Engine, DBInstanceStatus].join(),
    );
  await running.sim.call('cloudformation', 'CreateStack', {
    StackName: 'shop',
    TemplateBody: JSON.stringify({
      Resources: {
        Cluster: {
          Type: 'AWS::RDS::DBCluster',
          Properties: { DBClusterIdentifier: 'orders', Engine: 'aurora-mysql' },
        },
        Writer: {
          Type: 'AWS::RDS::DBInstance',
          Properties: {
            DBInstanceIdentifier: 'orders-1',
            DBInstanceClass: 'db.r6g.large',
            Engine: 'aurora-mysql',
            DBClusterIdentifier: { Ref: 'Cluster' },
          },
        },
      },
    }),
  });
  await running.sim.clock.advance(1_000_000);
  expect(await look()).toEqual(['orders-1,orders,aurora-mysql,available']);
  await running.sim.call('cloudformation', 'DeleteStack', { StackName: 'shop' });
  await running.sim.clock.advance(1_000_000);
  expect(await look()).toEqual([]);
});

test('what does not exist is not found, under its own code', async () => {
  expect(await error(client.send(new DescribeDBInstancesCommand({ DBInstanceIdentifier: 'none' })))).toBe(
    'DBInstanceNotFoundFault',
  );
  running.sim.faults.add({ service: 'rds', operation: 'DescribeDBInstances', throttle: true });
  expect(await error(client.send(new DescribeDBInstancesCommand({})))).toBe('Throttling');
});

test('the record of permissions names database and snapshot', async () => {
  expect(
    running.sim.permissions('rds', 'CreateDBSnapshot', {
      DBSnapshotIdentifier: 'cutover-1',
      DBInstanceIdentifier: 'shop',
      Tags: [{ Key: 'a', Value: 'b' }],
    }),
  ).toMatchObject([
    {
      action: 'rds:CreateDBSnapshot',
      resources: [
        'arn:aws:rds:us-east-1:123456789012:snapshot:cutover-1',
        'arn:aws:rds:us-east-1:123456789012:db:shop',
      ],
    },
    {
      action: 'rds:AddTagsToResource',
      resources: ['arn:aws:rds:us-east-1:123456789012:snapshot:cutover-1'],
    },
  ]);
});
