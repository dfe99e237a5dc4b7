import { lstat, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { adoptConfig, removeConfig } from './private-config.ts';
import { runCommand } from './run-command.ts';

const REGISTRY = '123456789012.dkr.ecr.us-east-1.amazonaws.com';

let folder: string;
let before: string | undefined;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cutover-docker-'));
  before = process.env['DOCKER_CONFIG'];
  process.env['DOCKER_CONFIG'] = join(folder, 'user');
});

afterEach(async () => {
  if (before === undefined) delete process.env['DOCKER_CONFIG'];
  else process.env['DOCKER_CONFIG'] = before;
  await rm(folder, { recursive: true, force: true });
});

describe('a private Docker configuration', () => {
  async function adopt(): Promise<string> {
    const ours = await mkdtemp(join(folder, 'ours-'));
    await adoptConfig(ours, [REGISTRY]);
    return ours;
  }

  const config = async (directory: string): Promise<unknown> =>
    JSON.parse(await readFile(join(directory, 'config.json'), 'utf8'));

  test('keeps what the user set up, and takes one login out of the credential store', async () => {
    await mkdir(join(folder, 'user/cli-plugins'), { recursive: true });
    await mkdir(join(folder, 'user/buildx'));
    const user = {
      auths: { 'registry.example': { auth: 'eDp5' } },
      credsStore: 'desktop',
      credHelpers: { 'other.example': 'other' },
    };
    await writeFile(join(folder, 'user/config.json'), JSON.stringify(user));
    const ours = await adopt();
    expect(await config(ours)).toEqual({
      ...user,
      credHelpers: { 'other.example': 'other', [REGISTRY]: '' },
    });
    expect((await readdir(ours)).toSorted()).toEqual(['buildx', 'cli-plugins', 'config.json']);
    expect((await lstat(join(ours, 'cli-plugins'))).isSymbolicLink()).toBe(true);
    expect((await stat(ours)).mode & 0o777).toBe(0o700);
    expect((await stat(join(ours, 'config.json'))).mode & 0o777).toBe(0o600);
  });

  test('is removed without what it links to', async () => {
    await mkdir(join(folder, 'user/cli-plugins'), { recursive: true });
    await writeFile(join(folder, 'user/cli-plugins/docker-buildx'), '');
    const ours = await adopt();
    await removeConfig(ours);
    await removeConfig(ours);
    expect((await readdir(folder)).toSorted()).toEqual(['user']);
    expect(await readdir(join(folder, 'user/cli-plugins'))).toEqual(['docker-buildx']);
  });

  test.each([
    ['nothing', undefined],
    ['a broken file', '{'],
  ])('starts empty where the user has %s', async (_, text) => {
    if (text !== undefined) {
      await mkdir(join(folder, 'user'));
      await writeFile(join(folder, 'user/config.json'), text);
    }
    expect(await config(await adopt())).toEqual({ credHelpers: { [REGISTRY]: '' } });
  });

  test('of two jobs at once are two', async () => {
    const [one, two] = [await adopt(), await adopt()];
    await removeConfig(one);
    expect(await config(two)).toEqual({ credHelpers: { [REGISTRY]: '' } });
  });
});

describe('a command', () => {
  const node = process.execPath;
  const options = (): { cwd: string; signal: AbortSignal } => ({
    cwd: folder,
    signal: new AbortController().signal,
  });

  test('gets arguments as they are, without a shell', async () => {
    const args = ['$(id)', 'a b', '"quoted"', '; rm -rf x', ''];
    const { tail } = await runCommand(
      node,
      ['-e', 'console.log(JSON.stringify(process.argv.slice(1)))', ...args],
      options(),
    );
    expect(JSON.parse(tail[0] ?? '')).toEqual(args);
  });

  test('gets input and variables, tells lines of both outputs and its exit code', async () => {
    const lines: string[] = [];
    const result = await runCommand(
      node,
      [
        '-e',
        'process.stdin.on("data", (d) => { console.log("in " + d); console.error(process.env.WORD); process.exitCode = 3; })',
      ],
      { ...options(), input: 'text', env: { WORD: 'word' }, onLine: (line) => lines.push(line) },
    );
    expect(result.exitCode).toBe(3);
    expect(lines.toSorted()).toEqual(['in text', 'word']);
  });

  test('keeps the last 200 lines only', async () => {
    const { tail } = await runCommand(
      node,
      ['-e', 'for (let i = 0; i < 1000; i++) console.log(i)'],
      options(),
    );
    expect(tail).toHaveLength(200);
    expect(tail.at(-1)).toBe('999');
  });

  test('that does not exist is named', async () => {
    await expect(runCommand('no-such-command-here', [], options())).rejects.toThrow(
      'There is no command no-such-command-here on this runner.',
    );
  });

  test('that does not read its input is judged by its exit code', async () => {
    const { exitCode } = await runCommand(node, ['-e', 'process.exit(4)'], {
      ...options(),
      input: 'x'.repeat(1_000_000),
    });
    expect(exitCode).toBe(4);
  });

  test.each([
    ['at once when it listens to SIGTERM', ''],
    ['by force when it does not', 'process.on("SIGTERM", () => undefined);'],
  ])('ends on abort: %s', async (_, listener) => {
    const controller = new AbortController();
    const reason = new Error('the job was cancelled');
    await expect(
      runCommand(node, ['-e', `${listener} console.log("up"); setInterval(() => undefined, 1000)`], {
        cwd: folder,
        signal: controller.signal,
        onLine: () => {
          controller.abort(reason);
        },
      }),
    ).rejects.toBe(reason);
  });

  test('is not started after an abort', async () => {
    const signal = AbortSignal.abort(new Error('too late'));
    await expect(runCommand(node, ['-e', ''], { cwd: folder, signal })).rejects.toThrow('too late');
  });
});
