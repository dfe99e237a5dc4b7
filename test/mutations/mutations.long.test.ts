import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Copy, type TestRun } from './copy.ts';
import type { MutationRow } from './row.ts';
import { mutationTable } from './table.ts';
import { describeMutation, tryMutation } from './try.ts';

const table = await mutationTable();
const rows = [...table.values()].flat();

/** Copies of the sources that work side by side. */
const COPIES = 3;
const HOUR_MS = 60 * 60 * 1000;

let sound: Pick<TestRun, 'failed' | 'unloaded'>;
const said = new Map<MutationRow, string>();

beforeAll(async () => {
  const copies = Array.from({ length: COPIES }, () => new Copy());
  try {
    // A test that fails anyway would pass every removed rule off as noticed.
    const tests = [...new Set(rows.flatMap((row) => row.tests))];
    const runs = await Promise.all(
      copies.map(async (copy, own) => await copy.run(tests.filter((_, index) => index % COPIES === own))),
    );
    sound = {
      failed: runs.flatMap(({ failed }) => failed),
      unloaded: runs.flatMap(({ unloaded }) => unloaded),
    };
    const waiting = [...rows];
    await Promise.all(
      copies.map(async (copy) => {
        for (let row = waiting.shift(); row !== undefined; row = waiting.shift())
          said.set(row, describeMutation(row, await tryMutation(copy, row)));
      }),
    );
  } finally {
    for (const copy of copies) copy.remove();
  }
}, HOUR_MS);

afterAll(() => {
  const noticed = [...said.values()].filter((text) => text.startsWith('noticed')).length;
  console.log(`safety rules removed: ${rows.length}, noticed: ${noticed}`);
});

test('the tests of all rows pass while every rule stands', () => {
  expect({ failed: sound.failed, unloaded: sound.unloaded }).toEqual({ failed: [], unloaded: [] });
});

describe.each([...table].map(([area, rules]) => ({ area, rules })))('$area', ({ rules }) => {
  test.each(rules.map((row) => ({ rule: row.rule, row })))('a test notices: $rule', ({ row }) => {
    expect(said.get(row)).toMatch(/^noticed: /);
  });
});
