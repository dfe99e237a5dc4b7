import { describe, expect, test } from '@jest/globals';
import { assert, property, string, uniqueArray } from 'fast-check';
import { parseInputs } from '@cutover/domain/inputs/input';
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
const END = ['--provenance=false', '--sbom=false', '--', '.'];

describe('what each input adds to docker buildx build', () => {
  test.each<[string, Record<string, string>, readonly string[]]>([
    ['nothing given', {}, [...START, ...TAG, ...PLATFORM, ...END]],
    [
      'context',
      { context: 'services/web' },
      [...START, ...TAG, ...PLATFORM, '--provenance=false', '--sbom=false', '--', 'services/web'],
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
        '--',
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
      [...START, ...TAG, ...PLATFORM, '--provenance=mode=max', '--sbom=false', '--', '.'],
    ],
    [
      'sbom',
      { sbom: 'true' },
      [...START, ...TAG, ...PLATFORM, '--provenance=false', '--sbom=true', '--', '.'],
    ],
    ['builder', { builder: 'big' }, [...START, '--builder', 'big', ...TAG, ...PLATFORM, ...END]],
    ['network', { network: 'none' }, [...START, ...TAG, '--network', 'none', ...PLATFORM, ...END]],
    ['ssh: the agent', { ssh: 'default' }, [...START, ...TAG, ...PLATFORM, '--ssh', 'default', ...END]],
    [
      'ssh: keys, one a line',
      { ssh: 'default=keys/id\ngit=keys/git' },
      [...START, ...TAG, ...PLATFORM, '--ssh', 'default=keys/id', '--ssh', 'git=keys/git', ...END],
    ],
    [
      'secret-build-args: the value is in the variable of that name, not here',
      { 'secret-build-args': 'TOKEN=very-secret-value' },
      [...START, ...TAG, '--build-arg', 'TOKEN', ...PLATFORM, ...END],
    ],
    [
      'secret-build-args behind build-args',
      { 'build-args': 'A=1', 'secret-build-args': 'B=two-secret\nC=three-secret' },
      [...START, ...TAG, '--build-arg', 'A=1', '--build-arg', 'B', '--build-arg', 'C', ...PLATFORM, ...END],
    ],
    [
      'secrets of all three kinds',
      { secrets: 'a=one-secret', 'secret-envs': 'b=B', 'secret-files': 'c=key' },
      [
        ...START,
        ...TAG,
        ...PLATFORM,
        '--secret',
        'id=a,env=CUTOVER_BUILD_SECRET_0',
        '--secret',
        'id=b,env=B',
        '--secret',
        'id=c,src=/repo/key',
        ...END,
      ],
    ],
    [
      'secrets: a value with equals signs',
      { secrets: 'token=a=b=c' },
      [...START, ...TAG, ...PLATFORM, '--secret', 'id=token,env=CUTOVER_BUILD_SECRET_0', ...END],
    ],
    [
      'secret-files: a path with spaces',
      { 'secret-files': 'key=my keys/id' },
      [...START, ...TAG, ...PLATFORM, '--secret', 'id=key,src=/repo/my keys/id', ...END],
    ],
    [
      'secret-files: an id that CSV has to quote',
      { 'secret-files': 'a,b=key' },
      [...START, ...TAG, ...PLATFORM, '--secret', '"id=a,b",src=/repo/key', ...END],
    ],
    [
      'file: a path with spaces',
      { file: 'my app/Dockerfile' },
      [...START, ...TAG, '--file', 'my app/Dockerfile', ...PLATFORM, ...END],
    ],
    [
      'file: a URL',
      { file: 'https://example.com/Dockerfile' },
      [...START, ...TAG, '--file', 'https://example.com/Dockerfile', ...PLATFORM, ...END],
    ],
    [
      'file and target and no-cache, in Docker’s order',
      { file: 'D', target: 't', 'no-cache': 'true', pull: 'true', network: 'host' },
      [
        ...START,
        ...TAG,
        '--file',
        'D',
        '--target',
        't',
        '--network',
        'host',
        '--no-cache',
        '--pull',
        ...PLATFORM,
        ...END,
      ],
    ],
    [
      'context: an archive',
      { context: 'https://example.com/context.tar.gz' },
      [
        ...START,
        ...TAG,
        ...PLATFORM,
        '--provenance=false',
        '--sbom=false',
        '--',
        'https://example.com/context.tar.gz',
      ],
    ],
    [
      'context: a path with spaces',
      { context: 'my app' },
      [...START, ...TAG, ...PLATFORM, '--provenance=false', '--sbom=false', '--', 'my app'],
    ],
    [
      'context: an SSH address',
      { context: 'git@git.example:app.git' },
      [...START, ...TAG, ...PLATFORM, '--provenance=false', '--sbom=false', '--', 'git@git.example:app.git'],
    ],
    [
      'build-args: an empty line between them',
      { 'build-args': 'A=1\n\nB=2\n' },
      [...START, ...TAG, '--build-arg', 'A=1', '--build-arg', 'B=2', ...PLATFORM, ...END],
    ],
    [
      'build-args: lines of Windows',
      { 'build-args': 'A=1\r\nB=2\r\n' },
      [...START, ...TAG, '--build-arg', 'A=1', '--build-arg', 'B=2', ...PLATFORM, ...END],
    ],
    [
      'build-args: white space at the ends of a value',
      { 'build-args': 'A= 1 \nB=2' },
      [...START, ...TAG, '--build-arg', 'A= 1 ', '--build-arg', 'B=2', ...PLATFORM, ...END],
    ],
    [
      'build-args: other scripts',
      { 'build-args': 'NAME=日本語 ✓' },
      [...START, ...TAG, '--build-arg', 'NAME=日本語 ✓', ...PLATFORM, ...END],
    ],
    [
      'build-args: JSON',
      { 'build-args': 'CONFIG={"a": [1, 2]}' },
      [...START, ...TAG, '--build-arg', 'CONFIG={"a": [1, 2]}', ...PLATFORM, ...END],
    ],
    [
      'build-args: a value that looks like an option',
      { 'build-args': 'A=--privileged' },
      [...START, ...TAG, '--build-arg', 'A=--privileged', ...PLATFORM, ...END],
    ],
    [
      'labels: a value with commas and quotes',
      { labels: 'description=a, "b"' },
      [...START, ...TAG, '--label', 'description=a, "b"', ...PLATFORM, ...END],
    ],
    ['labels: an empty value', { labels: 'a=' }, [...START, ...TAG, '--label', 'a=', ...PLATFORM, ...END]],
    [
      'platforms: an operating system of its own',
      { platforms: 'windows/amd64' },
      [...START, ...TAG, '--platform', 'windows/amd64', ...END],
    ],
    [
      'platforms: three',
      { platforms: 'linux/amd64\nlinux/arm64\nlinux/arm/v6' },
      [...START, ...TAG, '--platform', 'linux/amd64,linux/arm64,linux/arm/v6', ...END],
    ],
    [
      'cache-from: an image',
      { 'cache-from': 'example/app:main' },
      [...START, ...TAG, ...PLATFORM, '--cache-from', 'example/app:main', ...END],
    ],
    [
      'cache-from and cache-to',
      { 'cache-from': 'type=local,src=a', 'cache-to': 'type=local,dest=a\ntype=inline' },
      [
        ...START,
        ...TAG,
        ...PLATFORM,
        '--cache-from',
        'type=local,src=a',
        '--cache-to',
        'type=local,dest=a',
        '--cache-to',
        'type=inline',
        ...END,
      ],
    ],
    [
      'provenance: as a word',
      { provenance: 'true' },
      [...START, ...TAG, ...PLATFORM, '--provenance=true', '--sbom=false', '--', '.'],
    ],
    [
      'provenance: with a builder’s id',
      { provenance: 'mode=min,builder-id=https://example.com/run' },
      [
        ...START,
        ...TAG,
        ...PLATFORM,
        '--provenance=mode=min,builder-id=https://example.com/run',
        '--sbom=false',
        '--',
        '.',
      ],
    ],
    [
      'sbom: a generator',
      { sbom: 'generator=example/scanner:1' },
      [...START, ...TAG, ...PLATFORM, '--provenance=false', '--sbom=generator=example/scanner:1', '--', '.'],
    ],
    [
      'provenance and sbom',
      { provenance: 'mode=max', sbom: 'true' },
      [...START, ...TAG, ...PLATFORM, '--provenance=mode=max', '--sbom=true', '--', '.'],
    ],
    [
      'network: the host’s',
      { network: 'host' },
      [...START, ...TAG, '--network', 'host', ...PLATFORM, ...END],
    ],
    [
      'builder with platforms and a cache',
      { builder: 'big', platforms: 'linux/amd64,linux/arm64', 'cache-to': 'type=gha' },
      [
        ...START,
        '--builder',
        'big',
        ...TAG,
        '--platform',
        'linux/amd64,linux/arm64',
        '--cache-to',
        'type=gha',
        ...END,
      ],
    ],
    [
      'build-contexts: a stage',
      { 'build-contexts': 'base=target:build' },
      [...START, ...TAG, ...PLATFORM, '--build-context', 'base=target:build', ...END],
    ],
    [
      'build-contexts: an OCI layout',
      { 'build-contexts': 'base=oci-layout://image@sha256:abc' },
      [...START, ...TAG, ...PLATFORM, '--build-context', 'base=oci-layout://image@sha256:abc', ...END],
    ],
    [
      'inputs that mean nothing to Docker',
      {
        tag: 'v1',
        'if-exists': 'fail',
        'fail-on-severity': 'high',
        'scan-timeout-minutes': '7',
        registries: '123456789012',
        'task-definition': 'task.json',
      },
      [...START, ...TAG, ...PLATFORM, ...END],
    ],
    [
      'no-cache: false and pull: false',
      { 'no-cache': 'false', pull: 'false' },
      [...START, ...TAG, ...PLATFORM, ...END],
    ],
  ])('%s', (_, given, expected) => {
    expect(buildxArguments(build(given), '/tmp/m.json')).toEqual(expected);
  });

  const made = (more: Partial<BuildRequest>): readonly string[] =>
    buildxArguments({ ...build({}), ...more }, '/tmp/m.json');

  test.each<[string, Partial<BuildRequest>, readonly string[]]>([
    [
      'annotations make it an OCI image',
      { annotations: new Map([['org.opencontainers.image.revision', 'abc']]) },
      [
        ...START,
        ...TAG,
        ...PLATFORM,
        '--annotation',
        'manifest:org.opencontainers.image.revision=abc',
        '--output',
        'type=image,oci-mediatypes=true',
        ...END,
      ],
    ],
    [
      'a fixed date reaches the files in the layers',
      { annotations: new Map([['a', 'b, c=d']]), fixedDate: true },
      [
        ...START,
        ...TAG,
        ...PLATFORM,
        '--annotation',
        'manifest:a=b, c=d',
        '--output',
        'type=image,oci-mediatypes=true,rewrite-timestamp=true',
        ...END,
      ],
    ],
    [
      'a fixed date without annotations',
      { fixedDate: true },
      [...START, ...TAG, ...PLATFORM, '--output', 'type=image,rewrite-timestamp=true', ...END],
    ],
    ['no platform at all', { platforms: [] }, [...START, ...TAG, ...END]],
  ])('%s', (_, more, expected) => {
    expect(made(more)).toEqual(expected);
  });

  test('every reference is a tag, the main one first', () => {
    const args = buildxArguments({ ...build({}), references: ['r/a:1', 'r/a:latest'] }, '/tmp/m.json');
    expect(args.filter((_, index) => args[index - 1] === '--tag')).toEqual(['r/a:1', 'r/a:latest']);
  });
});

/** Every input whose value, or whose names, become arguments of docker. */
const OPTION = '--output=type=local,dest=/';

test.each([
  'context',
  'file',
  'target',
  'build-args',
  'build-contexts',
  'secret-build-args',
  'secrets',
  'secret-envs',
  'secret-files',
  'ssh',
  'labels',
  'cache-from',
  'cache-to',
  'provenance',
  'sbom',
  'builder',
  'network',
])('%s can not become an option', (input) => {
  for (const text of [OPTION, `  ${OPTION}`, '-', '-f=x']) {
    expect(() => build({ [input]: text })).toThrow(`Input ${input}: `);
  }
});

test('what comes behind -- is the context alone', () => {
  for (const args of [
    buildxArguments(build({ context: 'app' }), 'm'),
    buildKitArguments(build({ context: 'app' })),
    classicArguments(build({ context: 'app' })),
  ]) {
    expect(args.slice(args.indexOf('--'))).toEqual(['--', 'app']);
  }
});

test.each<[Record<string, string>, boolean]>([
  [{}, false],
  [{ 'docker-aws-credentials': 'true' }, true],
  [{ 'cache-from': 'type=s3,region=us-east-1,bucket=b' }, true],
  [{ 'cache-to': 'mode=max,type=s3,bucket=b' }, true],
  [{ 'cache-from': 'example/type=s3er:main' }, false],
])('%j gives Docker the AWS keys: %s', (given, keys) => {
  expect(build(given).awsCredentials).toBe(keys);
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
      '--',
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
    '--',
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
        'secret-build-args': values.map((one, index) => `ARG${index}=${one}`).join('\n'),
        'secret-envs': 'npm=NPM_TOKEN',
      });
      const args = [
        ...buildxArguments(request, 'm'),
        ...buildKitArguments(request).filter((one) => one !== '--secret'),
        ...classicArguments(request),
      ];
      expect(args.filter((argument) => values.some((one) => argument.includes(one)))).toEqual([]);
      expect(args.filter((argument) => argument === '--secret')).toHaveLength(values.length + 1);
    }),
  );
});
