import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { ROOT } from './sources.ts';

const BINARY = /\.(png|ico|wasm|gz|tar|db)$/;

const files = execFileSync('git', ['ls-files', '-z'], { cwd: ROOT, encoding: 'utf8' })
  .split('\0')
  .filter((path) => path !== '' && !path.startsWith('dist/') && !BINARY.test(path));

function holders(pattern: RegExp, exempt: readonly string[] = []): string[] {
  return files.flatMap((path) => {
    if (exempt.includes(path)) return [];
    let text: string;
    try {
      text = readFileSync(join(ROOT, path), 'utf8');
    } catch {
      return []; // deleted in the working tree
    }
    return text
      .split('\n')
      .flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1}: ${line.trim()}`] : []));
  });
}

test('no file names a folder of somebody’s machine', () => {
  expect(holders(/(^|[\s"'`(=:])\/(home|Users|root|work)\/[\w.-]+/)).toEqual([]);
});

test('the lock file names no registry', () => {
  expect(holders(/"resolved": "https?:\/\/(?!registry\.npmjs\.org\/)/)).toEqual([]);
});
