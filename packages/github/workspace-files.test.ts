import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { WorkspaceFiles } from './workspace-files.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cutover-files-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

const files = (): WorkspaceFiles => new WorkspaceFiles({ GITHUB_WORKSPACE: folder });

test('text in UTF-8 is read as it is, its byte order mark included', async () => {
  await writeFile(join(folder, 'ü.json'), '\uFEFF{"名": 1}\r\n');
  expect(await files().read('ü.json', 'task-definition')).toBe('\uFEFF{"名": 1}\r\n');
});

test.each([
  ['UTF-16', Buffer.from('\uFEFF{"a": 1}', 'utf16le')],
  ['Latin-1', Buffer.from('{"é": 1}', 'latin1')],
])('%s is refused by its name, not read as something else', async (_, bytes) => {
  await writeFile(join(folder, 'task.json'), bytes);
  await expect(files().read('task.json', 'task-definition')).rejects.toThrow(
    'Input task-definition: the file "task.json" is not UTF-8 text.',
  );
});

test.each([
  ['nope.json', 'there is no file "nope.json"'],
  ['.', '"." is a folder'],
])('%s can not be read, and why', async (path, message) => {
  await expect(files().read(path, 'template')).rejects.toThrow(message);
});
