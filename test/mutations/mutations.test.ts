import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { mutationTable } from './table.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const rows = [...(await mutationTable()).values()].flat();

test('each rule stands in its file exactly once, and what replaces it differs', () => {
  const wrong = rows.filter(({ file, find, replace }) => {
    const path = join(root, file);
    return !existsSync(path) || readFileSync(path, 'utf8').split(find).length !== 2 || find === replace;
  });
  expect(wrong.map(({ file, find }) => `${file}: ${find}`)).toEqual([]);
});

test('each row names tests that exist, and no rule stands twice', () => {
  expect(rows.filter(({ tests }) => tests.length === 0).map(({ rule }) => rule)).toEqual([]);
  expect(rows.flatMap(({ tests }) => tests).filter((file) => !existsSync(join(root, file)))).toEqual([]);
  const rules = rows.map(({ rule }) => rule);
  expect(rules.filter((rule, index) => rules.indexOf(rule) !== index)).toEqual([]);
});
