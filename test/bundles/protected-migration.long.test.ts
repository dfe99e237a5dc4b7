import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { Rule } from '@aws-sdk/client-elastic-load-balancing-v2';
import { run } from './action.ts';
import { MAINTAINED, ProtectedMigration } from './protected-migration.ts';

jest.setTimeout(400_000);

let world: ProtectedMigration;

afterEach(async () => {
  await world.close();
});

/** Rules as `1 fixed-response`. */
const order = (rules: readonly Rule[]): readonly string[] =>
  rules.map(({ Priority, Actions }) => `${Priority ?? ''} ${Actions?.[0]?.Type ?? ''}`);

const fixed = (body: string) => ({
  Type: 'fixed-response',
  FixedResponseConfig: { StatusCode: '200', MessageBody: body },
});

describe('a snapshot first', () => {
  beforeEach(async () => {
    world = await ProtectedMigration.open(false);
  });

  test('is complete before the command begins, and can be found again', async () => {
    const result = await world.run({ snapshot: 'shop' });
    expect(result.errors).toEqual([]);
    expect(result.exitCode).toBe(0);
    expect(world.changes()).toEqual(['CreateDBSnapshot', 'RunTask']);
    const id = result.outputs['snapshot-id'] ?? '';
    expect(id).toMatch(/^cutover-shop-1-1-[0-9a-f]{6}$/);
    expect(await world.snapshots()).toMatchObject([{ DBSnapshotIdentifier: id, Status: 'available' }]);
    expect((await world.snapshots())[0]?.TagList).toEqual([
      { Key: 'cutover:snapshot-of', Value: 'shop' },
      { Key: 'cutover:commit', Value: '0123456789abcdef0123456789abcdef01234567' },
      { Key: 'cutover:run', Value: 'https://github.com/octo/shop/actions/runs/1' },
    ]);
    expect(result.summary).toContain(
      `aws rds restore-db-instance-from-db-snapshot --region us-east-1 --db-instance-identifier shop-restored --db-snapshot-identifier ${id}`,
    );
  });

  test('is named in the failure of the command that follows', async () => {
    const result = await world.run({ snapshot: 'shop', command: 'fail', 'snapshot-keep': '1' });
    expect(result.exitCode).toBe(1);
    expect(result.outputs['snapshot-id']).toMatch(/^cutover-shop-/);
    expect(result.errors.join('\n')).toContain(
      'The database as it was before: aws rds restore-db-instance-from-db-snapshot',
    );
    expect(world.calls('DescribeDBSnapshots').every((input) => !('DBInstanceIdentifier' in input))).toBe(
      true,
    );
  });

  test('is that of the same attempt when its process was killed, and another for a new attempt', async () => {
    const action = await world.start({ snapshot: 'shop' });
    await world.until(async () => (await world.snapshots()).length > 0);
    action.process.kill('SIGKILL');
    await action.done;
    const again = await world.run({ snapshot: 'shop' });
    expect(again.exitCode).toBe(0);
    expect(again.stdout).toContain('is this attempt’s own already');
    expect(await world.snapshots()).toHaveLength(1);
    const next = await world.run({ snapshot: 'shop' }, { GITHUB_RUN_ATTEMPT: '2' });
    expect(next.outputs['snapshot-id']).not.toBe(again.outputs['snapshot-id']);
    expect(await world.snapshots()).toHaveLength(2);
  });

  test('goes when there are newer ones, after success, if it was made here and of this database', async () => {
    const make = async (id: string, of: string, tag?: string): Promise<void> => {
      await world.until(async () => {
        const { DBInstances } = await world.simulator.sim.call<{
          DBInstances: { DBInstanceStatus: string }[];
        }>('rds', 'DescribeDBInstances', { DBInstanceIdentifier: of });
        return DBInstances[0]?.DBInstanceStatus === 'available';
      });
      await world.simulator.sim.call('rds', 'CreateDBSnapshot', {
        DBSnapshotIdentifier: id,
        DBInstanceIdentifier: of,
        ...(tag === undefined ? {} : { Tags: [{ Key: 'cutover:snapshot-of', Value: tag }] }),
      });
    };
    world.database({ id: 'other' });
    await make('of-another-database', 'other', 'other');
    await make('by-hand', 'shop');
    // A copy of a snapshot, or one of a restored database, has the tag of the first.
    await make('by-hand-with-our-tag', 'shop', 'shop');
    await make('cutover-shop-by-hand', 'shop', 'shop');
    const [oldest, older] = ['cutover-shop-7-1-0a1b2c', 'cutover-shop-8-1-0a1b2c'] as const;
    await make(oldest, 'shop', 'shop');
    await make(older, 'shop', 'shop');
    const result = await world.run({ snapshot: 'shop', 'snapshot-keep': '2' });
    expect(result.exitCode).toBe(0);
    const left = (await world.snapshots()).map(({ DBSnapshotIdentifier }) => DBSnapshotIdentifier);
    expect(new Set(left)).toEqual(
      new Set([
        'by-hand',
        'by-hand-with-our-tag',
        'cutover-shop-by-hand',
        result.outputs['snapshot-id'],
        'of-another-database',
        older,
      ]),
    );
    expect(result.stdout).toContain(`Deleted the older snapshot ${oldest}.`);
  });

  test.each<[string, () => void, Record<string, string>, string]>([
    [
      'RDS refuses it',
      () => {
        world.fault({
          operation: 'CreateDBSnapshot',
          error: { code: 'SnapshotQuotaExceeded', message: 'Cannot create more than 100 manual snapshots' },
        });
      },
      {},
      'No snapshot of database shop could be taken: rds:CreateDBSnapshot failed',
    ],
    [
      'the role may not take one',
      () => {
        world.fault({ operation: 'CreateDBSnapshot', deny: true, times: 'always' });
      },
      {},
      'Grant rds:CreateDBSnapshot',
    ],
    [
      'it takes too long',
      () => {
        world.database({ id: 'shop', status: 'modifying' });
      },
      { 'snapshot-timeout-minutes': '0.05' },
      'Raise snapshot-timeout-minutes',
    ],
    [
      'there is no such database',
      () => {},
      { snapshot: 'shopp' },
      'no database instance and no cluster shopp',
    ],
  ])('missing, as %s, means that no command is run', async (_, arrange, inputs, message) => {
    arrange();
    const result = await world.run({ snapshot: 'shop', ...inputs });
    expect(result.exitCode).toBe(1);
    expect(result.errors.join('\n')).toContain(message);
    expect(world.calls('RunTask')).toEqual([]);
  });

  test('leaves nothing harmful when the job is cancelled', async () => {
    await world.close();
    // Slow enough for the snapshot not to be complete before the signal.
    world = await ProtectedMigration.open(false, 3);
    const action = await world.start({ snapshot: 'shop' });
    await world.until(async () => (await world.snapshots()).length > 0);
    action.process.kill('SIGINT');
    const result = await action.done;
    expect(result.exitCode).toBe(1);
    expect(result.outputs['outcome']).toBe('cancelled');
    expect(result.errors.join('\n')).toMatch(/Snapshot cutover-shop-1-1-\w+ goes on by itself, does no harm/);
    expect(world.calls('RunTask')).toEqual([]);
    expect((await result.post())?.exitCode ?? 0).toBe(0);
  });
});

describe('a maintenance window', () => {
  beforeEach(async () => {
    world = await ProtectedMigration.open(true);
  });

  test('is open before the command, stays after it, and ends with the job', async () => {
    const action = await world.start({ maintenance: 'true' });
    await world.until(() => world.calls('RunTask').length > 0);
    expect(await world.page('/any/path?x=1')).toBe(MAINTAINED);
    const result = await action.done;
    expect(result.exitCode).toBe(0);
    expect(world.changes()).toEqual(['CreateRule', 'RunTask']);
    expect(await world.page()).toBe(MAINTAINED);
    // The test listener shows the new version meanwhile.
    expect(await world.page('/', world.live?.testListener)).toBe('200 old');
    const after = await result.post();
    expect(after?.exitCode).toBe(0);
    expect(after?.stdout).toContain('The maintenance page was taken away: users reach the service');
    expect(await world.page()).toBe('200 old');
    expect(order(await world.rules())).toEqual(['default forward']);
  });

  test('is no obstacle to the deployment that follows, and over with it', async () => {
    const migration = await world.run({ maintenance: 'true' });
    expect(migration.exitCode).toBe(0);
    const next = await world.live?.register('web', {
      environment: [{ name: 'REVISION', value: 'new' }],
    });
    const deployment = await run('blue-green-codedeploy', {
      inputs: {
        cluster: 'shop',
        service: 'web',
        'task-definition-arn': next ?? '',
        'poll-interval-seconds': '0.1',
      },
      env: world.live?.env ?? {},
    });
    expect(deployment.errors).toEqual([]);
    expect(deployment.exitCode).toBe(0);
    expect(deployment.stdout).toContain('The maintenance page of shop/web was taken away');
    expect(await world.page()).toBe('200 new');
    expect((await migration.post())?.stdout ?? '').toBe('');
  });

  test.each<[string, Record<string, string>, () => void]>([
    ['the command fails', { command: 'fail' }, () => {}],
    ['the command takes too long', { command: 'stay', 'timeout-minutes': '0.05' }, () => {}],
    [
      'no task can be started',
      {},
      () => {
        world.fault({ operation: 'RunTask', error: { code: 'BlockedException', message: 'blocked' } });
      },
    ],
  ])('is over at once when %s', async (_, inputs, arrange) => {
    arrange();
    const result = await world.run({ maintenance: 'true', ...inputs });
    expect(result.exitCode).toBe(1);
    expect(world.calls('CreateRule')).toHaveLength(1);
    expect(await world.page()).toBe('200 old');
    expect(result.stdout).toContain('The maintenance page was taken away: users reach the service.');
  });

  test('is over when the job is cancelled, after the task was told to stop', async () => {
    const action = await world.start({ maintenance: 'true', command: 'stay' });
    await world.followed();
    action.process.kill('SIGINT');
    const result = await action.done;
    expect(result.outputs['outcome']).toBe('cancelled');
    expect(world.changes()).toEqual(['CreateRule', 'RunTask', 'StopTask', 'DeleteRule']);
    expect(await world.page()).toBe('200 old');
  });

  test('ends with the post step of a process that was killed', async () => {
    const action = await world.start({ maintenance: 'true', command: 'stay' });
    await world.followed();
    action.process.kill('SIGKILL');
    const killed = await action.done;
    expect(await world.page()).toBe(MAINTAINED);
    expect((await killed.post())?.exitCode).toBe(0);
    expect(world.changes().slice(-2)).toEqual(['StopTask', 'DeleteRule']);
    expect(await world.page()).toBe('200 old');
  });

  test('that a lost runner left open is taken over by the next run, and only its own post step ends it', async () => {
    const lost = await world.run({ maintenance: 'true' });
    expect(await world.page()).toBe(MAINTAINED);
    const next = await world.run({ maintenance: 'true' }, { GITHUB_RUN_ID: '2' });
    expect(next.exitCode).toBe(0);
    expect(world.calls('CreateRule')).toHaveLength(1);
    await lost.post();
    expect(await world.page()).toBe(MAINTAINED);
    await next.post();
    expect(await world.page()).toBe('200 old');
  });

  test('stands above rules that are there, which get their places back', async () => {
    await world.addRule(1, '/status', fixed('first'));
    await world.addRule(2, '/robots.txt', fixed('second'));
    await world.addRule(9, '/later', fixed('third'));
    const before = await world.rules();
    const result = await world.run({ maintenance: 'true' });
    expect(result.exitCode).toBe(0);
    expect((await world.rules()).map(({ Priority }) => Priority)).toEqual(['1', '2', '3', '9', 'default']);
    expect(await world.page('/status')).toBe(MAINTAINED);
    await result.post();
    expect(await world.rules()).toEqual(before);
    expect(await world.page('/status')).toBe('200 first');
  });

  test('keeps no requests of other services behind the same listener', async () => {
    const { TargetGroups } = await world.simulator.sim.call<{ TargetGroups: { TargetGroupArn: string }[] }>(
      'elasticloadbalancing',
      'CreateTargetGroup',
      { Name: 'other', Protocol: 'HTTP', Port: 80, VpcId: 'vpc-1', TargetType: 'ip' },
    );
    await world.addRule(1, '/other/*', {
      Type: 'forward',
      TargetGroupArn: TargetGroups[0]?.TargetGroupArn,
    });
    await world.addRule(2, '/shop/*', { Type: 'forward', TargetGroupArn: world.live?.blue });
    const before = await world.rules();
    const result = await world.run({ maintenance: 'true' });
    expect(result.exitCode).toBe(0);
    expect(await world.page('/shop/x')).toBe(MAINTAINED);
    expect(await world.page('/')).toBe(MAINTAINED);
    // No target answers there, and that is the other service's own affair.
    expect(await world.page('/other/x')).not.toBe(MAINTAINED);
    await result.post();
    expect(await world.rules()).toEqual(before);
  });
});
