import { expect, test } from '@jest/globals';
import { parseInputs } from '@cutover/domain/inputs/input';
import type { BuildRequest } from './build-request.ts';
import { contentOf, contentOfDigest, isElsewhere } from './content-tag.ts';
import { inputs } from './inputs.ts';
import { planRequest } from './plan.ts';

interface Files {
  readonly context?: string;
  readonly dockerfile?: string;
  readonly lib?: string;
}

function build(given: Readonly<Record<string, string>>): Omit<BuildRequest, 'references'> {
  const all = parseInputs(inputs, { repository: 'team/app', tag: 'auto', ...given });
  const { source } = planRequest(all, 'commit', undefined, (path) => `/repo/${path}`);
  if (source.kind !== 'build') throw new Error('expected a build');
  return source.build;
}

function tag(given: Readonly<Record<string, string>> = {}, files: Files = {}): string {
  return contentOf(build(given), {
    context: { digest: files.context ?? 'tree' },
    dockerfile: files.dockerfile ?? 'FROM scratch',
    contexts: new Map(files.lib === undefined ? [] : [['lib', { digest: files.lib }]]),
  });
}

test('is a tag that anyone recognises', () => {
  expect(tag()).toMatch(/^content-[0-9a-f]{40}$/);
});

test.each<[string, Record<string, string>, Files]>([
  ['another tree', {}, { context: 'other' }],
  ['another Dockerfile', {}, { dockerfile: 'FROM other' }],
  ['another stage', { target: 'release' }, {}],
  ['another platform', { platforms: 'linux/arm64' }, {}],
  ['one more platform', { platforms: 'linux/amd64,linux/arm64' }, {}],
  ['a build argument', { 'build-args': 'A=1' }, {}],
  ['the name of a secret argument', { 'secret-build-args': 'TOKEN=value' }, {}],
  ['the name of a secret', { secrets: 'npm=value' }, {}],
  ['a key', { ssh: 'default' }, {}],
  ['a label', { labels: 'a=b' }, {}],
  ['a network', { network: 'none' }, {}],
  ['provenance', { provenance: 'true' }, {}],
  ['an SBOM', { sbom: 'true' }, {}],
  ['a context that is an image', { 'build-contexts': 'base=docker-image://example/base:1' }, {}],
])('changes with %s', (_, given, files) => {
  expect(tag(given, files)).not.toBe(tag());
});

test.each<[string, Record<string, string>, Record<string, string>]>([
  ['the value of a secret', { secrets: 'npm=one-value' }, { secrets: 'npm=another-value' }],
  ['how a secret is handed over', { secrets: 'npm=one-value' }, { 'secret-envs': 'npm=NPM_TOKEN' }],
  ['the value of a secret argument', { 'secret-build-args': 'T=one' }, { 'secret-build-args': 'T=two' }],
  ['the order of arguments', { 'build-args': 'A=1\nB=2' }, { 'build-args': 'B=2\nA=1' }],
  [
    'the order of platforms',
    { platforms: 'linux/amd64,linux/arm64' },
    { platforms: 'linux/arm64,linux/amd64' },
  ],
  ['caches', {}, { cache: 'ecr' }],
  ['whether caches are used', {}, { 'no-cache': 'true' }],
  ['whether base images are pulled', {}, { pull: 'true' }],
  ['the builder', {}, { builder: 'big' }],
  ['more tags', {}, { tags: 'latest' }],
  ['the path of a key', { ssh: 'default=a' }, { ssh: 'default=b' }],
])('does not change with %s', (_, one, other) => {
  expect(tag(one)).toBe(tag(other));
});

test('a context in a folder counts by its files, not by its path', () => {
  const at = (path: string, digest: string): string =>
    tag({ 'build-contexts': `lib=${path}` }, { lib: digest });
  expect(at('../lib', 'x')).toBe(at('./lib', 'x'));
  expect(at('../lib', 'x')).not.toBe(at('../lib', 'y'));
});

test('arguments can’t be moved into one another', () => {
  expect(tag({ 'build-args': 'A=1\nB=2' })).not.toBe(tag({ 'build-args': 'A=1,B=2' }));
});

test('an image that is there already has its own digest', () => {
  expect(contentOfDigest(`sha256:${'ab'.repeat(32)}`)).toBe(`content-${'ab'.repeat(20)}`);
});

test.each([
  ['.', false],
  ['services/web', false],
  ['/absolute/path', false],
  ['https://git.example/app.git#main', true],
  ['git@git.example:app.git', true],
  ['github.com/owner/app', true],
  ['docker-image://alpine', true],
  ['target:base', true],
  ['-', true],
])('%s lies elsewhere: %s', (context, expected) => {
  expect(isElsewhere(context)).toBe(expected);
});
