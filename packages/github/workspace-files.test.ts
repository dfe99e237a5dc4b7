import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { WorkspaceFiles } from './workspace-files.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cutover-files-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

const files = (): WorkspaceFiles =>
  new WorkspaceFiles({ GITHUB_WORKSPACE: folder, RUNNER_TEMP: join(folder, 'temp') });

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

test('only a folder that was made here, below RUNNER_TEMP, is its own', async () => {
  const temporary = join(folder, 'temp');
  const own = new WorkspaceFiles({ GITHUB_WORKSPACE: folder, RUNNER_TEMP: temporary });
  const made = dirname(await own.writeTemporary('config.json', '{}'));
  expect(await own.isOwnFolder(made)).toBe(true);
  const name = basename(made);
  const link = join(
    temporary,
    name.replace(/.$/, (last) => (last === '0' ? '1' : '0')),
  );
  await symlink(folder, link);
  for (const path of [
    '/',
    '',
    folder,
    temporary,
    link,
    `${made}/..`,
    join(folder, name),
    join(temporary, 'cutover-other'),
    join(temporary, 'cutover-00000000-0000-0000-0000-000000000000'),
  ]) {
    expect([path, await own.isOwnFolder(path)]).toEqual([path, false]);
  }
});

test.each([
  ['nope.json', 'there is no file "nope.json"'],
  ['.', '"." is a folder'],
])('%s can not be read, and why', async (path, message) => {
  await expect(files().read(path, 'template')).rejects.toThrow(message);
});

describe('what is no regular file of the workspace is not read, and its content is not told', () => {
  let outside: string;
  beforeAll(async () => {
    outside = await mkdtemp(join(tmpdir(), 'cutover-outside-'));
    await writeFile(join(outside, '.env'), 'DB_PASSWORD=not-to-be-told');
    await symlink(join(outside, '.env'), join(folder, 'link.json'));
    await symlink(outside, join(folder, 'away'));
    await symlink('/dev/zero', join(folder, 'zero.json'));
    execFileSync('mkfifo', [join(folder, 'pipe.json')]);
    await writeFile(join(folder, 'sparse.json'), '');
    await truncate(join(folder, 'sparse.json'), 20_000_000);
    await mkdir(`${folder}-twin`);
    await writeFile(`${folder}-twin/task.json`, '{}');
  });
  afterAll(async () => {
    await rm(outside, { recursive: true, force: true });
    await rm(`${folder}-twin`, { recursive: true, force: true });
  });

  test.each<[string, () => string, RegExp]>([
    ['a file elsewhere', () => join(outside, '.env'), /lies outside of the workspace \(a file of 26 bytes\)/],
    ['a way out', () => `../${basename(outside)}/.env`, /lies outside of the workspace/],
    ['a link that leads out', () => 'link.json', /outside of the workspace, where a symbolic link leads/],
    ['a folder that is a link', () => 'away/.env', /outside of the workspace, where a symbolic link leads/],
    ['a folder with the same beginning', () => `../${basename(folder)}-twin/task.json`, /outside/],
    ['a system file', () => '/etc/passwd', /lies outside of the workspace/],
    ['a device', () => '/dev/zero', /lies outside of the workspace \(a device\)/],
    ['a link to a device', () => 'zero.json', /outside of the workspace, .* \(a device\)/],
    ['standard input', () => '/dev/stdin', /outside of the workspace|can't be read|there is no file/],
    ['a named pipe', () => 'pipe.json', /is no regular file, but a named pipe/],
    ['a file of 20 MB', () => 'sparse.json', /has 20000000 bytes, more than the 10000000 that are read/],
  ])('%s', async (_, path, message) => {
    const error = await files()
      .read(path(), 'task-definition')
      .then(
        () => new Error('it was read'),
        (one: unknown) => one as Error,
      );
    expect(error.message).toMatch(message);
    expect(error.message).toMatch(/^Input task-definition: /);
    expect(error.message).not.toContain('not-to-be-told');
  });

  test('a link inside of the workspace, and a file below RUNNER_TEMP, are read', async () => {
    await writeFile(join(folder, 'real.json'), '{}');
    await symlink('real.json', join(folder, 'inner.json'));
    expect(await files().read('inner.json', 'task-definition')).toBe('{}');
    const path = await files().writeTemporary('made.json', '[]');
    expect(await files().read(path, 'task-definition')).toBe('[]');
  });
});
