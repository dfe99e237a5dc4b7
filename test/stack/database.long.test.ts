import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { StackAccount, type StackRun } from './stack-run.ts';

jest.setTimeout(400_000);

let account: StackAccount;

beforeEach(async () => {
  account = await StackAccount.open(2000);
});

afterEach(async () => {
  await account.close();
});

const given = (
  ...parameters: readonly string[]
): { 'parameter-overrides': string; capabilities: string } => ({
  'parameter-overrides': parameters.join('\n'),
  capabilities: 'CAPABILITY_IAM',
});

const secretOf = ({ outputs }: StackRun): Record<string, unknown> =>
  JSON.parse(account.sim.secrets.get(String(outputs['DatabaseSecretArn'])) ?? '{}') as Record<
    string,
    unknown
  >;

async function snapshots(): Promise<readonly { DBSnapshotIdentifier: string; Engine: string }[]> {
  const { DBSnapshots } = await account.sim.call<{
    DBSnapshots: { DBSnapshotIdentifier: string; Engine: string }[];
  }>('rds', 'DescribeDBSnapshots', {});
  return DBSnapshots;
}

test('PostgreSQL: its secret holds all that an application connects with, and its removal leaves a snapshot', async () => {
  const created = await account.create(given('DatabaseEngine=postgres', 'DatabaseName=shop'));
  const { outputs } = created;
  expect(outputs['DatabaseEndpoint']).toMatch(/\.rds\.amazonaws\.com$/);
  expect(outputs['DatabasePort']).toBe('5432');
  expect(secretOf(created)).toEqual({
    username: 'app',
    password: expect.stringMatching(/^[A-Za-z0-9]{32}$/),
    engine: 'postgres',
    host: outputs['DatabaseEndpoint'],
    port: 5432,
    dbname: 'shop',
    dbInstanceIdentifier: outputs['DatabaseId'],
  });
  expect(JSON.stringify([outputs, created.rows, created.notes])).not.toContain(
    String(secretOf(created)['password']),
  );

  const renamed = await account.run(given('DatabaseName=other'));
  expect(renamed.said).toContain('allow-replacement');
  const refused = await account.run(given('DatabaseEngine=none'));
  expect(refused.said).toContain('allow-removal');
  expect(await snapshots()).toEqual([]);

  const removed = await account.run({
    ...given('DatabaseEngine=none'),
    'allow-removal': 'Database,DatabaseSecret',
  });
  expect(removed.kind).toBe('succeeded');
  const [snapshot] = await snapshots();
  expect(snapshot).toMatchObject({
    DBSnapshotIdentifier: expect.stringMatching(/^shop-snapshot-database-/),
    Engine: 'postgres',
  });

  const restored = await account.run(
    given('DatabaseEngine=postgres', `DatabaseSnapshotId=${snapshot?.DBSnapshotIdentifier ?? ''}`),
  );
  expect(restored.kind).toBe('succeeded');
  expect(restored.outputs['DatabaseSecretArn']).not.toBe(outputs['DatabaseSecretArn']);
});

test('Aurora MySQL: a reader comes and goes, and deletion protection holds', async () => {
  const created = await account.create(
    given('DatabaseEngine=aurora-mysql', 'DatabaseVersion=8.0', 'DatabaseMultiAz=true'),
  );
  expect(created.outputs['DatabasePort']).toBe('3306');
  expect(secretOf(created)).toMatchObject({
    engine: 'mysql',
    dbClusterIdentifier: created.outputs['DatabaseId'],
  });
  const { DBClusters } = await account.sim.call<{ DBClusters: { DBClusterMembers: unknown[] }[] }>(
    'rds',
    'DescribeDBClusters',
    {},
  );
  expect(DBClusters[0]?.DBClusterMembers).toHaveLength(2);
  const one = await account.run({
    ...given('DatabaseMultiAz=false', 'DatabaseDeletionProtection=true'),
    'allow-removal': 'DatabaseReader',
  });
  expect(one.kind).toBe('succeeded');
  await account.run({
    ...given('DatabaseEngine=none', 'DatabaseVersion=17'),
    'allow-removal': 'DatabaseCluster,DatabaseWriter,DatabaseSecret',
  });
  const still = await account.sim.call<{ DBClusters: unknown[] }>('rds', 'DescribeDBClusters', {});
  expect(still.DBClusters).toHaveLength(1);
});

test.each([
  [['DatabaseEngine=mysql'], 'DatabaseVersion is 16, 17 or 18 for PostgreSQL, 8.4 for mysql'],
  [['DatabaseEngine=postgres', 'DatabaseVersion=8.4'], 'DatabaseVersion is 16, 17 or 18'],
  [
    ['DatabaseEngine=postgres', 'DatabaseArn=arn:aws:rds:us-east-1:123456789012:db:other'],
    'with DatabaseEngine leave it empty',
  ],
])('%s is refused before anything is made', async (parameters, said) => {
  const refused = await account.run(given(...parameters));
  expect(refused.said).toContain(said);
  expect((await account.stack())?.StackStatus).not.toBe('CREATE_COMPLETE');
});

test('a snapshot that is not there fails the creation with its name', async () => {
  const failed = await account.run(
    given('DatabaseEngine=mysql', 'DatabaseVersion=8.4', 'DatabaseSnapshotId=nobody'),
  );
  expect(failed.kind).toBe('rolledBack');
  expect(`${failed.said} ${failed.rows.join(' ')}`).toContain('nobody');
});
