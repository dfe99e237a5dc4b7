import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Rule } from '@aws-sdk/client-elastic-load-balancing-v2';
import { ProtectedMigration } from './protected-migration.ts';

jest.setTimeout(400_000);

let world: ProtectedMigration;

afterEach(async () => {
  await world.close();
});

/** Rules as `1 fixed-response`. */
const order = (rules: readonly Rule[]): readonly string[] =>
  rules.map(({ Priority, Actions }) => `${Priority ?? ''} ${Actions?.[0]?.Type ?? ''}`);

describe('a snapshot first', () => {
  beforeEach(async () => {
    world = await ProtectedMigration.open(false);
  });

  test('is one of a cluster when the instance belongs to one', async () => {
    world.database({ id: 'orders', kind: 'cluster' });
    world.database({ id: 'orders-1', cluster: 'orders' });
    const result = await world.run({ snapshot: 'orders-1' });
    expect(result.exitCode).toBe(0);
    expect(world.changes()).toEqual(['CreateDBClusterSnapshot', 'RunTask']);
    expect(result.summary).toContain('--snapshot-identifier cutover-orders-1-1-');
    expect(result.summary).toContain('--engine aurora-postgresql');
  });

  test('is one, when answers are lost and calls are throttled', async () => {
    world.fault({ operation: 'CreateDBSnapshot', reset: 'after' });
    world.fault({ operation: 'DescribeDBSnapshots', throttle: true, skip: 1, times: 3 });
    const result = await world.run({ snapshot: 'shop' });
    expect(result.exitCode).toBe(0);
    expect(await world.snapshots()).toHaveLength(1);
  });

  test('is waited for when the database is busy at first', async () => {
    world.database({ id: 'shop', status: 'modifying' });
    const action = await world.start({ snapshot: 'shop' });
    await world.until(() => world.calls('CreateDBSnapshot').length > 0);
    expect(await world.snapshots()).toEqual([]);
    world.database({ id: 'shop', status: 'available' });
    const result = await action.done;
    expect(result.exitCode).toBe(0);
    expect(await world.snapshots()).toHaveLength(1);
  });
});

describe('a maintenance window', () => {
  beforeEach(async () => {
    world = await ProtectedMigration.open(true);
  });

  test('is one rule when answers are lost and calls are throttled', async () => {
    world.fault({ operation: 'CreateRule', reset: 'after' });
    world.fault({ operation: 'DescribeRules', throttle: true, skip: 3, times: 2 });
    world.fault({ operation: 'DeleteRule', reset: 'after' });
    const result = await world.run({ maintenance: 'true' });
    expect(result.exitCode).toBe(0);
    expect(order(await world.rules())).toEqual(['1 fixed-response', 'default forward']);
    await result.post();
    expect(order(await world.rules())).toEqual(['default forward']);
  });

  test('shows the workflow’s own page', async () => {
    const workspace = await mkdtemp(join(tmpdir(), 'cutover-page-'));
    try {
      await writeFile(join(workspace, 'busy.html'), '<html><head><title>x</title></head>\nBack soon</html>');
      const inputs = {
        maintenance: 'true',
        'maintenance-page': 'busy.html',
        'retry-after-seconds': '90',
      };
      const result = await world.run(inputs, {}, workspace);
      expect(result.exitCode).toBe(0);
      expect(await world.page()).toBe(
        '503 <html><head><meta http-equiv="refresh" content="90"><title>x</title></head>',
      );
      await writeFile(join(workspace, 'busy.html'), `<html>${'x'.repeat(1000)}</html>`);
      const long = await world.run(inputs, {}, workspace);
      expect(long.exitCode).toBe(1);
      expect(long.errors.join('\n')).toContain('1053 bytes, the order to reload included');
    } finally {
      await rm(workspace, { recursive: true });
    }
  });

  test('is not opened without the permission, and the statement is named', async () => {
    world.fault({ operation: 'CreateRule', deny: true, times: 'always' });
    const result = await world.run({ maintenance: 'true' });
    expect(result.exitCode).toBe(1);
    expect(result.errors.join('\n')).toContain('Grant elasticloadbalancing:CreateRule');
    expect(world.calls('RunTask')).toEqual([]);
  });

  test('is only spoken of in a dry run', async () => {
    const result = await world.run({ maintenance: 'true', 'dry-run': 'true' });
    expect(result.exitCode).toBe(0);
    expect(result.summary).toContain('Maintenance page');
    expect(world.changes()).toEqual([]);
  });
});
