import { chmod, mkdir, mkdtemp, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { contextDigest } from './context-digest.ts';

const { signal } = new AbortController();
let context: string;

beforeEach(async () => {
  context = await mkdtemp(join(tmpdir(), 'cutover-context-'));
  await put('src/a.ts', 'a');
  await put('README.md', 'read me');
});

afterEach(async () => {
  await rm(context, { recursive: true, force: true });
});

async function put(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(context, path)), { recursive: true });
  await writeFile(join(context, path), text);
}

async function digest(dockerfile?: string): Promise<string> {
  const file = dockerfile === undefined ? undefined : join(context, dockerfile);
  return (await contextDigest(context, file, signal)).digest;
}

/** Whether the change makes another tree. */
async function changes(act: () => Promise<unknown>): Promise<boolean> {
  const before = await digest();
  await act();
  return (await digest()) !== before;
}

test.each<[string, boolean, () => Promise<unknown>]>([
  ['another content', true, () => put('src/a.ts', 'b')],
  ['a new file', true, () => put('src/b.ts', '')],
  ['a removed file', true, () => rm(join(context, 'README.md'))],
  ['a new folder', true, () => mkdir(join(context, 'empty'))],
  ['a file that becomes executable', true, () => chmod(join(context, 'src/a.ts'), 0o755)],
  ['a symbolic link', true, () => symlink('a.ts', join(context, 'src/link'))],
  ['permissions that only the checkout decides', false, () => chmod(join(context, 'src/a.ts'), 0o600)],
  ['another time', false, () => utimes(join(context, 'src/a.ts'), 1, 1)],
])('%s: another tree: %s', async (_, expected, act) => {
  expect(await changes(act)).toBe(expected);
});

test('a renamed file is another tree', async () => {
  await put('one', 'x');
  const before = await digest();
  await rm(join(context, 'one'));
  await put('two', 'x');
  expect(await digest()).not.toBe(before);
});

test('what .dockerignore leaves out changes nothing, what it lets in again does', async () => {
  await put('.dockerignore', '*.md\nout\n!out/keep\n.dockerignore\n');
  expect(await changes(() => put('README.md', 'other'))).toBe(false);
  expect(await changes(() => put('out/a', 'other'))).toBe(false);
  expect(await changes(() => put('out/keep', 'other'))).toBe(true);
});

test('the file named after the Dockerfile wins', async () => {
  await put('.dockerignore', '*.md\n');
  await put('web.Dockerfile.dockerignore', 'src\n');
  const before = await digest('web.Dockerfile');
  await put('src/a.ts', 'other');
  expect(await digest('web.Dockerfile')).toBe(before);
  await put('README.md', 'other');
  expect(await digest('web.Dockerfile')).not.toBe(before);
});

test('the history of Git is noticed, and only where it is part of the context', async () => {
  await put('.git/HEAD', 'ref: refs/heads/main');
  expect(await contextDigest(context, undefined, signal)).toMatchObject({ hasGit: true, files: 3 });
  await put('.dockerignore', '.git');
  expect(await contextDigest(context, undefined, signal)).toMatchObject({ hasGit: false, files: 3 });
});

test('a link is not followed', async () => {
  await symlink('/', join(context, 'root'));
  expect((await contextDigest(context, undefined, signal)).files).toBe(2);
});

test('ends when it is cancelled', async () => {
  await expect(contextDigest(context, undefined, AbortSignal.abort(new Error('cancelled')))).rejects.toThrow(
    'cancelled',
  );
});
