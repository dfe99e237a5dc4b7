import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { ACTIONS, loadStep } from './actions.ts';
import { ROOT } from './sources.ts';

/** All tests of a folder, this folder excepted: a contract exercises nothing. */
function tests(folder: string): string {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.test.ts') && !/(^|\/)(lib|node_modules|contracts)\//.test(path))
    .map((path) => readFileSync(join(ROOT, folder, path), 'utf8'))
    .join('\n');
}

const steps = tests('packages/steps');
const bundles = tests('test');

test.each(ACTIONS)('every input of %s is exercised by a test', async (name) => {
  const { inputs } = await loadStep(name);
  const text = `${steps}\n${bundles}`;
  const forgotten = Object.keys(inputs).filter(
    (input) => !new RegExp(`(^|[^\\w-])${input}(?![\\w-])`, 'm').test(text),
  );
  expect(forgotten).toEqual([]);
});
