import { lstat, mkdir, mkdtemp, readFile, readlink, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zstdCompressSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { ImagePullError, type PulledImage } from '../kernel/images.ts';
import { type RunningSimulator, startSimulator } from '../start.ts';
import { buildImage, OCI_INDEX, Pusher, tarball } from './push.ts';

let simulator: RunningSimulator;
let host: string;
let pusher: Pusher;
let scratch: string;
let root: string;

const pull = async (target: string, architecture = 'amd64'): Promise<PulledImage> => {
  if (simulator.sim.images === undefined) throw new Error('no image source');
  return await simulator.sim.images.pull(`${host}/app${target}`, architecture, root);
};
const text = async (path: string): Promise<string> => await readFile(join(root, path), 'utf8');
const kind = async (path: string): Promise<string> => {
  const status = await lstat(join(root, path)).catch(() => undefined);
  if (status === undefined) return 'absent';
  return status.isDirectory() ? 'directory' : status.isSymbolicLink() ? 'link' : 'file';
};

beforeAll(async () => {
  simulator = await startSimulator({ timeScale: 100 });
  host = simulator.url.replace('http://', '');
  await simulator.sim.call('ecr', 'CreateRepository', { repositoryName: 'app' });
  const { authorizationData } = await simulator.sim.call<{
    authorizationData: { authorizationToken: string }[];
  }>('ecr', 'GetAuthorizationToken', {});
  pusher = new Pusher(simulator.url, 'app', authorizationData[0]?.authorizationToken ?? '');
});

beforeEach(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'cutover-pull-'));
  root = join(scratch, 'root');
  await mkdir(root);
});

afterAll(async () => {
  await simulator.close();
});

describe('layers', () => {
  test('later layers replace and white out what earlier ones hold', async () => {
    const image = buildImage(
      [
        tarball({
          'app/': null,
          'app/keep': 'old',
          'app/gone': 'x',
          'data/': null,
          'data/a': '1',
          'data/sub/': null,
          'data/sub/b': '2',
          'bin/run': '#!/bin/sh',
        }),
        tarball([
          ['app/keep', 'new'],
          ['app/.wh.gone', ''],
          ['data/c', '3'],
          ['data/.wh..wh..opq', ''],
          ['data/sub/d', '4'],
        ]),
      ],
      { Entrypoint: ['/bin/run'], Cmd: null, Env: ['A=1'], WorkingDir: '/app', User: '', Labels: { a: 'b' } },
    );
    await pusher.push(image, 'layers');
    const pulled = await pull(':layers');
    expect(pulled).toEqual({
      digest: image.digest,
      architecture: 'amd64',
      config: { Entrypoint: ['/bin/run'], Env: ['A=1'], WorkingDir: '/app' },
    });
    expect([await text('app/keep'), await text('data/c'), await text('data/sub/d')]).toEqual([
      'new',
      '3',
      '4',
    ]);
    expect([await kind('app/gone'), await kind('data/a'), await kind('data/sub/b')]).toEqual([
      'absent',
      'absent',
      'absent',
    ]);
    expect([await kind('app/.wh.gone'), await kind('data/.wh..wh..opq')]).toEqual(['absent', 'absent']);
    expect((await lstat(join(root, 'bin/run'))).mode & 0o111).toBe(0o111);
  });

  test('a second pull gives a copy of its own', async () => {
    await pusher.push(buildImage([tarball({ file: 'content' })]), 'copies');
    await pull(':copies');
    await rm(join(root, 'file'));
    await pull(':copies');
    expect(await text('file')).toBe('content');
  });

  test.each([
    { name: 'plain tar', compress: (layer: Buffer) => layer },
    { name: 'zstd', compress: (layer: Buffer) => zstdCompressSync(layer) },
  ])('$name is unpacked by its first bytes', async ({ name, compress }) => {
    const content = 'x'.repeat(200_000);
    await pusher.push(
      buildImage([tarball({ file: content })], {}, 'amd64', compress),
      name.replace(' ', '-'),
    );
    await pull(`:${name.replace(' ', '-')}`);
    expect(await text('file')).toBe(content);
  });

  test('a directory that is a link in an earlier layer is followed, links and hard links work', async () => {
    await pusher.push(
      buildImage([
        tarball({ 'usr/lib/': null, lib: { link: 'usr/lib' }, 'bin/tool': 'tool' }),
        tarball({ 'lib/new.so': 'so', 'bin/alias': { hard: 'bin/tool' }, sh: { link: '/bin/tool' } }),
      ]),
      'links',
    );
    await pull(':links');
    expect([
      await kind('lib'),
      await text('usr/lib/new.so'),
      await text('bin/alias'),
      await text('sh'),
    ]).toEqual(['link', 'so', 'tool', 'tool']);
  });
});

describe('hostile layers stay inside', () => {
  test('links are resolved as if the root were /', async () => {
    await pusher.push(
      buildImage([
        tarball([
          ['up', { link: '../../..' }],
          ['up/escaped', 'x'],
          ['abs', { link: '/' }],
          ['abs/also', 'y'],
          ['deep/link', { link: '../../../../etc/passwd' }],
        ]),
      ]),
      'hostile',
    );
    await pull(':hostile');
    expect([await text('escaped'), await text('also')]).toEqual(['x', 'y']);
    expect(await readlink(join(root, 'deep/link'))).toBe('../etc/passwd');
    expect(await readlink(join(root, 'up'))).toBe('.');
  });

  test.each([
    { what: 'an entry', entries: [['../evil', 'x']] as [string, string][] },
    { what: 'a hard link', entries: [['x', { hard: '../../etc/passwd' }]] as [string, { hard: string }][] },
  ])('$what that climbs out fails the pull', async ({ what, entries }) => {
    const tag = what.replaceAll(' ', '-');
    await pusher.push(buildImage([tarball(entries)]), tag);
    await expect(pull(`:${tag}`)).rejects.toThrow(/CannotPullContainerError: .*leaves the root file system/);
    expect(await kind('../evil')).toBe('absent');
  });
});

describe('indexes', () => {
  test('the platform is chosen and attestations are passed over', async () => {
    const amd = buildImage([tarball({ arch: 'amd64' })]);
    const arm = buildImage([tarball({ arch: 'arm64' })], {}, 'arm64');
    const attestation = buildImage([tarball({ arch: 'attestation' })], {}, 'unknown');
    for (const image of [attestation, amd, arm]) await pusher.push(image, image.digest);
    const child = (image: typeof amd, os: string, architecture: string): object => ({
      mediaType: 'application/vnd.oci.image.manifest.v1+json',
      digest: image.digest,
      size: image.manifest.length,
      platform: { os, architecture },
    });
    const index = JSON.stringify({
      schemaVersion: 2,
      mediaType: OCI_INDEX,
      manifests: [
        child(attestation, 'unknown', 'unknown'),
        child(amd, 'linux', 'amd64'),
        child(arm, 'linux', 'arm64'),
      ],
    });
    expect((await pusher.manifest('multi', index, OCI_INDEX)).status).toBe(201);
    expect((await pull(':multi', 'arm64')).digest).toBe(arm.digest);
    expect(await text('arch')).toBe('arm64');
    expect((await pull(':multi', 'amd64')).digest).toBe(amd.digest);

    const only = JSON.stringify({
      schemaVersion: 2,
      mediaType: OCI_INDEX,
      manifests: [child(arm, 'linux', 'arm64')],
    });
    await pusher.manifest('arm-only', only, OCI_INDEX);
    await expect(pull(':arm-only')).rejects.toEqual(
      new ImagePullError(
        "CannotPullContainerError: image Manifest does not contain descriptor matching platform 'linux/amd64'",
      ),
    );
  });

  test('a single manifest of another architecture is pulled and says what it is', async () => {
    const arm = buildImage([tarball({ arch: 'arm64' })], {}, 'arm64');
    await pusher.push(arm, 'single');
    expect(await pull('@' + arm.digest)).toMatchObject({ architecture: 'arm64' });
  });
});

test('an image that is not there is reported as ECS reports it', async () => {
  const reference = `${host}/app:missing`;
  await expect(pull(':missing')).rejects.toThrow(
    `CannotPullContainerError: pull image manifest has been retried 1 time(s): failed to resolve ref ${reference}: ${reference}: not found`,
  );
  expect(simulator.sim.images?.owns(reference)).toBe(true);
  expect(simulator.sim.images?.owns('public.ecr.aws/nginx/nginx:stable')).toBe(false);
});
