import { describe, expect, test } from '@jest/globals';
import type { Ancestry } from '@cutover/domain/ancestry';
import { ConfigurationError } from '@cutover/domain/errors';
import { refuseDowngrade, type Newest } from './downgrade.ts';
import { testWorld } from '../testing/world.ts';

const OURS = '0123456789abcdef0123456789abcdef01234567';
const newest: Newest = {
  what: 'web:9, which serves',
  commit: 'f'.repeat(40),
  runUrl: 'https://github.com/octo/shop/actions/runs/12',
};

/** Whether the commit is refused, and what GitHub was asked. */
async function attempt(relation: Ancestry, served: Newest = newest) {
  const asked: string[] = [];
  const world = testWorld({
    run: { commit: OURS, repository: 'octo/shop', runId: '9' },
    progress: { report: () => undefined },
    ancestry: (base: string, head: string) => {
      asked.push(`${base.slice(0, 7)}...${head.slice(0, 7)}`);
      return Promise.resolve(relation);
    },
  });
  const refusal = await refuseDowngrade(world, served, undefined).then(
    () => undefined,
    (error: unknown) => error,
  );
  return { asked, isRefused: refusal instanceof ConfigurationError };
}

describe('a commit is refused', () => {
  test.each<[string, Ancestry, boolean]>([
    ['when it is older', { kind: 'behind' }, true],
    ['not when it is newer', { kind: 'ahead' }, false],
    ['not when it is on another branch', { kind: 'diverged' }, false],
    ['when GitHub can’t tell and its run began earlier', { kind: 'unknown', why: 'no token' }, true],
  ])('%s', async (_, relation, isRefused) => {
    expect(await attempt(relation)).toEqual({ asked: ['fffffff...0123456'], isRefused });
  });

  test('not when GitHub can’t tell and the other run began earlier, or is the same', async () => {
    for (const id of ['8', '9']) {
      const earlier = { ...newest, runUrl: `https://github.com/octo/shop/actions/runs/${id}` };
      expect((await attempt({ kind: 'unknown', why: 'no token' }, earlier)).isRefused).toBe(false);
    }
  });

  test('never because of a commit of another repository', async () => {
    const elsewhere = { ...newest, runUrl: 'https://github.com/octo/other/actions/runs/12' };
    expect(await attempt({ kind: 'behind' }, elsewhere)).toEqual({ asked: [], isRefused: false });
  });

  test('never because of itself', async () => {
    expect(await attempt({ kind: 'behind' }, { ...newest, commit: OURS })).toEqual({
      asked: [],
      isRefused: false,
    });
  });
});
