import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { ActionResult } from '@cutover/runner/run-action';
import { startSimulator, type RunningSimulator } from '@cutover/simulator/start';
import { awsEnv, run, start } from '../bundles/action.ts';
import { Builder, buildkitd } from './buildkit.ts';
import { engine } from './engine.ts';

jest.setTimeout(400_000);

const SECRET = 'correct-horse-battery-staple';

let simulator: RunningSimulator;
let workspace: string;
let program: string;

beforeAll(async () => {
  program = join(await mkdtemp(join(tmpdir(), 'cutover-probe-')), 'probe');
  if (engine === undefined) return;
  execFileSync(engine.go, ['build', '-ldflags', '-s -w', '-o', program, '.'], {
    cwd: fileURLToPath(new URL('probe', import.meta.url)),
    env: { ...process.env, CGO_ENABLED: '0', GOOS: 'linux', GOWORK: 'off' },
  });
});

afterAll(async () => {
  await rm(dirname(program), { recursive: true, force: true });
});

beforeEach(async () => {
  simulator = await startSimulator({ timeScale: 100 });
  workspace = await mkdtemp(join(tmpdir(), 'cutover-build-'));
  await simulator.sim.call('ecr', 'CreateRepository', {
    repositoryName: 'team/app',
    imageTagMutability: 'IMMUTABLE_WITH_EXCLUSION',
    imageTagMutabilityExclusionFilters: [{ filterType: 'WILDCARD', filter: 'cache*' }],
    imageScanningConfiguration: { scanOnPush: true },
  });
});

afterEach(async () => {
  await simulator.close();
  await rm(workspace, { recursive: true, force: true });
});

async function put(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(workspace, path)), { recursive: true });
  await writeFile(join(workspace, path), text);
}

/** The Dockerfile, with the program beside it. */
async function dockerfile(...lines: readonly string[]): Promise<void> {
  await put('Dockerfile', `${lines.join('\n')}\n`);
  await copyFile(program, join(workspace, 'probe'));
}

function dockerEnv(config?: string): Record<string, string> {
  return {
    PATH: process.env['PATH'] ?? '',
    DOCKER_CONFIG: config ?? process.env['DOCKER_CONFIG'] ?? join(homedir(), '.docker'),
    ...(process.env['DOCKER_HOST'] === undefined ? {} : { DOCKER_HOST: process.env['DOCKER_HOST'] }),
  };
}

async function build(
  inputs: Record<string, string>,
  { config, env = {} }: { readonly config?: string; readonly env?: Record<string, string> } = {},
): Promise<ActionResult> {
  return await run('build-push-ecr', {
    workspace,
    inputs: { repository: 'team/app', tag: 'v1', ...inputs },
    env: { ...awsEnv(simulator.url), ...dockerEnv(config), ...env },
  });
}

interface Manifest {
  readonly mediaType: string;
  readonly annotations?: Record<string, string>;
  readonly config?: { readonly digest: string };
  readonly layers?: readonly { readonly digest: string; readonly mediaType: string }[];
  readonly manifests?: readonly {
    readonly digest: string;
    readonly platform?: { readonly architecture: string };
  }[];
}

async function manifest(id: { imageTag: string } | { imageDigest: string }): Promise<Manifest> {
  const { images } = await simulator.sim.call<{ images: { imageManifest: string }[] }>(
    'ecr',
    'BatchGetImage',
    {
      repositoryName: 'team/app',
      imageIds: [id],
    },
  );
  return JSON.parse(images[0]?.imageManifest ?? '{}') as Manifest;
}

async function blob(layerDigest: string): Promise<Buffer> {
  const { downloadUrl } = await simulator.sim.call<{ downloadUrl: string }>('ecr', 'GetDownloadUrlForLayer', {
    repositoryName: 'team/app',
    layerDigest,
  });
  const bytes = Buffer.from(await (await fetch(new URL(downloadUrl, simulator.url))).arrayBuffer());
  return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
}

/** Everything that an image is made of, unpacked, as one text. */
async function contents(id: { imageTag: string } | { imageDigest: string }): Promise<string> {
  const found = await manifest(id);
  const children = await Promise.all(
    (found.manifests ?? []).map(async ({ digest }) => await contents({ imageDigest: digest })),
  );
  const digests = [found.config, ...(found.layers ?? [])].flatMap((one) => one?.digest ?? []);
  const blobs = await Promise.all(digests.map(async (digest) => (await blob(digest)).toString('latin1')));
  return [JSON.stringify(found), ...children, ...blobs].join('\n');
}

async function tags(): Promise<readonly string[]> {
  const { imageIds } = await simulator.sim.call<{ imageIds: { imageTag?: string }[] }>('ecr', 'ListImages', {
    repositoryName: 'team/app',
  });
  return imageIds.flatMap(({ imageTag }) => imageTag ?? []).toSorted((a, b) => (a < b ? -1 : 1));
}

/** All that anyone could read of a run, but for the lines by which the runner learns what to hide. */
async function said(result: ActionResult): Promise<string> {
  return [
    ...result.stdout.split('\n').filter((line) => !line.startsWith('::add-mask::')),
    result.stderr,
    result.summary,
    JSON.stringify([result.outputs, result.state]),
    await readFile(result.outputs['report'] ?? '', 'utf8').catch(() => ''),
  ].join('\n');
}

function exportsCaches(): boolean {
  if (engine === undefined) return false;
  const env = { ...process.env, ...dockerEnv() };
  const status = execFileSync(engine.cli, ['info', '--format', '{{json .DriverStatus}}'], { env });
  return status.includes('io.containerd.snapshotter');
}

const withEngine = engine === undefined ? describe.skip : describe;

withEngine('with Docker’s default builder', () => {
  test('stages and a secret that is in neither image nor log; a second run finds the image', async () => {
    await dockerfile(
      'FROM scratch AS build',
      'COPY probe /probe',
      'RUN --mount=type=secret,id=token ["/probe", "secret", "token"]',
      'FROM scratch',
      'ARG COLOR',
      'COPY --from=build /seen /seen',
      'LABEL color=$COLOR',
      'CMD ["/seen"]',
    );
    const inputs = {
      secrets: `token=${SECRET}`,
      'secret-build-args': 'COLOR=some-hidden-color',
      // An engine that has built this before would not run it again.
      'no-cache': 'true',
    };
    const result = await build(inputs, { env: { RUNNER_DEBUG: '1' } });
    expect(result.errors).toEqual([]);
    expect(result.exitCode).toBe(0);
    const image = await contents({ imageTag: 'v1' });
    // Megabytes that no message should hold.
    expect(image.includes(createHash('sha256').update(SECRET).digest('hex'))).toBe(true);
    expect(image.includes(SECRET)).toBe(false);
    const log = await said(result);
    expect(log).toContain('the secret is ***');
    expect(log).not.toContain(SECRET);
    expect(log).not.toContain('some-hidden-color');
    expect(result.summary).toMatch(/Layers/);

    const again = await build(inputs);
    expect(again.outputs).toMatchObject({ digest: result.outputs['digest'], 'image-existed': 'true' });
    expect(again.stdout).not.toContain('buildx build');
  });

  test('a cancelled build leaves no login and no tag', async () => {
    await dockerfile('FROM scratch', 'COPY probe /probe', 'RUN ["/probe", "wait"]');
    let waits = (): void => undefined;
    const waiting = new Promise<void>((resolve) => (waits = resolve));
    const running = await start('build-push-ecr', {
      workspace,
      inputs: { repository: 'team/app', tag: 'v1', tags: 'other', 'no-cache': 'true' },
      env: { ...awsEnv(simulator.url), ...dockerEnv() },
      onLine: (line) => {
        if (/\bwaiting$/.test(line)) waits();
      },
    });
    await Promise.race([waiting, running.done]);
    running.process.kill('SIGINT');
    const result = await running.done;
    expect(result.exitCode).toBe(1);
    expect(result.outputs).toMatchObject({ outcome: 'cancelled' });
    const config = result.state['docker-config'] ?? '';
    expect(config).not.toBe('');
    expect(existsSync(config)).toBe(false);
    expect(await tags()).toEqual([]);
  });

  test('what is in the context and what is not, as tag: auto sees it and as Docker copies it', async () => {
    const files = [
      'a.md',
      'README.md',
      'src/a.ts',
      'src/b.log',
      'out/x',
      'out/keep',
      'web/out/y',
      'web/a.md',
    ];
    await put(
      '.dockerignore',
      '*.md\n!README.md\n**/*.log\nout\n!out/keep\nprobe\nDockerfile\n.dockerignore\n',
    );
    for (const file of files) await put(file, `content of ${file}`);
    await dockerfile('FROM scratch', 'COPY . /');
    const first = await build({ tag: 'auto' });
    expect(first.errors).toEqual([]);
    const tag = first.outputs['tag'] ?? '';
    const image = await contents({ imageTag: tag });
    for (const file of files) {
      await put(file, 'something else');
      const changed = await build({ tag: 'auto', 'dry-run': 'true' });
      const other = !changed.summary.includes(tag);
      expect([file, other]).toEqual([file, image.includes(`content of ${file}`)]);
      await put(file, `content of ${file}`);
    }
  });

  const failures: readonly [string, string, readonly string[], Record<string, string>, RegExp][] = [
    [
      'build-run-step-failed',
      'a command that fails',
      ['FROM scratch', 'COPY probe /probe', 'RUN ["/probe", "fail", "no such luck"]'],
      {},
      /The command .*probe.* failed\. The cause is in the lines just above/,
    ],
    [
      'build-node-heap-oom',
      'a command that runs out of memory',
      [
        'FROM scratch',
        'COPY probe /probe',
        'RUN ["/probe", "fail", "FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory"]',
      ],
      {},
      /heap limit was reached/,
    ],
    [
      'build-copy-source-missing',
      'a file that is not there',
      ['FROM scratch', 'COPY missing /'],
      {},
      /A COPY or ADD names \/missing; the path is outside the context/,
    ],
    [
      'buildx-cache-export-unsupported',
      'a cache that this builder can’t export',
      ['FROM scratch', 'COPY probe /'],
      { cache: 'ecr', builder: 'default' },
      /beyond Docker's default build driver/,
    ],
    [
      'base-image-not-found',
      'a base image that is not there',
      ['FROM HOST/team/app:none', 'COPY probe /'],
      {},
      /The image .*team\/app:none does not exist under that name/,
    ],
    [
      'ecr-repository-not-found',
      'a base image of a repository that is not there',
      ['FROM HOST/team/none:v1', 'COPY probe /'],
      {},
      /ECR repository team\/none has not been created|The image .*team\/none:v1 does not exist under that name/,
    ],
  ];

  // An engine that keeps its images in containerd can export caches.
  const able = exportsCaches() ? 'buildx-cache-export-unsupported' : '';
  test.each(failures.filter(([id]) => id !== able))(
    '%s: %s is explained',
    async (_id, _, lines, inputs, cause) => {
      await dockerfile(...lines.map((line) => line.replace('HOST', new URL(simulator.url).host)));
      const result = await build({ ...inputs, 'no-cache': 'true' });
      expect(result.exitCode).toBe(1);
      expect(result.errors.join('\n')).toMatch(cause);
      expect(result.outputs).not.toHaveProperty('digest');
      expect(await tags()).toEqual([]);
    },
  );
});

const withBuilder = engine === undefined || buildkitd === undefined ? describe.skip : describe;

withBuilder('with a builder of one’s own', () => {
  let builder: Builder;

  beforeAll(async () => {
    builder = await Builder.open();
  });

  afterAll(async () => {
    await builder.close();
  });

  async function on(inputs: Record<string, string>, env: Record<string, string> = {}): Promise<ActionResult> {
    return await build({ builder: builder.name, ...inputs }, { config: builder.config, env });
  }

  test('two platforms become one index, and the plain image of one platform is none', async () => {
    await dockerfile('FROM scratch', 'ARG TARGETARCH', 'COPY files/$TARGETARCH /file');
    await put('files/amd64', 'for amd64');
    await put('files/arm64', 'for arm64');
    const result = await on({ platforms: 'linux/amd64,linux/arm64' });
    expect(result.errors).toEqual([]);
    expect(result.outputs).toMatchObject({ platforms: 'linux/amd64,linux/arm64' });
    expect(result.outputs).not.toHaveProperty('imageid');
    const index = await manifest({ imageTag: 'v1' });
    expect(index.manifests?.map(({ platform }) => platform?.architecture)).toEqual(['amd64', 'arm64']);
    for (const { digest, platform } of index.manifests ?? [])
      expect((await contents({ imageDigest: digest })).includes(`for ${platform?.architecture ?? ''}`)).toBe(
        true,
      );
    expect(result.summary).toContain('linux/arm64');

    const single = await on({ tag: 'v2' });
    expect((await manifest({ imageTag: 'v2' })).mediaType).toBe('application/vnd.oci.image.manifest.v1+json');
    expect(single.outputs['imageid']).toMatch(/^sha256:/);
  });

  test('the second run takes its layers from the cache in ECR', async () => {
    await dockerfile('FROM scratch', 'COPY probe /probe', 'RUN ["/probe", "write", "/made", "once"]');
    const first = await on({ cache: 'ecr' });
    expect(first.errors).toEqual([]);
    expect(await tags()).toEqual(['cache', 'v1']);
    // ECR refuses a cache that is an index.
    expect((await manifest({ imageTag: 'cache' })).mediaType).toBe(
      'application/vnd.oci.image.manifest.v1+json',
    );
    await builder.forget();
    const second = await on({ cache: 'ecr', tag: 'v2' });
    expect(second.errors).toEqual([]);
    expect(second.stdout).toContain('CACHED');
    expect(second.summary).toMatch(/From the cache.*2 of 2 steps/);
    const layers = async (imageTag: string) =>
      (await manifest({ imageTag })).layers?.map(({ digest }) => digest);
    expect(await layers('v2')).toEqual(await layers('v1'));
  });

  test('a folder keeps a cache too', async () => {
    await dockerfile('FROM scratch', 'COPY probe /probe', 'RUN ["/probe", "write", "/made", "local"]');
    await put('.dockerignore', '.cache\n');
    expect((await on({ cache: 'local=.cache' })).errors).toEqual([]);
    await builder.forget();
    const second = await on({ cache: 'local=.cache', tag: 'v2' });
    expect(second.errors).toEqual([]);
    expect(second.summary).toMatch(/From the cache.*2 of 2 steps/);
  });

  test('with SOURCE_DATE_EPOCH the same files make the same image, which says where it comes from', async () => {
    await dockerfile('FROM scratch', 'COPY probe /probe', 'RUN ["/probe", "write", "/made", "reproducibly"]');
    const env = { SOURCE_DATE_EPOCH: '1700000000' };
    const digests: (string | undefined)[] = [];
    for (const tag of ['v1', 'v2']) {
      await builder.forget();
      const result = await on({ tag, 'no-cache': 'true' }, env);
      expect(result.errors).toEqual([]);
      digests.push(result.outputs['digest']);
    }
    expect(digests[0]).toMatch(/^sha256:/);
    expect(digests[1]).toBe(digests[0]);
    const { annotations } = await manifest({ imageTag: 'v1' });
    expect(annotations).toEqual({
      'org.opencontainers.image.revision': '0123456789abcdef0123456789abcdef01234567',
      'org.opencontainers.image.source': 'https://github.com/octo/shop',
      'org.opencontainers.image.created': '2023-11-14T22:13:20Z',
    });
  });

  test('an attestation is no platform, and tells no secret argument', async () => {
    await dockerfile('FROM scratch', 'ARG PASSWORD', 'COPY probe /probe');
    const result = await on({ provenance: 'mode=min', 'secret-build-args': `PASSWORD=${SECRET}` });
    expect(result.errors).toEqual([]);
    expect(result.outputs).toMatchObject({ platforms: 'linux/amd64' });
    const { manifests = [] } = await manifest({ imageTag: 'v1' });
    expect(manifests).toHaveLength(2);
    const attestation = await contents({ imageDigest: manifests[1]?.digest ?? '' });
    expect(attestation).toContain('in-toto');
    expect(attestation).not.toContain(SECRET);
    expect(await said(result)).not.toContain(SECRET);
  });

  test('base-image-platform-missing: a base image without the platform is explained', async () => {
    await dockerfile('FROM scratch', 'COPY probe /probe');
    await put('other/Dockerfile', `FROM ${new URL(simulator.url).host}/team/app:v1\nCOPY Dockerfile /\n`);
    // An index, which says what it runs on.
    expect((await on({ provenance: 'mode=min' })).errors).toEqual([]);
    const result = await on({ context: 'other', platforms: 'linux/arm64', tag: 'v2' });
    expect(result.exitCode).toBe(1);
    expect(result.errors.join('\n')).toMatch(/not published for the requested CPU architecture/);
  });

  test('a cancelled push leaves no tag', async () => {
    await dockerfile('FROM scratch', 'COPY probe /probe', 'RUN ["/probe", "wait"]');
    let waits = (): void => undefined;
    const waiting = new Promise<void>((resolve) => (waits = resolve));
    const running = await start('build-push-ecr', {
      workspace,
      inputs: { repository: 'team/app', tag: 'v1', builder: builder.name, 'no-cache': 'true', cache: 'ecr' },
      env: { ...awsEnv(simulator.url), ...dockerEnv(builder.config) },
      onLine: (line) => {
        if (/\bwaiting$/.test(line)) waits();
      },
    });
    await Promise.race([waiting, running.done]);
    running.process.kill('SIGINT');
    const result = await running.done;
    expect(result.outputs).toMatchObject({ outcome: 'cancelled' });
    expect(existsSync(result.state['docker-config'] ?? '')).toBe(false);
    expect(await tags()).toEqual([]);
  });
});
