import { describe, expect, test } from '@jest/globals';
import { InvalidInput } from '@cutover/domain/inputs/input';
import { cacheOptions, cachePlace, checkCacheRepository, checkRuntime, parseCache } from './cache.ts';

const HOST = '123456789012.dkr.ecr.us-east-1.amazonaws.com';
const IMAGE = { name: 'team/app', uri: `${HOST}/team/app`, registry: HOST };
const IN_REGISTRY = 'mode=max,image-manifest=true,oci-mediatypes=true,ignore-error=true';

describe('what the build gets', () => {
  test.each<[string, readonly string[], readonly string[]]>([
    ['none', [], []],
    ['gha', ['type=gha'], ['type=gha,mode=max,ignore-error=true']],
    ['gha=web', ['type=gha,scope=web'], ['type=gha,mode=max,ignore-error=true,scope=web']],
    [
      'ecr',
      [`type=registry,ref=${HOST}/team/app:cache`],
      [`type=registry,ref=${HOST}/team/app:cache,${IN_REGISTRY}`],
    ],
    [
      'ecr=:cache-main',
      [`type=registry,ref=${HOST}/team/app:cache-main`],
      [`type=registry,ref=${HOST}/team/app:cache-main,${IN_REGISTRY}`],
    ],
    [
      'ecr=team/cache',
      [`type=registry,ref=${HOST}/team/cache:cache`],
      [`type=registry,ref=${HOST}/team/cache:cache,${IN_REGISTRY}`],
    ],
    [
      'ecr=team/cache:web',
      [`type=registry,ref=${HOST}/team/cache:web`],
      [`type=registry,ref=${HOST}/team/cache:web,${IN_REGISTRY}`],
    ],
    [
      'registry=registry.example/cache:main',
      ['type=registry,ref=registry.example/cache:main'],
      [`type=registry,ref=registry.example/cache:main,${IN_REGISTRY}`],
    ],
    [
      'local=.cache/build',
      ['type=local,src=/repo/.cache/build'],
      ['type=local,dest=/repo/.cache/build,mode=max,ignore-error=true'],
    ],
    ['local=a,b', ['type=local,"src=/repo/a,b"'], ['type=local,"dest=/repo/a,b",mode=max,ignore-error=true']],
  ])('cache: %s', (text, from, to) => {
    expect(cacheOptions(parseCache(text), IMAGE, (path) => `/repo/${path}`)).toEqual({ from, to });
  });
});

test.each([
  ['s3', /a cache/],
  ['none=x', /a cache/],
  ['gha=a,b', /gha=SCOPE/],
  ['ecr=Team/App', /ecr=REPOSITORY/],
  ['ecr=', /ecr=REPOSITORY/],
  ['ecr=a/b:', /ecr=REPOSITORY/],
  ['registry', /registry=REFERENCE/],
  ['registry=Not A Reference', /registry=REFERENCE/],
  [`registry=a/b@sha256:${'0'.repeat(64)}`, /registry=REFERENCE/],
  ['local', /local=FOLDER/],
  ['local=', /local=FOLDER/],
])('cache: %s is refused', (text, message) => {
  expect(() => parseCache(text)).toThrow(InvalidInput);
  expect(() => parseCache(text)).toThrow(message);
});

describe('which repository of the registry holds the cache', () => {
  test.each<[string, ReturnType<typeof cachePlace>]>([
    ['none', undefined],
    ['gha', undefined],
    ['local=x', undefined],
    ['ecr', { repository: 'team/app', tag: 'cache' }],
    ['ecr=team/cache:web', { repository: 'team/cache', tag: 'web' }],
    [`registry=${HOST}/team/cache`, { repository: 'team/cache', tag: 'latest' }],
    ['registry=registry.example/cache:main', undefined],
  ])('%s', (text, expected) => {
    expect(cachePlace(parseCache(text), IMAGE)).toEqual(expected);
  });
});

describe('a repository that could hold one cache and never a newer one', () => {
  const verdict = (mutability: string, exclusions: readonly string[]): string => {
    try {
      checkCacheRepository({ ...IMAGE, mutability, exclusions }, 'cache');
      return 'fit';
    } catch (error) {
      return String(error);
    }
  };
  test.each<[string, readonly string[], RegExp]>([
    ['MUTABLE', [], /^fit$/],
    ['IMMUTABLE', [], /Input cache: repository team\/app lets no tag be moved/],
    ['IMMUTABLE_WITH_EXCLUSION', ['live-*'], /lets no tag be moved/],
    ['IMMUTABLE_WITH_EXCLUSION', ['live-*', 'cache*'], /^fit$/],
    ['MUTABLE_WITH_EXCLUSION', ['v*'], /^fit$/],
    ['MUTABLE_WITH_EXCLUSION', ['cache'], /lets no tag be moved/],
  ])('%s %j: %s', (mutability, exclusions, expected) => {
    expect(verdict(mutability, exclusions)).toMatch(expected);
  });
});

describe('cache: gha needs what GitHub’s runner tells', () => {
  const verdict = (names: readonly string[]): string => {
    try {
      checkRuntime(parseCache('gha'), (asked) => asked.filter((one) => !names.includes(one)));
      return 'fit';
    } catch (error) {
      return String(error);
    }
  };
  test.each<[readonly string[], RegExp]>([
    [['ACTIONS_RUNTIME_TOKEN', 'ACTIONS_RESULTS_URL'], /^fit$/],
    [['ACTIONS_RUNTIME_TOKEN', 'ACTIONS_CACHE_URL'], /^fit$/],
    [['ACTIONS_RUNTIME_TOKEN'], /ACTIONS_RESULTS_URL is not set/],
    [['ACTIONS_CACHE_URL'], /ACTIONS_RUNTIME_TOKEN is not set/],
    [[], /ACTIONS_RUNTIME_TOKEN, ACTIONS_RESULTS_URL is not set/],
  ])('%j', (names, expected) => {
    expect(verdict(names)).toMatch(expected);
  });
});
