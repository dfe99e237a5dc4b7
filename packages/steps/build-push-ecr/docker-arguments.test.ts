import { describe, expect, test } from '@jest/globals';
import { assert, property, string, uniqueArray } from 'fast-check';
import { parseInputs } from '@cutover/domain/inputs';
import type { BuildRequest } from './build-request.ts';
import {
  buildKitArguments,
  buildxArguments,
  classicArguments,
  needsBuildKit,
  needsBuildx,
} from './docker-arguments.ts';
import { inputs } from './inputs.ts';
import { planRequest } from './plan.ts';

const COMMIT = '0123456789abcdef0123456789abcdef01234567';
const REFERENCE = 'registry.example/team/app:v1';

/** The build that texts under `with:` ask for. */
function build(given: Readonly<Record<string, string>>): BuildRequest {
  const request = planRequest(
    parseInputs(inputs, { repository: 'team/app', ...given }),
    COMMIT,
    undefined,
    (path) => `/repo/${path}`,
  );
  if (request.source.kind !== 'build') throw new Error('expected a build');
  return { ...request.source.build, references: [REFERENCE] };
}

const START = ['buildx', 'build', '--push', '--progress=plain', '--metadata-file', '/tmp/m.json'];
const TAG = ['--tag', REFERENCE];
const PLATFORM = ['--platform', 'linux/amd64'];
const END = ['--provenance=false', '--sbom=false', '.'];

describe('what each input adds to docker buildx build', () => {
  test.each<[string, Record<string, string>, readonly string[]]>([
    ['nothing given', {}, [...START, ...TAG, ...PLATFORM, ...END]],
    [
      'context',
      { context: 'services/web' },
      [...START, ...TAG, ...PLATFORM, '--provenance=false', '--sbom=false', 'services/web'],
    ],
    [
      'context: a Git repository',
      { context: 'https://git.example/app.git#main' },
      [
        ...START,
        ...TAG,
        ...PLATFORM,
        '--provenance=false',
        '--sbom=false',
        'https://git.example/app.git#main',
      ],
    ],
    [
      'file',
      { file: 'docker/Dockerfile' },
      [...START, ...TAG, '--file', 'docker/Dockerfile', ...PLATFORM, ...END],
    ],
    ['target', { target: 'release' }, [...START, ...TAG, '--target', 'release', ...PLATFORM, ...END]],
    ['platforms: one', { platforms: 'linux/arm64' }, [...START, ...TAG, '--platform', 'linux/arm64', ...END]],
    [
      'platforms: separated by commas',
      { platforms: 'linux/amd64, linux/arm64' },
      [...START, ...TAG, '--platform', 'linux/amd64,linux/arm64', ...END],
    ],
    [
      'platforms: one a line, a variant that is the only one left out',
      { platforms: 'linux/arm64/v8\nlinux/arm/v7\n' },
      [...START, ...TAG, '--platform', 'linux/arm64,linux/arm/v7', ...END],
    ],
    [
      'build-args: spaces, equals signs and quotes stay as they are',
      { 'build-args': 'A=1\nB=x=y "z"\nC=' },
      [
        ...START,
        ...TAG,
        '--build-arg',
        'A=1',
        '--build-arg',
        'B=x=y "z"',
        '--build-arg',
        'C=',
        ...PLATFORM,
        ...END,
      ],
    ],
    [
      'build-args: what a shell would run stays text',
      { 'build-args': 'A=$(id); `id` && rm -rf /' },
      [...START, ...TAG, '--build-arg', 'A=$(id); `id` && rm -rf /', ...PLATFORM, ...END],
    ],
    [
      'build-contexts',
      { 'build-contexts': 'lib=../lib\nbase=docker-image://example/base:1' },
      [
        ...START,
        ...TAG,
        ...PLATFORM,
        '--build-context',
        'lib=../lib',
        '--build-context',
        'base=docker-image://example/base:1',
        ...END,
      ],
    ],
    [
      'secrets: the value is in a variable, not here',
      { secrets: 'token=very-secret-value' },
      [...START, ...TAG, ...PLATFORM, '--secret', 'id=token,env=CUTOVER_BUILD_SECRET_0', ...END],
    ],
    [
      'secrets: two',
      { secrets: 'a=one-secret\nb=two-secret' },
      [
        ...START,
        ...TAG,
        ...PLATFORM,
        '--secret',
        'id=a,env=CUTOVER_BUILD_SECRET_0',
        '--secret',
        'id=b,env=CUTOVER_BUILD_SECRET_1',
        ...END,
      ],
    ],
    [
      'secret-envs',
      { 'secret-envs': 'token=NPM_TOKEN' },
      [...START, ...TAG, ...PLATFORM, '--secret', 'id=token,env=NPM_TOKEN', ...END],
    ],
    [
      'secret-files: an absolute path',
      { 'secret-files': 'key=keys/id' },
      [...START, ...TAG, ...PLATFORM, '--secret', 'id=key,src=/repo/keys/id', ...END],
    ],
    [
      'secret-files: a path that CSV has to quote',
      { 'secret-files': 'key=a,"b"' },
      [...START, ...TAG, ...PLATFORM, '--secret', 'id=key,"src=/repo/a,""b"""', ...END],
    ],
    [
      'labels',
      { labels: 'org.opencontainers.image.title=my app\nteam=web' },
      [
        ...START,
        ...TAG,
        '--label',
        'org.opencontainers.image.title=my app',
        '--label',
        'team=web',
        ...PLATFORM,
        ...END,
      ],
    ],
    [
      'cache-from: commas belong to one cache',
      { 'cache-from': 'type=registry,ref=example/cache\ntype=gha' },
      [
        ...START,
        ...TAG,
        ...PLATFORM,
        '--cache-from',
        'type=registry,ref=example/cache',
        '--cache-from',
        'type=gha',
        ...END,
      ],
    ],
    [
      'cache-to',
      { 'cache-to': 'type=gha,mode=max' },
      [...START, ...TAG, ...PLATFORM, '--cache-to', 'type=gha,mode=max', ...END],
    ],
    ['no-cache', { 'no-cache': 'true' }, [...START, ...TAG, '--no-cache', ...PLATFORM, ...END]],
    ['pull', { pull: 'true' }, [...START, ...TAG, '--pull', ...PLATFORM, ...END]],
    [
      'provenance',
      { provenance: 'mode=max' },
      [...START, ...TAG, ...PLATFORM, '--provenance=mode=max', '--sbom=false', '.'],
    ],
    ['sbom', { sbom: 'true' }, [...START, ...TAG, ...PLATFORM, '--provenance=false', '--sbom=true', '.']],
    ['builder', { builder: 'big' }, [...START, '--builder', 'big', ...TAG, ...PLATFORM, ...END]],
    ['network', { network: 'none' }, [...START, ...TAG, '--network', 'none', ...PLATFORM, ...END]],
    [
      'a value that looks like an option',
      { target: '--push' },
      [...START, ...TAG, '--target', '--push', ...PLATFORM, ...END],
    ],
    [
      'no-cache: false and pull: false',
      { 'no-cache': 'false', pull: 'false' },
      [...START, ...TAG, ...PLATFORM, ...END],
    ],
  ])('%s', (_, given, expected) => {
    expect(buildxArguments(build(given), '/tmp/m.json')).toEqual(expected);
  });

  test('every reference is a tag, the main one first', () => {
    const args = buildxArguments({ ...build({}), references: ['r/a:1', 'r/a:latest'] }, '/tmp/m.json');
    expect(args.filter((_, index) => args[index - 1] === '--tag')).toEqual(['r/a:1', 'r/a:latest']);
  });
});

describe('without buildx', () => {
  test('the classic builder gets what it understands, and does not push', () => {
    expect(
      classicArguments(build({ target: 'release', 'build-args': 'A=1', 'cache-from': 'example/app:main' })),
    ).toEqual([
      'build',
      ...TAG,
      '--target',
      'release',
      '--build-arg',
      'A=1',
      ...PLATFORM,
      '--cache-from',
      'example/app:main',
      '.',
    ]);
  });

  test.each<[Record<string, string>, readonly string[]]>([
    [{}, []],
    [{ 'cache-from': 'example/app:main', labels: 'a=b', pull: 'true' }, []],
    [{ platforms: 'linux/amd64,linux/arm64' }, ['platforms']],
    [{ 'build-contexts': 'a=b' }, ['build-contexts']],
    [{ secrets: 'a=some-secret', ssh: 'default' }, []],
    [{ 'cache-from': 'type=gha', 'cache-to': 'type=gha' }, ['cache or cache-from', 'cache or cache-to']],
    [{ provenance: 'true', sbom: 'true', builder: 'big' }, ['provenance', 'sbom', 'builder']],
  ])('%j needs buildx for %j', (given, names) => {
    expect(needsBuildx(build(given))).toEqual(names);
  });
});

test.each<[Record<string, string>, readonly string[]]>([
  [{}, []],
  [{ 'secret-build-args': 'TOKEN=some-secret', labels: 'a=b' }, []],
  [{ secrets: 'a=some-secret' }, ['secrets, secret-envs or secret-files']],
  [{ 'secret-files': 'a=key', ssh: 'default' }, ['secrets, secret-envs or secret-files', 'ssh']],
])('%j needs BuildKit for %j', (given, names) => {
  expect(needsBuildKit(build(given))).toEqual(names);
});

test('a client that has BuildKit itself gets secrets and keys', () => {
  expect(buildKitArguments(build({ secrets: 'a=some-secret', ssh: 'default', target: 'release' }))).toEqual([
    'build',
    '--progress=plain',
    ...TAG,
    '--target',
    'release',
    ...PLATFORM,
    '--secret',
    'id=a,env=CUTOVER_BUILD_SECRET_0',
    '--ssh',
    'default',
    '.',
  ]);
});

test('no secret value is ever an argument, whatever it is', () => {
  // A value of its own for each run, so that it can't stand in the arguments by chance.
  const value = string({ minLength: 1, maxLength: 40 }).map((text) => `§${text.replaceAll(/\s/g, '_')}§`);
  assert(
    property(uniqueArray(value, { minLength: 1, maxLength: 5 }), (values) => {
      const request = build({
        secrets: values.map((one, index) => `id${index}=${one}`).join('\n'),
        'secret-envs': 'npm=NPM_TOKEN',
      });
      const args = [...buildxArguments(request, 'm'), ...classicArguments(request)];
      expect(args.filter((argument) => values.some((one) => argument.includes(one)))).toEqual([]);
      expect(args.filter((argument) => argument === '--secret')).toHaveLength(values.length + 1);
    }),
  );
});
