import { expect, test } from '@jest/globals';
import { expired, type Candidate, type LifecycleRule } from './expire.ts';

type Selection = LifecycleRule['selection'];

const DAY = 24 * 3600 * 1000;
const NOW = Date.parse('2026-03-01T00:00:00Z');

function image(digest: string, ageDays: number, ...tags: string[]): Candidate {
  return { digest, tags, pushedAt: new Date(NOW - ageDays * DAY), referenced: false };
}
const count = (tagStatus: Selection['tagStatus'], countNumber: number, more: object = {}): Selection => ({
  tagStatus,
  countType: 'imageCountMoreThan',
  countNumber,
  ...more,
});
const age = (tagStatus: Selection['tagStatus'], countNumber: number, more: object = {}): Selection => ({
  ...count(tagStatus, countNumber, more),
  countType: 'sinceImagePushed',
});

const images = [
  image('a', 10, 'beta-1', 'prod-1'),
  image('b', 9, 'beta-2', 'prod-2'),
  image('c', 8, 'beta-3'),
  image('d', 7),
  image('e', 6),
  { ...image('f', 20), referenced: true },
];
const prod = { tagPrefixList: ['prod'] };
const beta = { tagPrefixList: ['beta'] };

test.each<{ name: string; rules: Selection[]; gone: string[] }>([
  { name: 'no more than asked', rules: [count('any', 6)], gone: [] },
  { name: 'too many: the oldest, not the one in an index', rules: [count('any', 3)], gone: ['a', 'b'] },
  { name: 'older than days', rules: [age('any', 8)], gone: ['a', 'b'] },
  { name: 'exactly as old is not older', rules: [age('any', 10)], gone: [] },
  { name: 'untagged by age', rules: [age('untagged', 6)], gone: ['d'] },
  { name: 'untagged by count', rules: [count('untagged', 1)], gone: ['d'] },
  { name: 'an image of an index alone', rules: [age('untagged', 15)], gone: [] },
  { name: 'a prefix', rules: [age('tagged', 1, prod)], gone: ['a', 'b'] },
  {
    name: 'two prefixes are both needed',
    rules: [age('tagged', 1, { tagPrefixList: ['beta-', 'prod-2'] })],
    gone: ['b'],
  },
  { name: 'a prefix is no pattern', rules: [age('tagged', 1, { tagPrefixList: ['*-1'] })], gone: [] },
  { name: 'a pattern', rules: [age('tagged', 1, { tagPatternList: ['*-3'] })], gone: ['c'] },
  {
    name: 'a pattern without * is the tag',
    rules: [age('tagged', 1, { tagPatternList: ['beta'] })],
    gone: [],
  },
  {
    name: 'two patterns are both needed',
    rules: [age('tagged', 1, { tagPatternList: ['b*a-*', '*prod*'] })],
    gone: ['a', 'b'],
  },
  // The two examples of the user guide: the order of the rules decides.
  {
    name: 'what an earlier rule keeps, a later one keeps',
    rules: [count('tagged', 1, prod), count('tagged', 1, beta)],
    gone: ['a'],
  },
  {
    name: 'what an earlier rule expires is gone for a later one',
    rules: [count('tagged', 1, beta), count('tagged', 1, prod)],
    gone: ['a', 'b'],
  },
  {
    name: 'an image of an earlier rule counts in a later one',
    rules: [count('tagged', 5, { tagPatternList: ['*-3'] }), count('any', 3)],
    gone: ['a', 'b'],
  },
  {
    name: 'any comes after the rules for tags',
    rules: [count('tagged', 5, beta), age('any', 1)],
    gone: ['d', 'e'],
  },
])('$name', ({ rules, gone }) => {
  const numbered = rules.map((selection, index) => ({ rulePriority: index + 1, selection }));
  expect(expired(numbered.toReversed(), images, NOW)).toEqual(gone);
});
