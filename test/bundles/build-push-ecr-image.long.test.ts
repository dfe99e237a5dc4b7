import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { ActionResult } from '@cutover/runner/run-action';
import { startSimulator, type RunningSimulator } from '@cutover/simulator/start';
import { awsEnv, run } from './action.ts';
import { writeLayout, type Made } from './oci-layout.ts';

// Some tests run the action several times.
jest.setTimeout(400_000);

const LAYERS = [Buffer.alloc(300_000, 'first'), Buffer.alloc(1000, 'second')];

let simulator: RunningSimulator;
let workspace: string;

beforeEach(async () => {
  simulator = await startSimulator({ timeScale: 1000 });
  workspace = await mkdtemp(join(tmpdir(), 'cutover-image-'));
});

afterEach(async () => {
  await simulator.close();
  await rm(workspace, { recursive: true, force: true });
});

async function create(settings: object = {}): Promise<void> {
  await simulator.sim.call('ecr', 'CreateRepository', {
    repositoryName: 'team/app',
    imageTagMutability: 'IMMUTABLE_WITH_EXCLUSION',
    imageTagMutabilityExclusionFilters: [
      { filterType: 'WILDCARD', filter: 'live-*' },
      { filterType: 'WILDCARD', filter: 'previous-*' },
    ],
    ...settings,
  });
}

async function push(inputs: Record<string, string>): Promise<ActionResult> {
  return await run('build-push-ecr', {
    workspace,
    inputs: { repository: 'team/app', ...inputs },
    env: awsEnv(simulator.url),
  });
}

async function layout(name = 'image', platforms?: readonly string[]): Promise<Made> {
  return await writeLayout(join(workspace, name), [...LAYERS, Buffer.from(name)], platforms);
}

async function put(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(workspace, path)), { recursive: true });
  await writeFile(join(workspace, path), text);
}

async function tags(): Promise<Record<string, string>> {
  const { imageIds } = await simulator.sim.call<{ imageIds: { imageTag?: string; imageDigest: string }[] }>(
    'ecr',
    'ListImages',
    { repositoryName: 'team/app' },
  );
  return Object.fromEntries(imageIds.map(({ imageTag = '', imageDigest }) => [imageTag, imageDigest]));
}

/** What the scan of an image finds, or how it ends. */
async function scan(digest: string, finds: object): Promise<void> {
  const response = await fetch(`${simulator.url}/_simulator/findings`, {
    method: 'POST',
    body: JSON.stringify({ repository: 'team/app', digest, ...finds }),
  });
  expect(response.status).toBe(200);
}

const CRITICAL = {
  name: 'CVE-2026-0001',
  severity: 'CRITICAL',
  uri: 'https://cve.example/CVE-2026-0001',
  attributes: [
    { key: 'package_name', value: 'openssl' },
    { key: 'package_version', value: '3.0.1' },
    { key: 'fixed_in_version', value: '3.0.9' },
  ],
};
const LOW = { name: 'CVE-2026-0002', severity: 'LOW', attributes: [] };

describe('the gate', () => {
  /** Pushes, tells what the scan finds, and asks the gate in a second run, which finds the image. */
  async function gated(
    finds: object,
    inputs: Record<string, string> = {},
  ): Promise<{ result: ActionResult; digest: string }> {
    const { digest } = await layout();
    await push({ 'oci-layout': 'image', tag: 'v1' });
    await scan(digest, finds);
    const result = await push({
      'oci-layout': 'image',
      tag: 'v1',
      'fail-on-severity': 'high',
      ...inputs,
    });
    return { result, digest };
  }

  test('lets an image pass without findings that bad, and lists the others', async () => {
    await create({ imageScanningConfiguration: { scanOnPush: true } });
    const { result } = await gated({ findings: [LOW] });
    expect(result.errors).toEqual([]);
    expect(result.exitCode).toBe(0);
    expect(result.summary).toContain('none of severity high or worse');
    expect(result.summary).toContain('CVE-2026-0002');
  });

  test('stops one with worse findings, and names package and fix', async () => {
    await create({ imageScanningConfiguration: { scanOnPush: true } });
    const { result, digest } = await gated({ findings: [LOW, CRITICAL] });
    expect(result.exitCode).toBe(1);
    expect(result.errors.join('\n')).toMatch(/vulnerabilities of severity high or worse \(1\)/);
    expect(result.errors.join('\n')).toContain('CVE-2026-0001 (critical) in openssl 3.0.1, fixed in 3.0.9');
    expect(result.summary).toMatch(/CVE-2026-0001.*critical.*openssl 3\.0\.1.*3\.0\.9/s);
    expect(result.summary).not.toContain('CVE-2026-0002');
    expect(result.outputs).toMatchObject({ digest, outcome: 'failed' });
  });

  test('understands enhanced scanning, which ends in another status', async () => {
    await simulator.sim.call('ecr', 'PutRegistryScanningConfiguration', {
      scanType: 'ENHANCED',
      rules: [
        {
          scanFrequency: 'CONTINUOUS_SCAN',
          repositoryFilters: [{ filter: '*', filterType: 'WILDCARD' }],
        },
      ],
    });
    await create();
    const { result } = await gated({ findings: [CRITICAL] }, { 'fail-on-severity': 'critical' });
    expect(result.exitCode).toBe(1);
    expect(result.summary).toMatch(/CVE-2026-0001.*critical.*openssl 3\.0\.1.*3\.0\.9/s);
  });

  test('asks for a scan where a push starts none', async () => {
    await create({ imageScanningConfiguration: { scanOnPush: false } });
    const { result } = await gated({ findings: [CRITICAL] });
    expect(result.errors.join('\n')).toMatch(/vulnerabilities of severity high or worse/);
  });

  test('says that scanning is not enabled', async () => {
    await simulator.sim.call('ecr', 'PutRegistryScanningConfiguration', { scanType: 'ENHANCED', rules: [] });
    await create();
    const { result } = await gated({ findings: [] });
    expect(result.exitCode).toBe(1);
    expect(result.errors.join('\n')).toMatch(
      /Input fail-on-severity: scanning is not enabled for repository team\/app/,
    );
  });

  test.each([
    ['UNSUPPORTED_IMAGE', /ECR can’t scan this image/],
    ['FAILED', /came to no result/],
  ])('lets no image pass whose scan ends in %s', async (status, message) => {
    await create({ imageScanningConfiguration: { scanOnPush: true } });
    const { result } = await gated({ status });
    expect(result.exitCode).toBe(1);
    expect(result.errors.join('\n')).toMatch(message);
  });

  test('waits no longer than it may', async () => {
    await create({ imageScanningConfiguration: { scanOnPush: true } });
    simulator.sim.faults.add({
      service: 'ecr',
      operation: 'DescribeImageScanFindings',
      error: { code: 'ScanNotFoundException' },
      times: 'always',
    });
    const { result } = await gated({ findings: [] }, { 'scan-timeout-minutes': '0' });
    expect(result.exitCode).toBe(1);
    expect(result.outputs).toMatchObject({ outcome: 'timed-out' });
    expect(result.errors.join('\n')).toMatch(/no scan findings/);
  });

  test('looks at every image of an index', async () => {
    await create({ imageScanningConfiguration: { scanOnPush: true } });
    await layout('image', ['linux/amd64', 'linux/arm64']);
    await push({ 'oci-layout': 'image', tag: 'v1' });
    const { images } = await simulator.sim.call<{ images: { imageManifest: string }[] }>(
      'ecr',
      'BatchGetImage',
      { repositoryName: 'team/app', imageIds: [{ imageTag: 'v1' }] },
    );
    const { manifests } = JSON.parse(images[0]?.imageManifest ?? '') as { manifests: { digest: string }[] };
    await scan(manifests[1]?.digest ?? '', { findings: [CRITICAL] });
    const result = await push({ 'oci-layout': 'image', tag: 'v1', 'fail-on-severity': 'high' });
    expect(result.exitCode).toBe(1);
    expect(result.summary).toContain('CVE-2026-0001');
  });
});

describe('an image that is in ECR already', () => {
  test('is proven, tagged and protected by its digest, and the one before is kept', async () => {
    await create();
    const [one, two] = [await layout('one'), await layout('two')];
    await push({ 'oci-layout': 'one', tag: 'v1' });
    await push({ 'oci-layout': 'two', tag: 'v2' });
    const first = await push({ digest: one.digest, protect: 'live-web', tags: 'tested' });
    expect(first.errors).toEqual([]);
    expect(first.outputs).toMatchObject({
      digest: one.digest,
      tags: 'tested',
      platforms: 'linux/amd64',
      'image-existed': 'true',
      outcome: 'succeeded',
    });
    expect(first.outputs).not.toHaveProperty('tag');
    await push({ digest: two.digest, protect: 'live-web' });
    expect(await tags()).toMatchObject({
      'live-web': two.digest,
      'previous-web': one.digest,
      tested: one.digest,
    });
    const again = await push({ digest: two.digest, protect: 'live-web' });
    expect(again.outputs).toMatchObject({ outcome: 'unchanged' });
    expect(await tags()).toMatchObject({ 'live-web': two.digest, 'previous-web': one.digest });
  });

  test('survives the rules of expiry of a repository that was created here', async () => {
    const { digest } = await layout('one');
    await push({ 'oci-layout': 'one', tag: 'v1', 'create-repository': 'true' });
    await push({ digest, protect: 'live-web' });
    const { lifecyclePolicyText } = await simulator.sim.call<{ lifecyclePolicyText: string }>(
      'ecr',
      'GetLifecyclePolicy',
      { repositoryName: 'team/app' },
    );
    const { rules } = JSON.parse(lifecyclePolicyText) as {
      rules: { selection: { tagPatternList?: string[] } }[];
    };
    expect(rules.map(({ selection }) => selection.tagPatternList?.[0])).toEqual([
      'live-*',
      'previous-*',
      '*',
      undefined,
    ]);
    const { repositories } = await simulator.sim.call<{ repositories: object[] }>(
      'ecr',
      'DescribeRepositories',
      {
        repositoryNames: ['team/app'],
      },
    );
    expect(repositories).toEqual([
      expect.objectContaining({
        imageTagMutability: 'IMMUTABLE_WITH_EXCLUSION',
        imageScanningConfiguration: { scanOnPush: true },
        encryptionConfiguration: { encryptionType: 'AES256' },
      }),
    ]);
  });

  test('goes into a new repository whose rules of expiry could not be set, with a warning', async () => {
    await layout();
    simulator.sim.faults.add({ service: 'ecr', operation: 'PutLifecyclePolicy', deny: true });
    const result = await push({ 'oci-layout': 'image', tag: 'v1', 'create-repository': 'true' });
    expect(result.errors).toEqual([]);
    expect(result.stdout).toMatch(/::warning.*without rules of expiry.*ecr:PutLifecyclePolicy/);
  });

  test('can’t be protected where no tag can be moved, which is said', async () => {
    await create({ imageTagMutability: 'IMMUTABLE', imageTagMutabilityExclusionFilters: undefined });
    const [one, two] = [await layout('one'), await layout('two')];
    await push({ 'oci-layout': 'one', tag: 'v1' });
    await push({ 'oci-layout': 'two', tag: 'v2' });
    expect((await push({ digest: one.digest, protect: 'live-web' })).exitCode).toBe(0);
    const result = await push({ digest: two.digest, protect: 'live-web' });
    expect(result.exitCode).toBe(1);
    expect(result.errors.join('\n')).toMatch(
      /Input protect: Tag live-web stands for .* lets no tag be moved/,
    );
    expect(result.errors.join('\n')).toContain('IMMUTABLE_WITH_EXCLUSION');
  });

  test('is named when it is gone', async () => {
    await create();
    const digest = `sha256:${'0'.repeat(64)}`;
    const result = await push({ digest, protect: 'live-web' });
    expect(result.errors.join('\n')).toContain(`Input digest: repository team/app has no image ${digest}`);
  });

  test('is no image when it is a cache or a chart', async () => {
    await create();
    await layout();
    await push({ 'oci-layout': 'image', tag: 'v1' });
    const { images } = await simulator.sim.call<{ images: { imageManifest: string }[] }>(
      'ecr',
      'BatchGetImage',
      {
        repositoryName: 'team/app',
        imageIds: [{ imageTag: 'v1' }],
      },
    );
    const manifest = JSON.parse(images[0]?.imageManifest ?? '') as { config: { mediaType: string } };
    manifest.config.mediaType = 'application/vnd.cncf.helm.config.v1+json';
    await simulator.sim.call('ecr', 'PutImage', {
      repositoryName: 'team/app',
      imageManifest: JSON.stringify(manifest),
      imageTag: 'chart',
    });
    const digest = (await tags())['chart'] ?? '';
    const result = await push({ digest });
    expect(result.exitCode).toBe(1);
    expect(result.errors.join('\n')).toMatch(/no image that a task could run/);
  });
});

describe('the task definition', () => {
  const ARM = JSON.stringify({ family: 'web', runtimePlatform: { cpuArchitecture: 'ARM64' } });

  test('tells the platform that the image has to have', async () => {
    await create();
    await layout();
    await put('task.json', ARM);
    const result = await push({ 'oci-layout': 'image', 'task-definition': 'task.json' });
    expect(result.exitCode).toBe(1);
    expect(result.errors.join('\n')).toMatch(/does not run on linux\/arm64/);
  });

  test('is content with one platform of several', async () => {
    await create();
    await layout('image', ['linux/amd64', 'linux/arm64']);
    await put('task.yaml', 'family: web\nruntimePlatform: { cpuArchitecture: ARM64 }\n');
    const result = await push({ 'oci-layout': 'image', 'task-definition': 'task.yaml' });
    expect(result.errors).toEqual([]);
  });

  test('contradicts platforms before anything is built', async () => {
    await put('Dockerfile', 'FROM scratch\n');
    await put('task.json', ARM);
    const result = await push({ 'task-definition': 'task.json', platforms: 'linux/amd64' });
    expect(result.errors.join('\n')).toMatch(
      /built for linux\/amd64, but tasks of task\.json run on linux\/arm64/,
    );
    expect(simulator.sim.calls).toHaveLength(0);
  });

  test('runs on X86_64 Linux when it says nothing', async () => {
    await create();
    await layout('image', ['linux/arm64']);
    await put('task.json', '{"family":"web"}');
    const result = await push({ 'oci-layout': 'image', 'task-definition': 'task.json' });
    expect(result.errors.join('\n')).toMatch(/does not run on linux\/amd64/);
  });
});

describe('a layout', () => {
  test('tagged by its content is found again', async () => {
    await create();
    const { digest } = await layout();
    const first = await push({ 'oci-layout': 'image', tag: 'auto' });
    expect(first.outputs['tag']).toBe(`content-${digest.slice(7, 47)}`);
    const again = await push({ 'oci-layout': 'image', tag: 'auto' });
    expect(again.outputs).toMatchObject({ digest, 'image-existed': 'true' });
  });

  test('takes layers over from other repositories', async () => {
    await create();
    await simulator.sim.call('ecr', 'CreateRepository', { repositoryName: 'team/base' });
    const { digest } = await layout();
    await push({ repository: 'team/base', 'oci-layout': 'image', tag: 'v1' });
    const result = await push({ 'oci-layout': 'image', tag: 'v1', 'mount-from': 'team/none, team/base' });
    expect(result.errors).toEqual([]);
    expect(result.outputs).toMatchObject({ digest });
    expect(result.stdout).not.toContain('uploaded');
    expect(result.summary).toContain('taken from other repositories');
  });

  test('is told of layer by layer', async () => {
    await create();
    await layout();
    const { summary } = await push({ 'oci-layout': 'image', tag: 'v1' });
    expect(summary).toMatch(/Layers/);
    expect(summary).toContain('300.0 kB');
    expect(summary).toMatch(/Sent.*4 of 4 blobs/);
    expect(summary).toMatch(/Made from.*OCI layout/);
  });
});

describe('ECR Public', () => {
  const PUBLIC = { repository: 'public.ecr.aws/a1b2c3d4/app', 'registry-type': 'public' };

  test('takes an image, shows it and finds it again', async () => {
    const { digest, config } = await layout();
    const inputs = { ...PUBLIC, 'oci-layout': 'image', tag: 'v1', 'create-repository': 'true' };
    const first = await push(inputs);
    expect(first.errors).toEqual([]);
    expect(first.outputs).toMatchObject({
      digest,
      repository: 'app',
      'aws-account-id': '123456789012',
      platforms: 'linux/amd64',
      imageid: config,
      'image-existed': 'false',
    });
    expect(first.outputs['image']).toContain(`/public.ecr.aws/a1b2c3d4/app@${digest}`);
    const again = await push({ ...inputs, tags: 'latest' });
    expect(again.errors).toEqual([]);
    expect(again.outputs).toMatchObject({ digest, 'image-existed': 'true', tags: 'v1,latest' });
    const { imageDetails } = await simulator.sim.call<{ imageDetails: object[] }>(
      'ecr-public',
      'DescribeImages',
      {
        repositoryName: 'app',
      },
    );
    expect(imageDetails).toEqual([expect.objectContaining({ imageTags: ['v1', 'latest'] })]);
  });

  test('names a missing repository', async () => {
    await layout();
    const result = await push({ ...PUBLIC, 'oci-layout': 'image' });
    expect(result.errors.join('\n')).toMatch(/ECR has no repository app/);
  });

  test('is not confused with a private registry', async () => {
    await layout();
    const result = await push({ ...PUBLIC, 'registry-type': 'private', 'oci-layout': 'image' });
    expect(result.errors.join('\n')).toMatch(/is a repository of ECR Public/);
  });
});
