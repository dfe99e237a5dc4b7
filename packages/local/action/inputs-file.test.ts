import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readInputsFile } from './inputs-file.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cutover-inputs-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function read(text: string): Promise<Record<string, string>> {
  const file = join(folder, 'inputs.yml');
  await writeFile(file, text);
  return await readInputsFile(file, 'inputs.yml');
}

test('values reach an action as they are written', async () => {
  expect(
    await read('stack: my-app\ndry-run: true\nport: 0080\nvariables: |\n  A=1\n  B=2\nempty:\n'),
  ).toEqual({ stack: 'my-app', 'dry-run': 'true', port: '0080', variables: 'A=1\nB=2\n', empty: '' });
});

test('JSON', async () => {
  expect(await read('{"stack": "my-app", "wait": 5}')).toEqual({ stack: 'my-app', wait: '5' });
});

test.each([
  ['a list', 'stack: a\npaths:\n  - b\n', 'inputs.yml:3:3: input paths is a list or mapping'],
  ['no mapping', '- a\n', 'inputs.yml:1:1: expected inputs'],
  ['broken YAML', 'stack: "a\n', /^inputs\.yml:\d+:\d+: Missing closing "quote/],
  ['a name twice', 'a: 1\na: 2\n', 'inputs.yml:2:1: Map keys must be unique'],
])('%s is refused with its place', async (_, text, message) => {
  await expect(read(text)).rejects.toThrow(message);
});

test('a file that is not there', async () => {
  await expect(readInputsFile(join(folder, 'no.yml'), 'no.yml')).rejects.toThrow(
    "--inputs no.yml can't be read: ENOENT",
  );
});
