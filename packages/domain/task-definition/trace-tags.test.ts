import { expect, test } from '@jest/globals';
import { revisionTags, tagProblem, traceOf } from './trace-tags.ts';

const RUN = {
  repository: 'octo/shop',
  commit: 'abc',
  ref: 'refs/heads/main',
  runId: '1',
  runAttempt: '1',
  job: 'deploy',
  runUrl: 'https://github.com/octo/shop/actions/runs/1',
  actor: 'octocat',
};

test('what is written is what is read', () => {
  const tags = revisionTags(new Map([['team', 'web']]), new Map(), RUN, 'sha256:1');
  expect(traceOf(tags)).toEqual({ commit: 'abc', runUrl: RUN.runUrl, digest: 'sha256:1' });
  expect(tags.get('team')).toBe('web');
  expect(traceOf(new Map())).toEqual({});
});

test.each([
  ['aws:x', '1', 'begins with aws:'],
  ['AWS:x', '1', 'begins with aws:'],
  ['cutover:commit', '1', 'begins with cutover:'],
  ['k'.repeat(129), '1', 'a key of 129 characters'],
  ['k', 'v'.repeat(257), 'a value of 257 characters'],
  ['k', 'a;b', 'characters that ECS takes in no tag'],
  ['', '1', 'has no key'],
])('the tag %s=%s is refused', (key, value, message) => {
  expect(tagProblem(key, value)?.what).toContain(message);
});

test.each([
  ['team', ''],
  ['Kosten Stelle', 'Ä 1/2 + a@b'],
])('the tag %s=%s is taken', (key, value) => {
  expect(tagProblem(key, value)).toBeUndefined();
});
