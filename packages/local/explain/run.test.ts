import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Invocation } from '../invocation.ts';
import { UsageError } from '../usage-error.ts';
import { explainHere } from './run.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'explain-'));
  await writeFile(join(folder, 'web.log'), "starting\nKeyError: 'DATABASE_URL'\n");
});
afterAll(async () => await rm(folder, { recursive: true, force: true }));

async function explained(...argv: readonly string[]): Promise<{ code: number; written: string }> {
  let written = '';
  const invocation: Invocation = {
    repository: folder,
    argv,
    env: {},
    folder,
    columns: 80,
    colour: false,
    write: (text) => {
      written += text;
    },
    fromSource: true,
  };
  const code = await explainHere(invocation, () => Promise.resolve('E: Unable to locate package libpq5'));
  return { code, written };
}

test.each<[string, readonly string[], string]>([
  ['a text', ['Error: listen EADDRINUSE: address already in use :::3000'], 'port-in-use'],
  ['words that the shell has split', ['Cluster', 'not', 'found.'], 'cluster-not-found'],
  ['a file', ['web.log'], 'variable-missing'],
  ['standard input', ['-'], 'system-package-missing'],
])('%s', async (_, argv, id) => {
  const { code, written } = await explained(...argv);
  expect(code).toBe(0);
  const found = JSON.parse(written) as Record<string, unknown>;
  expect(Object.keys(found)).toEqual(['id', 'area', 'cause', 'fix', 'link', 'certainty']);
  expect(found['id']).toBe(id);
});

test('an unknown text gives exit code 3 and null', async () => {
  expect(await explained('hello')).toEqual({ code: 3, written: 'null\n' });
});

test('no text is a usage error', async () => {
  await expect(explained()).rejects.toThrow(UsageError);
});
