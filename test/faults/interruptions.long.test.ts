import { afterAll, expect, jest, test } from '@jest/globals';
import type { CellResult } from './cell.ts';
import { INSTANTS, interrupt, type Interruption } from './interruption.ts';
import { pool } from './pool.ts';

jest.setTimeout(1_800_000);

const HOW: readonly Interruption[] = ['SIGINT', 'SIGTERM', 'SIGKILL'];
const rows = new Map<string, Map<Interruption, CellResult>>();

afterAll(() => {
  const width = Math.max(...[...rows.keys()].map((name) => name.length));
  const all = [...rows.values()].flatMap((cells) => [...cells.values()]);
  const wrong = all.filter(({ violations }) => violations.length > 0).length;
  const requests = all.reduce((sum, cell) => sum + cell.requests, 0);
  console.log(
    [
      'blue-green-codedeploy: interrupted, cleaned up by post:, and run again',
      ['moment'.padEnd(width), ...HOW].join(' | '),
      ...[...rows].map(([name, cells]) =>
        [
          name.padEnd(width),
          ...HOW.map((how) => (cells.get(how)?.violations.length === 0 ? 'O' : 'X').padEnd(how.length)),
        ].join(' | '),
      ),
      'O the old version serves, and the second run deploys the new one; X does not hold',
      `${all.length} cells: ${all.length - wrong} O, ${wrong} X; ${requests} requests were answered meanwhile`,
    ].join('\n'),
  );
});

test.each(HOW)('%s', async (how) => {
  const results = await pool(INSTANTS, async (instant) => interrupt(instant, how));
  for (const [index, { name }] of INSTANTS.entries()) {
    const row = rows.get(name) ?? new Map<Interruption, CellResult>();
    const result = results[index];
    if (result !== undefined) row.set(how, result);
    rows.set(name, row);
  }
  expect(
    INSTANTS.flatMap(({ name }, index) =>
      (results[index]?.violations ?? []).map((violation) => `${name}: ${violation}`),
    ),
  ).toEqual([]);
});
