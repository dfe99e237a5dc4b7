import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ROOT } from './sources.ts';

const dist = join(ROOT, 'dist');
const PROGRAMS = ['demo', 'local', 'shared', 'simulator'];
/** The actions, with the code that their start may load, in bytes; the pipeline is all of them. */
const ACTIONS = readdirSync(dist)
  .filter((name) => existsSync(join(dist, name, 'index.js')) && !PROGRAMS.includes(name))
  .map((name) => [name, name === 'pipeline' ? 1_900_000 : 1_450_000] as const);

/** Reports the bytes of code that a process loaded, and whether Node's own `fetch` was among it. */
const WATCH = `
  import { registerHooks } from 'node:module';
  let bytes = 0;
  registerHooks({ load(url, context, next) {
    const loaded = next(url, context);
    if (url.startsWith('file:')) bytes += loaded.source?.length ?? 0;
    return loaded;
  } });
  process.on('exit', () => {
    const fetch = process.moduleLoadList.includes('NativeModule internal/deps/undici/undici');
    console.log('LOADED ' + JSON.stringify({ bytes, fetch }));
  });`;

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cutover-start-'));
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** Starts an action without inputs, as far as the first one that is missing or the first call that has no credentials. */
async function startOf(name: string): Promise<{ readonly bytes: number; readonly fetch: boolean }> {
  const output = await new Promise<string>((resolve) => {
    execFile(
      process.execPath,
      ['--import', `data:text/javascript,${encodeURIComponent(WATCH)}`, join(dist, name, 'index.js')],
      { env: { RUNNER_TEMP: folder, GITHUB_WORKSPACE: folder, HOME: folder, INPUT_REGION: 'nowhere-1' } },
      (_error, stdout) => {
        resolve(stdout);
      },
    );
  });
  const [, report = '{}'] = /^LOADED (.*)$/m.exec(output) ?? [];
  return JSON.parse(report) as { bytes: number; fetch: boolean };
}

describe('until its inputs are judged', () => {
  test('there are actions to start', () => {
    expect(ACTIONS.length).toBeGreaterThanOrEqual(9);
  });

  // The code that a start parses is most of what it costs; nothing that only a call needs belongs to it.
  test.each(ACTIONS)('%s loads at most %i bytes of code, and no HTTP client', async (name, most) => {
    const { bytes, fetch } = await startOf(name);
    expect(fetch).toBe(false);
    expect(bytes).toBeGreaterThan(100_000);
    expect(bytes).toBeLessThan(most);
  });
});

/** Sizes of all files below a folder, in bytes. */
function sizeOf(path: string): number {
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.size;
  return readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0);
}

test('what every job downloads for its actions stays below 4.9 MB', () => {
  expect(sizeOf(join(dist, 'shared'))).toBeLessThan(4_900_000);
});

test.each([
  ['shared', ['@actions/core', '@aws-sdk/client-ecs', '@smithy/core', 'undici', 'yaml']],
  ['simulator', ['yaml']],
  ['local', ['yaml']],
])('the licences of the packages in %s come along', (name, packages) => {
  const licences = readFileSync(join(dist, name, 'licenses.txt'), 'utf8');
  for (const one of packages) expect(licences).toMatch(new RegExp(`^${one} \\d+\\.`, 'm'));
  expect(licences).toContain('Permission is hereby granted');
});
