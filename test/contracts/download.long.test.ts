import { execFile, execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ROOT } from './sources.ts';

/** What GitHub sends a runner for a `uses:` line: the archive of the repository, without what .gitattributes leaves out. */
let archive: Buffer;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cutover-download-'));
  const settings = { cwd: ROOT, maxBuffer: 100_000_000 };
  archive = execFileSync('git', ['archive', '--worktree-attributes', 'HEAD'], settings);
  mkdirSync(join(folder, 'cutover'));
  execFileSync('tar', ['-x', '-C', join(folder, 'cutover')], { input: archive });
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

test('a job downloads at most 1.6 MB for Cutover', () => {
  expect(gzipSync(archive, { level: 6 }).length).toBeLessThan(1_600_000);
});

test('it holds what the actions and a reader of its licence need, and no sources', () => {
  expect(readdirSync(join(folder, 'cutover')).toSorted()).toEqual([
    '.gitattributes',
    '.gitignore',
    'LICENSE',
    'README.md',
    'SECURITY.md',
    'action.yml',
    'actions',
    'cutover.schema.json',
    'dist',
    'package.json',
  ]);
});

test('each action starts from it, up to the first thing that it is not given', async () => {
  const actions = readdirSync(join(ROOT, 'actions'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'lib' && entry.name !== 'node_modules')
    .map(({ name }) => name);
  expect(actions).toContain('pipeline');
  for (const name of actions) {
    const { code, output } = await new Promise<{ code: unknown; output: string }>((resolve) => {
      execFile(
        process.execPath,
        [join(folder, 'cutover', 'dist', name, 'index.js')],
        { cwd: folder, env: { RUNNER_TEMP: folder, GITHUB_WORKSPACE: folder, HOME: folder } },
        (error, stdout, stderr) => {
          resolve({ code: error?.code, output: stdout + stderr });
        },
      );
    });
    // A file that is left out would end it with Node's own error.
    expect({ name, code, output }).toEqual({
      name,
      code: 1,
      output: expect.stringMatching(/^(?![^]*Cannot find (module|package))[^]*::error /),
    });
  }
});

test('the simulator starts from it', async () => {
  const program = join(folder, 'cutover', 'dist', 'simulator', 'index.js');
  const { status, stdout } = spawnSync(process.execPath, [program, '--help'], { encoding: 'utf8' });
  expect(status).toBe(0);
  expect(stdout).toContain('--port');
});
