import { describe, expect, test } from '@jest/globals';
import type { ImageSelector, Images, RepositoryState, StoredImage } from '@cutover/aws/ecr/images';
import type { Digest } from '@cutover/domain/image/digest';
import { AwsCallError } from '@cutover/domain/errors';
import { liveTag, protect, protectDigest } from './protect.ts';

const digestOf = (letter: string): Digest => `sha256:${letter.repeat(64)}`;

function image(letter: string): StoredImage {
  const manifest = { kind: 'index', mediaType: 'index', entries: [] } as const;
  return { digest: digestOf(letter), mediaType: 'index', text: letter, manifest };
}

const repository: RepositoryState = {
  name: 'team/app',
  arn: 'arn',
  uri: 'host/team/app',
  registry: 'host',
  account: '123456789012',
  mutability: 'IMMUTABLE_WITH_EXCLUSION',
  exclusions: ['live-*', 'previous-*'],
};

/** A repository's tags; `log` has what was moved. */
function store(tags: Record<string, string>) {
  const log: string[] = [];
  const images: Pick<Images, 'find' | 'tag'> = {
    find: (_: RepositoryState, selector: ImageSelector) => {
      const letter = 'tag' in selector ? tags[selector.tag] : undefined;
      return Promise.resolve(letter === undefined ? undefined : image(letter));
    },
    tag: (_: RepositoryState, { text }: StoredImage, tag: string) => {
      log.push(`${tag}=${text}`);
      tags[tag] = text;
      return Promise.resolve();
    },
  };
  return { images, log, tags };
}

describe('the image that serves and the one before keep their tags', () => {
  test.each<[string, Record<string, string>, string, readonly string[]]>([
    ['the first deployment', {}, 'a', ['live-web=a']],
    ['the second', { 'live-web': 'a' }, 'b', ['previous-web=a', 'live-web=b']],
    ['the third', { 'live-web': 'b', 'previous-web': 'a' }, 'c', ['previous-web=b', 'live-web=c']],
    ['the same image again', { 'live-web': 'b', 'previous-web': 'a' }, 'b', []],
    [
      'back to the one before',
      { 'live-web': 'b', 'previous-web': 'a' },
      'a',
      ['previous-web=b', 'live-web=a'],
    ],
    ['an interrupted change', { 'live-web': 'a', 'previous-web': 'a' }, 'b', ['live-web=b']],
    ['another service', { 'live-api': 'a' }, 'b', ['live-web=b']],
  ])('%s', async (_, tags, serves, expected) => {
    const { images, log } = store(tags);
    const result = await protect(images, repository, image(serves), liveTag('web'));
    expect(log).toEqual(expected);
    expect(result).toMatchObject({
      kind: expected.length === 0 ? 'unchanged' : 'protected',
      tag: 'live-web',
    });
    expect(tags['live-web']).toBe(serves);
  });

  test('what served before the first mark is kept where it is known', async () => {
    const { images, log } = store({});
    const result = await protect(images, repository, image('b'), 'live-web', image('a'));
    expect(log).toEqual(['previous-web=a', 'live-web=b']);
    expect(result).toMatchObject({ previous: { tag: 'previous-web', digest: digestOf('a') } });
  });

  test('twice is as good as once', async () => {
    const { images, log } = store({ 'live-web': 'a' });
    await protect(images, repository, image('b'), 'live-web');
    const again = await protect(images, repository, image('b'), 'live-web');
    expect(log).toHaveLength(2);
    expect(again).toMatchObject({ kind: 'unchanged', previous: { digest: digestOf('a') } });
  });
});

describe('by the digest that a deployment knows', () => {
  const place = { repository: { name: 'team/app' }, digest: digestOf('b'), service: 'web' };
  const having = (tags: Record<string, string>, ...letters: string[]) => {
    const { images, log } = store(tags);
    const find: typeof images.find = async (where, selector) =>
      'tag' in selector
        ? await images.find(where, selector)
        : letters.map(image).find(({ digest }) => digest === selector.digest);
    return { images: { ...images, find, repository: () => Promise.resolve(repository) }, log };
  };

  test('the image and the one before are marked', async () => {
    const { images, log } = having({}, 'a', 'b');
    expect(await protectDigest(images, place, digestOf('a'))).toMatchObject({ kind: 'protected' });
    expect(log).toEqual(['previous-web=a', 'live-web=b']);
  });

  test.each<[string, () => Promise<RepositoryState | undefined>, RegExp]>([
    ['a repository elsewhere', () => Promise.resolve(undefined), /has no image/],
    ['an image that is gone', () => Promise.resolve(repository), /has no image/],
    [
      'a call that fails',
      () =>
        Promise.reject(
          new AwsCallError({ action: 'ecr:DescribeRepositories', code: 'X', what: 'no', fix: 'wait' }),
        ),
      /Tag live-web could not be set: ecr:DescribeRepositories failed/,
    ],
  ])('%s is told, not thrown', async (_, find, message) => {
    const { images, log } = having({});
    const result = await protectDigest({ ...images, repository: find }, place);
    expect(result).toMatchObject({ kind: 'refused', what: expect.stringMatching(message) });
    expect(log).toEqual([]);
  });
});

describe('a repository whose tags stay', () => {
  const fixed: RepositoryState = { ...repository, mutability: 'IMMUTABLE', exclusions: [] };

  test('takes the first mark', async () => {
    const { images, log } = store({});
    expect(await protect(images, fixed, image('a'), 'live-web')).toMatchObject({ kind: 'protected' });
    expect(log).toEqual(['live-web=a']);
  });

  test('is named when the mark would have to move, and nothing is changed', async () => {
    const { images, log } = store({ 'live-web': 'a' });
    const result = await protect(images, fixed, image('b'), 'live-web');
    expect(log).toEqual([]);
    expect(result).toMatchObject({
      kind: 'refused',
      what: expect.stringContaining('repository team/app lets no tag be moved'),
      fix: expect.stringContaining('IMMUTABLE_WITH_EXCLUSION'),
    });
  });
});
