import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { ACTIONS, loadStep } from './actions.ts';
import { ROOT } from './sources.ts';

/** The tests below some folders, this one excepted: a contract exercises nothing. */
function tests(...folders: readonly string[]): string {
  return folders
    .flatMap((folder) =>
      readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((path) =>
        join(folder, path),
      ),
    )
    .filter((path) => path.endsWith('.test.ts') && !/(^|\/)(lib|node_modules|contracts)\//.test(path))
    .map((path) => readFileSync(join(ROOT, path), 'utf8'))
    .join('\n');
}

/** As a key (`tag: 'v1'`), quoted, or as a variable of the runner. */
function isExercised(input: string, text: string): boolean {
  return new RegExp(`(['"\`])${input}\\1|(^|[\\s{(,.])${input}:|INPUT_${input.toUpperCase()}\\b`, 'm').test(
    text,
  );
}

test.each(ACTIONS)('every input of %s is exercised by a test', async (name) => {
  const { inputs } = await loadStep(name);
  const text = tests(`packages/steps/${name}`, 'test');
  expect(Object.keys(inputs).filter((input) => !isExercised(input, text))).toEqual([]);
});
