import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { ActionResult, RunningAction } from '@cutover/runner/run-action';
import { startSimulator, type RunningSimulator } from '@cutover/simulator/start';
import { awsEnv, run, start } from './action.ts';
import { writeLayout } from './oci-layout.ts';

// Some tests run the action twice or thrice.
jest.setTimeout(180_000);

const COMMIT = '0123456789abcdef0123456789abcdef01234567';
const LAYERS = [Buffer.alloc(300_000, 'first'), Buffer.alloc(1000, 'second')];

let simulator: RunningSimulator;
let workspace: string;

beforeEach(async () => {
  simulator = await startSimulator({ timeScale: 100 });
  workspace = await mkdtemp(join(tmpdir(), 'cutover-build-'));
});

afterEach(async () => {
  await simulator.close();
  await rm(workspace, { recursive: true, force: true });
});

async function repository(mutability: 'MUTABLE' | 'IMMUTABLE' = 'IMMUTABLE'): Promise<string> {
  const { repository: created } = await simulator.sim.call<{ repository: { repositoryUri: string } }>(
    'ecr',
    'CreateRepository',
    { repositoryName: 'team/app', imageTagMutability: mutability },
  );
  return created.repositoryUri;
}

async function push(inputs: Record<string, string>, env: Record<string, string> = {}): Promise<ActionResult> {
  return await run('build-push-ecr', {
    workspace,
    inputs: { repository: 'team/app', ...inputs },
    env: { ...awsEnv(simulator.url), ...env },
  });
}

async function digestOf(tag: string): Promise<string | undefined> {
  const { images } = await simulator.sim.call<{ images: { imageId: { imageDigest: string } }[] }>(
    'ecr',
    'BatchGetImage',
    { repositoryName: 'team/app', imageIds: [{ imageTag: tag }] },
  );
  return images[0]?.imageId.imageDigest;
}

describe('an OCI layout', () => {
  test('is pushed without Docker, and proven', async () => {
    const uri = await repository();
    const made = await writeLayout(join(workspace, 'image'), LAYERS);
    const result = await push({ 'oci-layout': 'image', tags: 'latest' }, { PATH: '/nowhere' });
    expect(result.errors).toEqual([]);
    expect(result.exitCode).toBe(0);
    expect(result.outputs).toMatchObject({
      image: `${uri}@${made.digest}`,
      repository: 'team/app',
      registry: uri.split('/')[0],
      'aws-account-id': '123456789012',
      digest: made.digest,
      tag: COMMIT,
      tags: `${COMMIT},latest`,
      platforms: 'linux/amd64',
      'image-existed': 'false',
      imageid: made.config,
    });
    expect(JSON.parse(result.outputs['metadata'] ?? '')).toMatchObject({
      'containerimage.digest': made.digest,
    });
    expect([await digestOf(COMMIT), await digestOf('latest')]).toEqual([made.digest, made.digest]);
    expect(result.summary).toContain(made.digest);
  });

  test('is found when it is there already: nothing is sent, the digest is the same', async () => {
    await repository();
    const made = await writeLayout(join(workspace, 'image'), LAYERS);
    await push({ 'oci-layout': 'image' });
    const again = await push({ 'oci-layout': 'image', tags: 'stable' });
    expect(again.exitCode).toBe(0);
    expect(again.outputs).toMatchObject({
      digest: made.digest,
      'image-existed': 'true',
      outcome: 'unchanged',
    });
    expect(again.stdout).not.toContain('uploaded');
    expect(await digestOf('stable')).toBe(made.digest);
  });

  test('as a tar archive with two platforms becomes an index', async () => {
    await repository();
    const made = await writeLayout(join(workspace, 'image'), LAYERS, ['linux/amd64', 'linux/arm64']);
    execFileSync('tar', ['cf', join(workspace, 'image.tar'), '-C', join(workspace, 'image'), '.']);
    const result = await push({ 'oci-layout': 'image.tar', platforms: 'linux/arm64' });
    expect(result.exitCode).toBe(0);
    expect(result.outputs).toMatchObject({ digest: made.digest, platforms: 'linux/amd64,linux/arm64' });
    expect(result.outputs).not.toHaveProperty('imageid');
  });

  test('for another platform than was asked for fails, with the cause', async () => {
    await repository();
    await writeLayout(join(workspace, 'image'), LAYERS);
    const result = await push({ 'oci-layout': 'image', platforms: 'linux/arm64' });
    expect(result.exitCode).toBe(1);
    expect(result.errors.join('\n')).toMatch(/does not run on linux\/arm64/);
    expect(result.errors.join('\n')).toMatch(/runs on linux\/amd64/);
  });

  test.each<[string, (layout: string) => Promise<void>, RegExp]>([
    [
      'that is missing',
      async (layout) => await rm(layout, { recursive: true }),
      /there is nothing at this path/,
    ],
    ['without index.json', async (layout) => await rm(join(layout, 'index.json')), /has no index\.json/],
    [
      'whose index.json is no JSON',
      async (layout) => await writeFile(join(layout, 'index.json'), '{'),
      /index\.json can't be read: it is no JSON/,
    ],
    [
      'that is a named pipe',
      async (layout) => {
        await rm(layout, { recursive: true });
        execFileSync('mkfifo', [layout]);
      },
      /image" is no usable OCI layout: it is neither .*, but a named pipe/,
    ],
    [
      'that is a device',
      async (layout) => {
        await rm(layout, { recursive: true });
        await symlink('/dev/zero', layout);
      },
      /image" is no usable OCI layout: it is neither .*, but a device/,
    ],
    [
      'whose index.json is a named pipe',
      async (layout) => {
        await rm(join(layout, 'index.json'));
        execFileSync('mkfifo', [join(layout, 'index.json')]);
      },
      /index\.json is no regular file, but a named pipe/,
    ],
    [
      'whose index.json leads out of it',
      async (layout) => {
        await rm(join(layout, 'index.json'));
        await writeFile(join(workspace, '.env'), 'DB_PASSWORD=not-to-be-told');
        await symlink(join(workspace, '.env'), join(layout, 'index.json'));
      },
      /index\.json is a symbolic link that leads out of the layout \(a file of 26 bytes\)/,
    ],
  ])('%s is refused before any call', async (_, damage, message) => {
    await repository();
    await writeLayout(join(workspace, 'image'), LAYERS);
    await damage(join(workspace, 'image'));
    const before = simulator.sim.calls.length;
    const result = await push({ 'oci-layout': 'image' });
    expect(result.exitCode).toBe(1);
    expect(result.errors.join('\n')).toMatch(/Input oci-layout/);
    expect(result.errors.join('\n')).toMatch(message);
    expect(result.stdout).not.toContain('not-to-be-told');
    expect(simulator.sim.calls).toHaveLength(before);
  });

  test('with a damaged layer is refused, and no tag is set', async () => {
    await repository();
    const made = await writeLayout(join(workspace, 'image'), LAYERS);
    const layer = (made.layers[0] ?? '').replace('sha256:', '');
    await writeFile(join(workspace, 'image/blobs/sha256', layer), Buffer.alloc(300_000, 'other'));
    const result = await push({ 'oci-layout': 'image' });
    expect(result.exitCode).toBe(1);
    expect(result.errors.join('\n')).toMatch(/does not hold what its name says/);
    expect(await digestOf(COMMIT)).toBeUndefined();
  });
});

describe('the repository', () => {
  test('is created when asked for, with tags that stay', async () => {
    await writeLayout(join(workspace, 'image'), LAYERS);
    const result = await push({ 'oci-layout': 'image', 'create-repository': 'true' });
    expect(result.exitCode).toBe(0);
    const { repositories } = await simulator.sim.call<{ repositories: { imageTagMutability: string }[] }>(
      'ecr',
      'DescribeRepositories',
      { repositoryNames: ['team/app'] },
    );
    expect(repositories[0]?.imageTagMutability).toBe('IMMUTABLE_WITH_EXCLUSION');
  });

  test('that another job creates at the same moment is taken', async () => {
    await writeLayout(join(workspace, 'image'), LAYERS);
    // The repository comes to be, but the answer is lost, and the call is sent again.
    simulator.sim.faults.add({ service: 'ecr', operation: 'CreateRepository', reset: 'after' });
    const result = await push({ 'oci-layout': 'image', 'create-repository': 'true' });
    expect(result.errors).toEqual([]);
    expect(result.exitCode).toBe(0);
  });

  test('is named when it is missing', async () => {
    await writeLayout(join(workspace, 'image'), LAYERS);
    const result = await push({ 'oci-layout': 'image' });
    expect(result.exitCode).toBe(1);
    expect(result.errors.join('\n')).toMatch(/ECR has no repository team\/app in us-east-1/);
    expect(result.errors.join('\n')).toMatch(/create-repository: true/);
  });

  test('may be given as a URI; region is where it has to lie', async () => {
    const uri = await repository();
    await writeLayout(join(workspace, 'image'), LAYERS);
    expect((await push({ 'oci-layout': 'image', repository: uri })).exitCode).toBe(0);
    const far = '123456789012.dkr.ecr.eu-west-1.amazonaws.com/team/app';
    const result = await push({ 'oci-layout': 'image', repository: far, region: 'us-east-1' });
    expect(result.errors.join('\n')).toMatch(/lies in eu-west-1, but the step works in us-east-1/);
  });

  test('and the platform come from the stack', async () => {
    const uri = await repository();
    await writeLayout(join(workspace, 'image'), LAYERS, ['linux/arm64']);
    const output = (value: string): { Value: string } => ({ Value: value });
    await simulator.sim.call('cloudformation', 'CreateStack', {
      StackName: 'shop',
      TemplateBody: JSON.stringify({
        Resources: { Logs: { Type: 'AWS::Logs::LogGroup', Properties: { LogGroupName: '/shop' } } },
        Outputs: {
          ClusterName: output('shop'),
          ServiceName: output('web'),
          EcrRepositoryUri: output(uri),
          CpuArchitecture: output('X86_64'),
        },
      }),
    });
    await stackComplete('shop');
    const result = await push({ 'oci-layout': 'image', repository: '', stack: 'shop' });
    expect(result.exitCode).toBe(1);
    expect(result.errors.join('\n')).toMatch(/does not run on linux\/amd64/);
    expect(result.outputs).toMatchObject({ repository: 'team/app', platforms: 'linux/arm64' });
  });
});

describe('if-exists', () => {
  async function twice(
    mutability: 'MUTABLE' | 'IMMUTABLE',
    ifExists: string,
  ): Promise<[string, ActionResult, string]> {
    await repository(mutability);
    const first = await writeLayout(join(workspace, 'first'), LAYERS);
    const second = await writeLayout(join(workspace, 'second'), [Buffer.from('another layer')]);
    await push({ 'oci-layout': 'first', tag: 'v1' });
    return [
      first.digest,
      await push({ 'oci-layout': 'second', tag: 'v1', 'if-exists': ifExists }),
      second.digest,
    ];
  }

  test('reuse keeps what is there, and says that it is another image', async () => {
    const [first, result] = await twice('MUTABLE', 'reuse');
    expect(result.outputs).toMatchObject({ digest: first, 'image-existed': 'true' });
    expect(result.stdout).toMatch(/::warning.*the image in ECR is used/);
  });

  test('fail ends the job', async () => {
    const [first, result] = await twice('MUTABLE', 'fail');
    expect(result.exitCode).toBe(1);
    expect(result.errors.join('\n')).toContain(`has an image with tag v1 already: ${first}`);
  });

  test('overwrite moves the tag', async () => {
    const [, result, second] = await twice('MUTABLE', 'overwrite');
    expect(result.outputs).toMatchObject({ digest: second, 'image-existed': 'false' });
    expect(await digestOf('v1')).toBe(second);
  });

  test('overwrite of an immutable tag is refused before anything is sent', async () => {
    const [first, result] = await twice('IMMUTABLE', 'overwrite');
    expect(result.exitCode).toBe(1);
    expect(result.errors.join('\n')).toMatch(/tag can't be moved/);
    expect(await digestOf('v1')).toBe(first);
  });
});

test('a dry run writes nothing', async () => {
  await writeLayout(join(workspace, 'image'), LAYERS);
  await writeFile(join(workspace, 'Dockerfile'), 'FROM scratch\n');
  const inputs = { 'dry-run': 'true', 'create-repository': 'true' };
  const results = [
    await push({ ...inputs, 'oci-layout': 'image' }),
    await push({ ...inputs, 'build-args': 'A=1', target: 'x' }, { PATH: '/nowhere' }),
  ];
  for (const result of results) {
    expect(result.exitCode).toBe(0);
    expect(result.outputs).not.toHaveProperty('image');
    expect(result.summary).toContain('Dry run');
  }
  expect(results[1]?.summary).toContain('--build-arg A=1');
  const { repositories } = await simulator.sim.call<{ repositories: unknown[] }>(
    'ecr',
    'DescribeRepositories',
    {},
  );
  expect(repositories).toEqual([]);
});

interface Call {
  readonly pid: number;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly config: string;
  readonly mode: number;
  readonly beside: readonly string[];
  readonly secrets: Readonly<Record<string, string>>;
  readonly buildkit?: string;
}

describe('a build', () => {
  let notes: string;
  let env: Record<string, string>;

  beforeEach(async () => {
    notes = await mkdtemp(join(tmpdir(), 'cutover-docker-'));
    const script = fileURLToPath(new URL('fake-docker.mjs', import.meta.url));
    await mkdir(join(notes, 'bin'));
    await writeFile(join(notes, 'bin/docker'), `#!/bin/sh\nexec '${process.execPath}' '${script}' "$@"\n`);
    await chmod(join(notes, 'bin/docker'), 0o755);
    // What the job's user had set up before.
    await mkdir(join(notes, 'user/contexts'), { recursive: true });
    await writeFile(
      join(notes, 'user/config.json'),
      JSON.stringify({ auths: { 'registry.example': { auth: 'dXNlcjpwYXNz' } }, credsStore: 'desktop' }),
    );
    await writeFile(join(workspace, 'Dockerfile'), 'FROM scratch\nCOPY Dockerfile /\n');
    env = {
      FAKE_DOCKER: notes,
      DOCKER_CONFIG: join(notes, 'user'),
      PATH: [join(notes, 'bin'), process.env['PATH'] ?? ''].join(delimiter),
    };
    await repository();
  });

  afterEach(async () => {
    await rm(notes, { recursive: true, force: true });
  });

  const mode = async (name: string): Promise<void> => await writeFile(join(notes, 'mode'), name);
  const calls = async (): Promise<readonly Call[]> => {
    const text = await readFile(join(notes, 'calls'), 'utf8');
    return text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Call);
  };

  test('is pushed, proven, and leaves no login behind', async () => {
    const before = await readFile(join(notes, 'user/config.json'), 'utf8');
    const result = await push({ 'build-args': 'A=1', tags: 'latest' }, env);
    expect(result.errors).toEqual([]);
    expect(result.exitCode).toBe(0);
    expect(result.outputs['digest']).toBe(await digestOf('latest'));
    expect(result.outputs).toMatchObject({ tag: COMMIT, platforms: 'linux/amd64', 'image-existed': 'false' });
    const [login, version, build] = await calls();
    expect(login?.args.slice(0, 4)).toEqual(['login', '--username', 'AWS', '--password-stdin']);
    expect(version?.args).toEqual(['buildx', 'version']);
    expect(build?.args.slice(0, 3)).toEqual(['buildx', 'build', '--push']);
    expect(build?.mode).toBe(0o700);
    expect(build?.beside).toContain('contexts');
    expect(existsSync(build?.config ?? '')).toBe(false);
    expect(existsSync(join(notes, 'user/contexts'))).toBe(true);
    expect(await readFile(join(notes, 'user/config.json'), 'utf8')).toBe(before);
    expect(result.stdout).toContain('load build definition');
  });

  test('gets secrets by variable and file; none is in an argument, the log, the state or a report', async () => {
    await writeFile(join(workspace, 'key'), 'file-secret-value\n');
    const secret = 'input-secret-value';
    const result = await push(
      { secrets: `token=${secret}`, 'secret-files': 'key=key', 'secret-envs': 'npm=NPM_TOKEN' },
      { ...env, NPM_TOKEN: 'env-secret-value' },
    );
    expect(result.exitCode).toBe(0);
    const build = (await calls()).at(-1);
    expect(build?.secrets).toEqual({ token: secret, key: 'file-secret-value\n', npm: 'env-secret-value' });
    const report = await readFile(result.outputs['report'] ?? '', 'utf8').catch(() => '');
    const said = result.commands
      .filter(({ command }) => command !== 'add-mask')
      .map(({ message }) => message)
      .join('\n');
    for (const value of [secret, 'file-secret-value', 'env-secret-value']) {
      expect(JSON.stringify(build?.args)).not.toContain(value);
      expect([said, result.summary, report, JSON.stringify(result.state)].join('\n')).not.toContain(value);
    }
  });

  test('that is there already is not built', async () => {
    const first = await push({}, env);
    const before = (await calls()).length;
    const again = await push({}, env);
    expect(again.outputs).toMatchObject({ digest: first.outputs['digest'], 'image-existed': 'true' });
    expect(await calls()).toHaveLength(before);
  });

  test('that fails is explained', async () => {
    await mode('build-fails');
    const result = await push({ context: '.', file: 'Dockerfile' }, env);
    expect(result.exitCode).toBe(1);
    expect(result.errors.join('\n')).toMatch(/docker buildx build failed with exit code 1/);
    expect(result.errors.join('\n')).toMatch(/COPY or ADD/);
    expect(result.outputs).not.toHaveProperty('digest');
    expect(existsSync((await calls()).at(-1)?.config ?? '')).toBe(false);
  });

  test('that is overtaken by another run of the same commit takes its image', async () => {
    await mode('loses-race');
    const result = await push({}, env);
    expect(result.errors).toEqual([]);
    expect(result.outputs).toMatchObject({ digest: await digestOf(COMMIT), 'image-existed': 'true' });
    expect(result.stdout).toMatch(/::warning.*Another run pushed tag/);
  });

  test('for the wrong platform fails after the push, with the cause', async () => {
    const result = await push({ platforms: 'linux/arm64' }, { ...env, FAKE_ARCHITECTURE: 'amd64' });
    expect(result.exitCode).toBe(1);
    expect(result.errors.join('\n')).toMatch(/does not run on linux\/arm64/);
  });

  test('without buildx uses the classic builder, and says so', async () => {
    await mode('no-buildx');
    const result = await push({ pull: 'true', 'no-cache': 'true', network: 'none', labels: 'a=b' }, env);
    expect(result.errors).toEqual([]);
    expect(result.stdout).toMatch(/::warning.*has no buildx/);
    expect(result.outputs['digest']).toBe(await digestOf(COMMIT));
    const all = await calls();
    expect(all.map(({ args }) => args[0])).toEqual(['login', 'buildx', 'version', 'build', 'push']);
    expect(all.at(-1)?.buildkit).toBe('0');
  });

  test('that needs buildx says which input does', async () => {
    await mode('no-buildx');
    const result = await push(
      {
        'cache-from': 'type=gha',
        'cache-to': 'type=gha',
        provenance: 'true',
        sbom: 'true',
        builder: 'big',
        'build-contexts': 'a=b',
      },
      env,
    );
    expect(result.exitCode).toBe(1);
    expect(result.errors.join('\n')).toMatch(
      /no buildx, which build-contexts, cache or cache-from, cache or cache-to, provenance, sbom, builder need/,
    );
  });

  test('on a runner without Docker names the way out', async () => {
    const result = await push({}, { ...env, PATH: '/nowhere' });
    expect(result.exitCode).toBe(1);
    expect(result.errors.join('\n')).toMatch(/no command docker/);
    expect(result.errors.join('\n')).toMatch(/oci-layout/);
  });

  test.each<[string, Record<string, string>, RegExp]>([
    [
      'a missing Dockerfile',
      { file: 'docker/Dockerfile' },
      /Input file: there is no file "docker\/Dockerfile"/,
    ],
    ['a missing context', { context: 'web' }, /Input context: there is no folder "web"/],
    ['a file for a context', { context: 'Dockerfile' }, /Input context: "Dockerfile" is a file/],
    [
      'a missing secret file',
      { 'secret-files': 'key=nowhere' },
      /Input secret-files: there is no file "nowhere"/,
    ],
    ['a missing variable', { 'secret-envs': 'key=NOT_SET_HERE' }, /no environment variable NOT_SET_HERE/],
  ])('with %s is refused before any call', async (_, inputs, message) => {
    const before = simulator.sim.calls.length;
    const result = await push(inputs, env);
    expect(result.exitCode).toBe(1);
    expect(result.errors.join('\n')).toMatch(message);
    expect(simulator.sim.calls).toHaveLength(before);
  });

  async function startHanging(): Promise<{ running: RunningAction; call: Call }> {
    await mode('hangs');
    let hangs = (): void => undefined;
    const hanging = new Promise<void>((resolve) => {
      hangs = resolve;
    });
    const running = await start('build-push-ecr', {
      workspace,
      inputs: { repository: 'team/app' },
      env: { ...awsEnv(simulator.url), ...env },
      onLine: (line) => {
        if (line.includes('RUN sleep infinity')) hangs();
      },
    });
    await Promise.race([hanging, running.done]);
    const call = (await calls()).at(-1);
    if (call === undefined) throw new Error('docker was not called');
    return { running, call };
  }

  test('that is cancelled stops Docker and removes the login', async () => {
    const { running, call } = await startHanging();
    expect(existsSync(call.config)).toBe(true);
    running.process.kill('SIGINT');
    const result = await running.done;
    expect(result.exitCode).toBe(1);
    expect(result.outputs).toMatchObject({ outcome: 'cancelled' });
    expect(await readFile(join(notes, 'terminated'), 'utf8')).toBe('SIGTERM');
    expect(existsSync(call.config)).toBe(false);
    expect(await digestOf(COMMIT)).toBeUndefined();
  });

  test('that is killed leaves a login, which post removes', async () => {
    const { running, call } = await startHanging();
    running.process.kill('SIGKILL');
    // Docker outlives the step here; the runner's clean-up of orphans ends it.
    process.kill(call.pid, 'SIGKILL');
    const result = await running.done;
    expect(existsSync(call.config)).toBe(true);
    const after = await result.post();
    expect(after?.exitCode).toBe(0);
    expect(existsSync(call.config)).toBe(false);
    expect(existsSync(join(notes, 'user/contexts'))).toBe(true);
  });
});

/** Environment by which a real engine answers; undefined when there is none. */
function engine(): Record<string, string> | undefined {
  const env = {
    PATH: process.env['PATH'] ?? '',
    DOCKER_CONFIG: process.env['DOCKER_CONFIG'] ?? join(homedir(), '.docker'),
    ...(process.env['DOCKER_HOST'] === undefined ? {} : { DOCKER_HOST: process.env['DOCKER_HOST'] }),
  };
  try {
    execFileSync('docker', ['version', '--format', '{{.Server.Version}}'], { env, stdio: 'ignore' });
    return env;
  } catch {
    return undefined;
  }
}

const docker = engine();
const withDocker = docker === undefined ? describe.skip : describe;

withDocker('a real Docker engine', () => {
  test('builds stages from scratch, pushes them, and finds them again', async () => {
    const uri = await repository();
    await writeFile(
      join(workspace, 'Dockerfile'),
      'FROM scratch AS files\nARG NAME\nCOPY hello /from/\nFROM scratch AS release\nCOPY --from=files /from/ /to/\nLABEL name=$NAME\nCMD ["/to/hello"]\n',
    );
    await writeFile(join(workspace, 'hello'), 'hello\n');
    const inputs = { target: 'release', labels: 'team=web', tags: 'latest', 'no-cache': 'true' };
    const result = await push(inputs, docker);
    expect(result.errors).toEqual([]);
    expect(result.exitCode).toBe(0);
    expect(result.outputs).toMatchObject({ platforms: 'linux/amd64', 'image-existed': 'false' });
    expect(result.outputs['image']).toBe(`${uri}@${await digestOf('latest')}`);
    const again = await push(inputs, docker);
    expect(again.outputs).toMatchObject({ digest: result.outputs['digest'], 'image-existed': 'true' });
  });

  test('whose build fails is explained', async () => {
    await repository();
    await writeFile(join(workspace, 'Dockerfile'), 'FROM scratch\nCOPY missing /\n');
    const result = await push({}, docker);
    expect(result.exitCode).toBe(1);
    expect(result.errors.join('\n')).toMatch(/failed with exit code 1/);
    expect(result.errors.join('\n')).toMatch(
      /A COPY or ADD names \/missing; the path is outside the context/,
    );
    expect(await digestOf(COMMIT)).toBeUndefined();
  });
});

async function stackComplete(name: string): Promise<void> {
  const deadline = Date.now() + 20_000;
  for (;;) {
    const { Stacks: stacks } = await simulator.sim.call<{ Stacks: { StackStatus: string }[] }>(
      'cloudformation',
      'DescribeStacks',
      { StackName: name },
    );
    if (stacks[0]?.StackStatus === 'CREATE_COMPLETE') return;
    if (Date.now() > deadline) throw new Error(`stack ${name} is ${stacks[0]?.StackStatus ?? 'gone'}`);
    await new Promise((resolve) => {
      setTimeout(resolve, 50);
    });
  }
}
