import { describe, expect, test } from '@jest/globals';
import type { Digest } from '@cutover/domain/image/digest';
import { ConfigurationError } from '@cutover/domain/errors';
import { parseInputs } from '@cutover/domain/inputs/input';
import { inputs } from './inputs.ts';
import { decide, planRepository, planRequest, type ImageRequest } from './plan.ts';

const COMMIT = '0123456789abcdef0123456789abcdef01234567';
const DIGEST: Digest = `sha256:${'ab'.repeat(32)}`;

function plan(given: Readonly<Record<string, string>>, stackPlatform?: string): ImageRequest {
  return planRequest(parseInputs(inputs, given), COMMIT, stackPlatform, (path) => `/repo/${path}`);
}

describe('tags', () => {
  test.each<[string, Record<string, string>, string, readonly string[]]>([
    ['the commit by default', {}, COMMIT, []],
    ['the one given', { tag: 'v1' }, 'v1', []],
    [
      'more of them, by commas and lines',
      { tag: 'v1', tags: 'latest, v1.0\nstable' },
      'v1',
      ['latest', 'v1.0', 'stable'],
    ],
    ['each once', { tag: 'v1', tags: 'v1,latest,latest' }, 'v1', ['latest']],
  ])('%s', (_, given, tag, otherTags) => {
    expect(plan({ repository: 'team/app', ...given })).toMatchObject({ tag, otherTags });
  });
});

describe('without a commit', () => {
  const planned = (given: Readonly<Record<string, string>>): ImageRequest =>
    planRequest(parseInputs(inputs, { repository: 'team/app', ...given }), '', undefined, (path) => path);

  test('the tag must be given', () => {
    expect(() => planned({})).toThrow('Input tag: it is left out, and this run has no commit');
  });

  test.each([{ tag: 'auto' }, { tag: 'v1' }, { digest: DIGEST }])('%j needs none', (given) => {
    expect(planned(given).source).toBeDefined();
  });
});

describe('platforms', () => {
  test.each<[string, Record<string, string>, string | undefined, readonly string[]]>([
    ['linux/amd64 when nobody says', {}, undefined, ['linux/amd64']],
    ['the stack’s', {}, 'linux/arm64', ['linux/arm64']],
    ['the input’s before the stack’s', { platforms: 'linux/amd64' }, 'linux/arm64', ['linux/amd64']],
    ['whatever a layout has', { 'oci-layout': 'image' }, undefined, []],
    ['the stack’s, for a layout too', { 'oci-layout': 'image' }, 'linux/arm64', ['linux/arm64']],
  ])('%s', (_, given, stackPlatform, platforms) => {
    expect(plan({ repository: 'team/app', ...given }, stackPlatform).platforms).toEqual(platforms);
  });
});

test('values of secrets go into variables of the build', () => {
  expect(plan({ repository: 'team/app', secrets: 'a=one-secret\nb=two=secret' }).secretValues).toEqual({
    CUTOVER_BUILD_SECRET_0: 'one-secret',
    CUTOVER_BUILD_SECRET_1: 'two=secret',
  });
});

describe('contradictions', () => {
  test.each<[string, Record<string, string>, RegExp]>([
    [
      'cache and cache-to',
      { repository: 'team/app', cache: 'ecr', 'cache-to': 'type=gha' },
      /Input cache says where layers are kept, and so does cache-to/,
    ],
    [
      'a variable that Docker reads itself',
      { repository: 'team/app', 'secret-build-args': 'DOCKER_HOST=tcp://x' },
      /secret-build-args: DOCKER_HOST can't/,
    ],
    [
      'an argument twice',
      { repository: 'team/app', 'build-args': 'A=1', 'secret-build-args': 'A=some-secret' },
      /Build argument A stands in build-args and/,
    ],
    [
      'secret arguments that would be published',
      { repository: 'team/app', provenance: 'mode=max', 'secret-build-args': 'A=some-secret' },
      /with mode=max the values of all build arguments are published/,
    ],
    [
      'protection of what serves nobody yet',
      { repository: 'team/app', protect: 'live-web' },
      /an image that was just pushed serves nobody yet/,
    ],
    [
      'a digest and a build',
      { repository: 'team/app', digest: `sha256:${'0'.repeat(64)}`, target: 'x' },
      /target would do nothing/,
    ],
    [
      'mount-from without a layout',
      { repository: 'team/app', 'mount-from': 'team/base' },
      /Input mount-from/,
    ],
    [
      'a public cache',
      { repository: 'team/app', 'registry-type': 'public', cache: 'ecr' },
      /would publish the layers of every stage/,
    ],
    [
      'a gate in ECR Public',
      { repository: 'team/app', 'registry-type': 'public', 'fail-on-severity': 'high' },
      /ECR Public knows nothing of fail-on-severity/,
    ],
    [
      'an account id that is none',
      { repository: 'team/app', registries: '12345' },
      /Input registries: "12345" is not a list of AWS account ids/,
    ],
    [
      'a protection without a name',
      { repository: 'team/app', protect: 'web' },
      /Input protect: "web" is not live- and a name/,
    ],
    ['no repository and no stack', {}, /Neither input repository nor input stack/],
    [
      'a layout that is also to be built',
      {
        repository: 'team/app',
        'oci-layout': 'image',
        target: 'x',
        'build-args': 'A=1',
        'no-cache': 'true',
        sbom: 'true',
      },
      /oci-layout .*target, build-args, no-cache, sbom would do nothing/,
    ],
    [
      'a secret given twice',
      { repository: 'team/app', secrets: 'token=some-secret', 'secret-envs': 'token=TOKEN' },
      /Build secret token stands in more than one/,
    ],
    ['a tag that is none', { repository: 'team/app', tag: 'a b' }, /Input tag: "a b" is not a tag/],
    [
      'tags with a repository',
      { repository: 'team/app', tags: 'team/app:v1' },
      /Input tags: .* is not a list of tags/,
    ],
    [
      'a platform that is none',
      { repository: 'team/app', platforms: 'arm' },
      /Input platforms: "arm" is not a list of platforms/,
    ],
    [
      'if-exists misspelt',
      { repository: 'team/app', 'if-exists': 'skip' },
      /Input if-exists: "skip" is not one of reuse, fail, overwrite/,
    ],
    ['a flag that is none', { repository: 'team/app', pull: 'yes' }, /Input pull: "yes" is not a boolean/],
    ['an unknown input', { repository: 'team/app', platform: 'linux/arm64' }, /Unknown input platform/],
  ])('%s', (_, given, message) => {
    expect(() => plan(given)).toThrow(ConfigurationError);
    expect(() => plan(given)).toThrow(message);
  });
});

describe('repository', () => {
  test.each([
    ['team/app', { name: 'team/app' }],
    [
      '123456789012.dkr.ecr.us-east-1.amazonaws.com/team/app',
      {
        name: 'team/app',
        host: '123456789012.dkr.ecr.us-east-1.amazonaws.com',
        account: '123456789012',
        region: 'us-east-1',
      },
    ],
    ['127.0.0.1:4566/app', { name: 'app', host: '127.0.0.1:4566' }],
  ])('%s', (text, expected) => {
    expect(planRepository(text, 'us-east-1')).toEqual(expected);
  });

  test.each([
    ['Team/App', /is not the name or URI/],
    ['arn:aws:ecr:eu-west-1:210987654321:repository/team/app', /is the ARN of a repository/],
    ['team/app:v1', /is not the name or URI/],
    ['https://example.com/team/app', /is not the name or URI/],
    [
      '123456789012.dkr.ecr.eu-west-1.amazonaws.com/app',
      /lies in eu-west-1, but the step works in us-east-1/,
    ],
  ])('%s is refused', (text, message) => {
    expect(() => planRepository(text, 'us-east-1')).toThrow(message);
  });
});

describe('what happens when the tag is there', () => {
  const image = { digest: DIGEST };
  test.each([
    ['reuse', 'MUTABLE', undefined, 'push'],
    ['fail', 'MUTABLE', undefined, 'push'],
    ['overwrite', 'IMMUTABLE', undefined, 'push'],
    ['reuse', 'IMMUTABLE', image, 'reuse'],
    ['reuse', 'MUTABLE', image, 'reuse'],
    ['fail', 'MUTABLE', image, 'refuse'],
    ['overwrite', 'MUTABLE', image, 'push'],
    ['overwrite', 'IMMUTABLE', image, 'refuse'],
    ['overwrite', 'IMMUTABLE_WITH_EXCLUSION', image, 'refuse'],
    ['overwrite', 'MUTABLE_WITH_EXCLUSION', image, 'push'],
  ] as const)('if-exists: %s, %s, found %j: %s', (ifExists, mutability, existing, kind) => {
    expect(
      decide(ifExists, 'v1', { name: 'team/app', mutability, exclusions: ['live-*'] }, existing).kind,
    ).toBe(kind);
  });
});
