import { describe, expect, test } from '@jest/globals';
import { configPlatform, indexPlatforms, parseManifest } from './manifest.ts';
import { blobPath, layoutRoot } from './oci-layout.ts';
import { formatPlatform, missingPlatforms, parsePlatform, platformOfArchitecture } from './platform.ts';

const digest = (letter: string): string => `sha256:${letter.repeat(64)}`;
const image = (letter: string, more: object = {}): object => ({
  mediaType: 'application/vnd.oci.image.manifest.v1+json',
  digest: digest(letter),
  size: 10,
  ...more,
});

describe('a manifest', () => {
  test('of an image has a configuration and layers', () => {
    const text = JSON.stringify({
      schemaVersion: 2,
      config: { mediaType: 'c', digest: digest('a'), size: 1 },
      layers: [{ mediaType: 'l', digest: digest('b'), size: 2 }],
    });
    expect(parseManifest(text)).toEqual({
      kind: 'image',
      mediaType: 'application/vnd.oci.image.manifest.v1+json',
      config: { mediaType: 'c', digest: digest('a'), size: 1 },
      layers: [{ mediaType: 'l', digest: digest('b'), size: 2 }],
    });
  });

  test('of an index from buildx: attestations are no platforms', () => {
    const parsed = parseManifest(
      JSON.stringify({
        manifests: [
          image('a', { platform: { os: 'linux', architecture: 'amd64' } }),
          image('b', { platform: { os: 'linux', architecture: 'arm64', variant: 'v8' } }),
          image('c', {
            platform: { os: 'unknown', architecture: 'unknown' },
            annotations: { 'vnd.docker.reference.type': 'attestation-manifest' },
          }),
        ],
      }),
    );
    if (parsed.kind !== 'index') throw new Error('expected an index');
    expect(indexPlatforms(parsed.entries)).toEqual(['linux/amd64', 'linux/arm64']);
    expect(parsed.entries.map(({ attestation }) => attestation)).toEqual([false, false, true]);
  });

  test.each([
    ['null', /no JSON object/],
    ['{}', /neither config and layers nor manifests/],
    ['{"manifests":[{"digest":"sha256:short","size":1}]}', /"sha256:short" is no sha256 digest/],
    [`{"manifests":[{"digest":"${digest('a')}","size":-1}]}`, /not a number of bytes/],
    ['{', /JSON/],
    ['[]', /no JSON object/],
    ['"text"', /no JSON object/],
    ['{"manifests":[null]}', /null stands where a descriptor belongs/],
    ['{"manifests":["sha256:a"]}', /stands where a descriptor belongs/],
    ['{"manifests":[[]]}', /stands where a descriptor belongs/],
    ['{"config":null,"layers":[]}', /null stands where a descriptor belongs/],
    [`{"config":{"digest":"${digest('a')}","size":1},"layers":[null]}`, /stands where a descriptor belongs/],
    [`{"manifests":[{"digest":"${digest('a')}","size":1e300}]}`, /not a number of bytes/],
    [`{"manifests":[{"digest":"${digest('a')}","size":"1"}]}`, /not a number of bytes/],
    [`{"manifests":[{"digest":"${'x'.repeat(1000)}","size":1}]}`, /^"x{79}… is no sha256 digest$/],
  ])('%s is none', (text, message) => {
    expect(() => parseManifest(text)).toThrow(SyntaxError);
    expect(() => parseManifest(text)).toThrow(message);
  });
});

test.each<[string, object]>([
  ['null for platform and annotations', { platform: null, annotations: null }],
  [
    'numbers for words',
    { platform: { os: 7, architecture: [] }, annotations: { 'io.containerd.image.name': 7 } },
  ],
  ['a text for an object', { platform: 'linux/amd64', annotations: 'none' }],
  [
    'a prototype',
    JSON.parse('{"annotations":{"__proto__":{"x":1}},"platform":{"__proto__":null}}') as object,
  ],
])('an entry with %s is an image of no known platform', (_, more) => {
  const text = JSON.stringify({ manifests: [image('a', more), image('b')] });
  const parsed = parseManifest(text);
  expect(parsed).toMatchObject({ kind: 'index', entries: [{ attestation: false }, { attestation: false }] });
  expect(layoutRoot(text, 'v1')).toMatchObject({ kind: 'ambiguous' });
});

test.each(['null', '7', '{', '[]', '{"os":7,"architecture":null}'])(
  'the configuration %s names no platform',
  (text) => {
    expect(configPlatform(text)).toBe('unknown/unknown');
  },
);

describe('the image of a layout', () => {
  const index = (...manifests: object[]): string => JSON.stringify({ schemaVersion: 2, manifests });
  const named = (letter: string, name: string): object =>
    image(letter, { annotations: { 'org.opencontainers.image.ref.name': name } });

  test.each([
    ['the only one, whatever its name', index(named('a', 'other')), digest('a')],
    ['the one with the tag’s name', index(named('a', 'v1'), named('b', 'v2')), digest('a')],
    [
      'the one whose full name ends in the tag',
      index(
        image('a', { annotations: { 'io.containerd.image.name': 'registry.example/app:v0' } }),
        image('b', { annotations: { 'io.containerd.image.name': 'registry.example/app:v1' } }),
      ),
      digest('b'),
    ],
  ])('is %s', (_, text, expected) => {
    expect(layoutRoot(text, 'v1')).toMatchObject({ kind: 'found', root: { digest: expected } });
  });

  test('is not guessed among several', () => {
    expect(layoutRoot(index(named('a', 'x'), image('b')), 'v1')).toEqual({
      kind: 'ambiguous',
      names: ['x', digest('b')],
    });
    expect(layoutRoot(index(), 'v1')).toEqual({ kind: 'empty' });
  });

  test('has its files below blobs', () => {
    expect(blobPath(digest('a'))).toBe(`blobs/sha256/${'a'.repeat(64)}`);
  });
});

describe('platforms', () => {
  test.each([
    ['linux/amd64', { os: 'linux', architecture: 'amd64' }],
    ['linux/arm/v7', { os: 'linux', architecture: 'arm', variant: 'v7' }],
    ['arm64', undefined],
    ['linux/', undefined],
    ['linux/arm64/v8/x', undefined],
  ])('%s', (text, expected) => {
    expect(parsePlatform(text)).toEqual(expected);
  });

  test('the only variant of an architecture is not written', () => {
    expect(formatPlatform({ os: 'linux', architecture: 'arm64', variant: 'v8' })).toBe('linux/arm64');
    expect(formatPlatform({ os: 'linux', architecture: 'arm', variant: 'v7' })).toBe('linux/arm/v7');
    expect(configPlatform('{"os":"linux","architecture":"arm64","variant":"v8"}')).toBe('linux/arm64');
    expect(configPlatform('{}')).toBe('unknown/unknown');
  });

  test('what is missing is said in the words that were used', () => {
    expect(missingPlatforms(['linux/arm64/v8', 'linux/amd64'], ['linux/arm64'])).toEqual(['linux/amd64']);
    expect(missingPlatforms([], ['linux/arm64'])).toEqual([]);
  });

  test('ECS names architectures in its own way', () => {
    expect(['X86_64', 'ARM64'].map(platformOfArchitecture)).toEqual(['linux/amd64', 'linux/arm64']);
  });
});
