import { chmod, lstat, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { adoptConfig, removeConfig } from './private-config.ts';
import { Commands } from './commands.ts';
import { environmentFor } from './environment.ts';
import { whyNotStarted } from './find-command.ts';
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

  test('that stays is named in a command which removes nothing else', async () => {
    const blocked = join(folder, 'my file');
    await writeFile(blocked, '');
    await expect(removeConfig(join(blocked, 'login'))).rejects.toMatchObject({
      fix: expect.stringContaining(`rm -rf -- '${blocked}/login'`),
    });
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
    // The PATH of whoever runs the tests may have folders that may not be searched, which the message then names.
    const env = { PATH: '/usr/bin:/bin' };
    await expect(runCommand('no-such-command-here', [], { ...options(), env })).rejects.toThrow(
      'There is no command no-such-command-here on this runner.',
    );
  });

  test.each<[string, (folder: string) => Promise<string>, string, string]>([
    [
      'a file that may not be executed',
      async (bin) => {
        await writeFile(join(bin, 'smoke'), '#!/bin/sh\n');
        return 'smoke';
      },
      '/bin/smoke may not be executed.',
      'chmod +x ',
    ],
    [
      'a folder',
      async (bin) => {
        await mkdir(join(bin, 'smoke'));
        return './bin/smoke';
      },
      'smoke is a folder, not a command.',
      'install it',
    ],
    [
      'a script whose interpreter is missing',
      async (bin) => {
        await writeFile(join(bin, 'smoke'), '#!/opt/none/python3 -u\n', { mode: 0o755 });
        return './bin/smoke';
      },
      'smoke asks in its first line for "/opt/none/python3", which is not on this runner.',
      'Install /opt/none/python3',
    ],
    [
      'a script saved by an editor of Windows',
      async (bin) => {
        await writeFile(join(bin, 'smoke'), '#!/bin/sh\r\necho\r\n', { mode: 0o755 });
        return './bin/smoke';
      },
      String.raw`smoke asks in its first line for "/bin/sh\r"`,
      'Save the file with line feeds alone',
    ],
    [
      'a missing file',
      async () => await Promise.resolve('./bin/none'),
      'There is no command ./bin/none on this runner.',
      'install it',
    ],
  ])('that can not be started is told as it is: %s', async (_, make, message, fix) => {
    const bin = join(folder, 'bin');
    await mkdir(bin);
    const file = await make(bin);
    await expect(
      runCommand(file, [], {
        ...options(),
        env: { PATH: `${join(folder, 'none')}:${bin}` },
        whenMissing: 'install it',
      }),
    ).rejects.toMatchObject({
      message: expect.stringContaining(message),
      fix: expect.stringContaining(fix),
    });
  });

  test('in a folder that is not there is told so', async () => {
    await expect(runCommand(node, [], { ...options(), cwd: join(folder, 'none') })).rejects.toThrow(
      `its working directory ${join(folder, 'none')} is not there`,
    );
  });

  test('that is missing stays missing when a folder on the PATH may not be searched', async () => {
    // The system answers EACCES then. A superuser may search every folder, so the command runs as another user.
    const locked = await mkdtemp('/tmp/cutover-locked-');
    await chmod(locked, 0);
    try {
      const message = await asOrdinaryUser(locked);
      expect(message).toBe(
        `There is no command no-such-command-here on this runner, as far as this user can see: ${locked} on the PATH may not be searched.`,
      );
    } finally {
      await rm(locked, { recursive: true, force: true });
    }
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

/** Message about a command that does not exist, with a folder on the PATH that this user may not search. */
async function asOrdinaryUser(locked: string): Promise<string> {
  const superuser = process.getuid?.() === 0;
  if (superuser) process.seteuid?.(65_534);
  try {
    return await runCommand('no-such-command-here', [], {
      cwd: '/',
      env: { PATH: `${locked}:/usr/bin` },
      signal: new AbortController().signal,
    }).then(
      () => 'it ran',
      (error: unknown) => (error as Error).message,
    );
  } finally {
    if (superuser) process.seteuid?.(0);
  }
}

describe('the environment of a command', () => {
  const ENV = {
    PATH: '/bin',
    NPM_TOKEN: 'n',
    GITHUB_SHA: 's',
    AWS_REGION: 'r',
    AWS_PROFILE: 'p',
    INPUT_TOKEN: 'i',
    'INPUT_ROLE-TO-ASSUME': 'i',
    STATE_TASK: 't',
    GITHUB_STATE: '/tmp/state',
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'o',
    ACTIONS_ID_TOKEN_REQUEST_URL: 'u',
    ACTIONS_RUNTIME_TOKEN: 'c',
    AWS_ACCESS_KEY_ID: 'k',
    AWS_SECRET_ACCESS_KEY: 'k',
    AWS_SESSION_TOKEN: 'k',
    AWS_WEB_IDENTITY_TOKEN_FILE: 'f',
    AWS_CONTAINER_CREDENTIALS_FULL_URI: 'f',
    AWS_CONTAINER_AUTHORIZATION_TOKEN: 'f',
    AWS_BEARER_TOKEN_BEDROCK: 'b',
  };
  const HARMLESS = ['PATH', 'NPM_TOKEN', 'GITHUB_SHA', 'AWS_REGION', 'AWS_PROFILE'];
  const KEYS = Object.keys(ENV).filter((name) => name.startsWith('AWS_') && !HARMLESS.includes(name));

  test.each<[string, Parameters<typeof environmentFor>[0], readonly string[]]>([
    ['nothing secret', {}, HARMLESS],
    ['AWS keys', { awsCredentials: true }, [...HARMLESS, ...KEYS]],
    ['the cache', { cacheToken: true }, [...HARMLESS, 'ACTIONS_RUNTIME_TOKEN']],
    ['what an input names', { names: ['AWS_SESSION_TOKEN'] }, [...HARMLESS, 'AWS_SESSION_TOKEN']],
  ])('with %s allowed', (_, allowed, expected) => {
    expect(Object.keys(environmentFor(allowed, ENV)).toSorted()).toEqual(expected.toSorted());
  });

  test('is that of a gate, too', async () => {
    const before = { ...process.env };
    Object.assign(process.env, ENV, { PATH: before['PATH'] });
    try {
      const told = async (awsCredentials: boolean): Promise<string[]> => {
        const { tail } = await new Commands().run(
          process.execPath,
          ['-e', 'console.log(JSON.stringify(Object.keys(process.env)))'],
          { cwd: folder, signal: new AbortController().signal, allowed: { awsCredentials } },
        );
        const names = JSON.parse(tail[0] ?? '[]') as string[];
        return names.filter((name) => name in ENV && !HARMLESS.includes(name)).toSorted();
      };
      expect(await told(false)).toEqual([]);
      expect(await told(true)).toEqual(KEYS.toSorted());
    } finally {
      for (const name of Object.keys(ENV)) delete process.env[name];
      Object.assign(process.env, before);
    }
  });
});

test('an executable file behind one that is not is found, so the system refused it for another reason', async () => {
  const [first, second] = [join(folder, 'one'), join(folder, 'two')];
  await mkdir(first);
  await mkdir(second);
  await writeFile(join(first, 'tool'), '');
  await writeFile(join(second, 'tool'), '', { mode: 0o755 });
  expect(whyNotStarted('tool', folder, first)).toEqual({ kind: 'not-executable', path: join(first, 'tool') });
  expect(whyNotStarted('tool', folder, 'none:also-none')).toEqual({ kind: 'absent', unreadable: [] });
  expect(whyNotStarted('tool', folder, second)).toEqual({ kind: 'refused', path: join(second, 'tool') });
});
