import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { ActionResult } from '@cutover/runner/run-action';
import { startSimulator, type RunningSimulator } from '@cutover/simulator/start';
import { awsEnv, run } from './action.ts';

// Some tests run the action several times.
jest.setTimeout(400_000);

let simulator: RunningSimulator;
let workspace: string;
let notes: string;
let env: Record<string, string>;

beforeEach(async () => {
  simulator = await startSimulator({ timeScale: 100 });
  workspace = await mkdtemp(join(tmpdir(), 'cutover-build-'));
  notes = await mkdtemp(join(tmpdir(), 'cutover-docker-'));
  const script = fileURLToPath(new URL('fake-docker.mjs', import.meta.url));
  await mkdir(join(notes, 'bin'));
  await mkdir(join(notes, 'user'));
  await writeFile(join(notes, 'bin/docker'), `#!/bin/sh\nexec '${process.execPath}' '${script}' "$@"\n`);
  await chmod(join(notes, 'bin/docker'), 0o755);
  await writeFile(join(workspace, 'Dockerfile'), 'FROM scratch\nCOPY . /\n');
  env = {
    FAKE_DOCKER: notes,
    DOCKER_CONFIG: join(notes, 'user'),
    PATH: [join(notes, 'bin'), process.env['PATH'] ?? ''].join(delimiter),
  };
  await simulator.sim.call('ecr', 'CreateRepository', { repositoryName: 'team/app' });
});

afterEach(async () => {
  await simulator.close();
  for (const folder of [workspace, notes]) await rm(folder, { recursive: true, force: true });
});

interface Call {
  readonly args: readonly string[];
  readonly secrets: Readonly<Record<string, string>>;
  readonly inherited: Readonly<Record<string, string>>;
  readonly runtime: readonly string[];
  /** Names of inputs, identity tokens and AWS keys in its environment. */
  readonly keys: readonly string[];
  readonly logins: readonly string[];
  readonly buildkit?: string;
}

const mode = async (name: string): Promise<void> => {
  await writeFile(join(notes, 'mode'), name);
};

const calls = async (): Promise<readonly Call[]> => {
  const text = await readFile(join(notes, 'calls'), 'utf8').catch(() => '');
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Call);
};

async function build(
  inputs: Record<string, string>,
  more: Record<string, string> = {},
): Promise<ActionResult> {
  return await run('build-push-ecr', {
    workspace,
    inputs: { repository: 'team/app', tag: 'v1', ...inputs },
    env: { ...awsEnv(simulator.url), ...env, ...more },
  });
}

/** The values of an option in the last call. */
async function option(name: string): Promise<readonly string[]> {
  const args = (await calls()).at(-1)?.args ?? [];
  return args.filter((_, index) => args[index - 1] === name);
}

describe('caches', () => {
  test('ecr: a tag of its own with the options that ECR needs', async () => {
    const result = await build({ cache: 'ecr' });
    expect(result.errors).toEqual([]);
    const host = new URL(simulator.url).host;
    expect(await option('--cache-from')).toEqual([`type=registry,ref=${host}/team/app:cache`]);
    expect(await option('--cache-to')).toEqual([
      `type=registry,ref=${host}/team/app:cache,mode=max,image-manifest=true,oci-mediatypes=true,ignore-error=true`,
    ]);
  });

  test('ecr: a repository whose tags stay is refused before the build', async () => {
    await simulator.sim.call('ecr', 'CreateRepository', {
      repositoryName: 'team/fixed',
      imageTagMutability: 'IMMUTABLE',
    });
    for (const inputs of [{ repository: 'team/fixed', cache: 'ecr' }, { cache: 'ecr=team/fixed' }]) {
      const result = await build(inputs);
      expect(result.exitCode).toBe(1);
      expect(result.errors.join('\n')).toMatch(/Input cache: repository team\/fixed lets no tag be moved/);
    }
    expect(await calls()).toEqual([]);
  });

  test('ecr: a repository that is not there is named', async () => {
    const result = await build({ cache: 'ecr=team/none' });
    expect(result.errors.join('\n')).toMatch(/Input cache: there is no repository team\/none/);
  });

  test('gha: buildx gets what GitHub’s runner tells this step', async () => {
    const runtime = {
      ACTIONS_RUNTIME_TOKEN: 'token-of-the-run',
      ACTIONS_RESULTS_URL: 'https://results.example/',
    };
    const result = await build({ cache: 'gha=web' }, runtime);
    expect(result.errors).toEqual([]);
    expect((await calls()).at(-1)?.runtime).toEqual(['ACTIONS_RUNTIME_TOKEN', 'ACTIONS_RESULTS_URL']);
    expect(await option('--cache-to')).toEqual(['type=gha,mode=max,ignore-error=true,scope=web']);
  });

  test('gha: outside of GitHub it is said', async () => {
    const result = await build({ cache: 'gha' });
    expect(result.errors.join('\n')).toMatch(/this runner has no cache of GitHub Actions/);
    expect(await calls()).toEqual([]);
  });

  test('what Docker’s default builder can’t do is done by one of its own, which is removed', async () => {
    await mode('docker-driver');
    const result = await build({ cache: 'local=.cache' });
    expect(result.errors).toEqual([]);
    const all = (await calls()).map(({ args }) => args.slice(0, 2).join(' '));
    expect(all).toEqual([
      'login --username',
      'buildx version',
      'buildx build',
      'buildx create',
      'buildx build',
      'buildx rm',
    ]);
    const [, , , create, again, remove] = await calls();
    const name = create?.args[create.args.indexOf('--name') + 1] ?? '';
    expect(name).toMatch(/^cutover-/);
    expect(again?.args.join(' ')).toContain(`--builder ${name}`);
    expect(remove?.args).toContain(name);
  });
});

describe('secrets', () => {
  const SECRETS = {
    secrets: 'token=input-"quoted"-value',
    'secret-build-args': 'PASSWORD=argument-value',
    'secret-envs': 'npm=NPM_TOKEN',
    'secret-files': 'key=key',
  };
  const VALUES = [
    'input-"quoted"-value',
    'argument-value',
    'variable-value',
    'line-one-of-key',
    'line-two-of-key',
  ];

  beforeEach(async () => {
    await writeFile(join(workspace, 'key'), 'line-one-of-key\nline-two-of-key\n');
  });

  test('reach the build, and nothing else, although Docker prints them all', async () => {
    await mode('chatters');
    const result = await build(
      { ...SECRETS, 'fail-on-severity': '' },
      { NPM_TOKEN: 'variable-value', ACTIONS_STEP_DEBUG: 'true', RUNNER_DEBUG: '1' },
    );
    expect(result.errors).toEqual([]);
    const last = (await calls()).at(-1);
    expect(last?.secrets).toEqual({
      token: 'input-"quoted"-value',
      npm: 'variable-value',
      key: 'line-one-of-key\nline-two-of-key\n',
    });
    expect(last?.inherited).toEqual({ PASSWORD: 'argument-value' });
    expect(result.stdout).toContain('got ***');
    const report = await readFile(result.outputs['report'] ?? '', 'utf8');
    const said = [
      ...result.commands.filter(({ command }) => command !== 'add-mask').map(({ message }) => message),
      ...result.stdout.split('\n').filter((line) => !line.startsWith('::add-mask::')),
      result.stderr,
      result.summary,
      report,
      JSON.stringify(result.state),
      JSON.stringify(result.outputs),
      ...(await calls()).flatMap(({ args }) => args),
    ].join('\n');
    for (const value of VALUES) expect(said).not.toContain(value);
    const masked = result.commands
      .filter(({ command }) => command === 'add-mask')
      .map(({ message }) => message);
    expect(masked).toEqual(expect.arrayContaining(VALUES));
  });

  test('stay hidden when the build fails and its last words hold one', async () => {
    await mode('says ERROR: failed to solve: 401 for argument-value');
    const result = await build(SECRETS, { NPM_TOKEN: 'variable-value' });
    expect(result.errors.join('\n')).toContain('401 for ***');
    expect(result.errors.join('\n')).not.toContain('argument-value');
  });
});

test.each<[Record<string, string>, readonly string[]]>([
  [{}, []],
  [{ 'secret-envs': 'key=AWS_SECRET_ACCESS_KEY' }, ['AWS_SECRET_ACCESS_KEY']],
  [{ 'docker-aws-credentials': 'true' }, ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY']],
])('with %j Docker builds with the keys %j', async (inputs, keys) => {
  const result = await build(inputs, {
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'identity',
    ACTIONS_ID_TOKEN_REQUEST_URL: 'http://127.0.0.1:1/',
  });
  expect(result.errors).toEqual([]);
  const called = await calls();
  expect(called.at(-1)?.keys.toSorted()).toEqual(keys);
  expect(called.find(({ args }) => args[0] === 'login')?.keys).toEqual([]);
});

test('with show-logs: none a build that fails tells its exit code, and none of its words', async () => {
  await mode('says ERROR: failed to solve: words of the build');
  const result = await build({ 'show-logs': 'none' });
  expect(result.errors.join('\n')).toContain('docker buildx build failed with exit code 1.');
  expect(result.stdout + result.summary).not.toContain('words of the build');
});

describe('a client without buildx', () => {
  test('that has BuildKit of its own gets secrets and keys', async () => {
    await mode('old-client');
    const result = await build({ secrets: 'token=some-secret-value' });
    expect(result.errors).toEqual([]);
    expect(result.stdout).toMatch(/::warning.*has no buildx: docker build with BuildKit is used/);
    const [, , , made, pushed] = await calls();
    expect(made?.buildkit).toBe('1');
    expect(made?.secrets).toEqual({ token: 'some-secret-value' });
    expect(pushed?.args[0]).toBe('push');
  });

  test('and without BuildKit says who needs it', async () => {
    await mode('no-buildx');
    const result = await build({ secrets: 'token=some-secret-value', 'secret-build-args': 'A=other-secret' });
    expect(result.errors.join('\n')).toMatch(/no buildx, which secrets, secret-envs or secret-files needs/);
  });
});

describe('tag: auto', () => {
  const auto = async (inputs: Record<string, string> = {}): Promise<ActionResult> =>
    await build({ tag: 'auto', ...inputs });

  test('finds an unchanged tree with one look and without Docker', async () => {
    const first = await auto();
    expect(first.outputs['tag']).toMatch(/^content-[0-9a-f]{40}$/);
    const [before, dockerBefore] = [simulator.sim.calls.length, (await calls()).length];
    const again = await auto();
    expect(again.outputs).toMatchObject({
      tag: first.outputs['tag'],
      digest: first.outputs['digest'],
      'image-existed': 'true',
    });
    expect(await calls()).toHaveLength(dockerBefore);
    const asked = simulator.sim.calls.slice(before).map(({ operation }) => operation);
    expect(asked.filter((operation) => operation === 'BatchGetImage')).toHaveLength(1);
    expect(asked).not.toContain('GetAuthorizationToken');
  });

  test('builds what has changed, and says that .git is in the way', async () => {
    const first = await auto();
    await mkdir(join(workspace, '.git'));
    await writeFile(join(workspace, '.git/HEAD'), 'x');
    const other = await auto();
    expect(other.outputs['tag']).not.toBe(first.outputs['tag']);
    expect(other.stdout).toMatch(/::warning.*\.git is part of the context/);
    await writeFile(join(workspace, '.dockerignore'), '.git\n.dockerignore\n');
    expect((await auto()).outputs['tag']).toBe(first.outputs['tag']);
  });

  test('needs the files here', async () => {
    const result = await auto({ context: 'https://git.example/app.git' });
    expect(result.errors.join('\n')).toMatch(/tag: auto is derived from the files of the build/);
  });
});

describe('where an image comes from', () => {
  test('stands in labels and annotations, the user’s own words first', async () => {
    await build(
      { labels: 'org.opencontainers.image.source=https://example.com/me\nteam=web' },
      { SOURCE_DATE_EPOCH: '1700000000' },
    );
    const labels = await option('--label');
    expect(labels).toEqual([
      'org.opencontainers.image.revision=0123456789abcdef0123456789abcdef01234567',
      'org.opencontainers.image.source=https://example.com/me',
      'org.opencontainers.image.created=2023-11-14T22:13:20Z',
      'team=web',
    ]);
    expect(await option('--annotation')).toEqual(labels.slice(0, 3).map((label) => `manifest:${label}`));
    expect(await option('--output')).toEqual(['type=image,oci-mediatypes=true,rewrite-timestamp=true']);
  });

  test('a date that is none is refused', async () => {
    const result = await build({}, { SOURCE_DATE_EPOCH: 'yesterday' });
    expect(result.errors.join('\n')).toMatch(/SOURCE_DATE_EPOCH is "yesterday", not a number of seconds/);
  });
});

test('the build may read the registries of other accounts', async () => {
  const result = await build({ registries: '111122223333, 444455556666' });
  expect(result.errors).toEqual([]);
  const asked = simulator.sim.calls
    .filter(({ operation }) => operation === 'GetAuthorizationToken')
    .map(({ input }) => (input as { registryIds?: string[] }).registryIds);
  expect(asked).toEqual([['123456789012'], ['111122223333'], ['444455556666']]);
  const logins = (await calls()).filter(({ args }) => args[0] === 'login').map(({ args }) => args.at(-1));
  expect(logins).toEqual([
    new URL(simulator.url).host,
    '111122223333.dkr.ecr.us-east-1.amazonaws.com',
    '444455556666.dkr.ecr.us-east-1.amazonaws.com',
  ]);
});

test('an SSH agent that is not there is named', async () => {
  const result = await build({ ssh: 'default' });
  expect(result.errors.join('\n')).toMatch(/Input ssh: default needs an SSH agent/);
  const given = await build({ ssh: 'default=keys/id' });
  expect(given.errors).toEqual([]);
  expect(await option('--ssh')).toEqual(['default=keys/id']);
});
