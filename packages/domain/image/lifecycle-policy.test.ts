import { expect, test } from '@jest/globals';
import { expiringRule } from './lifecycle-policy.ts';

const rule = (rulePriority: number, selection: object, description = ''): object => ({
  rulePriority,
  ...(description === '' ? {} : { description }),
  selection,
  action: { type: 'expire' },
});
const newest = (countNumber: number, selection: object): object => ({
  ...selection,
  countType: 'imageCountMoreThan',
  countNumber,
});
const older = (countNumber: number, selection: object): object => ({
  ...selection,
  countType: 'sinceImagePushed',
  countUnit: 'days',
  countNumber,
});
const tagged = (...tagPatternList: readonly string[]): object => ({ tagStatus: 'tagged', tagPatternList });
const KEEP = rule(1, newest(100_000, tagged('live-*')));

test.each<[string, readonly object[], string | undefined]>([
  ['no rules', [], undefined],
  ['the template’s rules', [KEEP, rule(3, newest(30, tagged('*')))], undefined],
  ['a rule for what has no tag', [rule(1, older(14, { tagStatus: 'untagged' }))], undefined],
  ['a rule for other tags', [rule(1, newest(5, tagged('pr-*')))], undefined],
  [
    'a rule for other prefixes',
    [rule(1, newest(5, { tagStatus: 'tagged', tagPrefixList: ['pr-'] }))],
    undefined,
  ],
  ['a rule of two patterns, one of which fits', [rule(1, newest(5, tagged('live-*', 'pr-*')))], undefined],
  ['the newest ten of all', [rule(1, newest(10, { tagStatus: 'any' }))], '1: once 10 newer images match it'],
  ['the newest ten of all tags', [rule(2, newest(10, tagged('*')))], '2: once 10 newer images match it'],
  ['by age', [rule(1, older(30, { tagStatus: 'any' }))], '1: 30 days after it was pushed'],
  [
    'by age, by a prefix',
    [rule(1, older(30, { tagStatus: 'tagged', tagPrefixList: ['live'] }))],
    '1: 30 days after it was pushed',
  ],
  [
    'a keeper with a lower priority',
    [rule(9, newest(100_000, tagged('live-*'))), rule(2, older(1, { tagStatus: 'any' }))],
    '2: 1 days after it was pushed',
  ],
  [
    'a keeper for one service alone',
    [rule(1, newest(1, tagged('live-web'))), rule(2, older(1, { tagStatus: 'any' }))],
    undefined,
  ],
  [
    'a keeper for the newest mark of many services',
    [rule(1, newest(1, tagged('live-*')))],
    '1: once 1 newer images match it',
  ],
  [
    'a keeper that comes first by priority, not by place',
    [rule(5, older(1, { tagStatus: 'any' })), KEEP],
    undefined,
  ],
  [
    'an action that removes nothing',
    [{ ...rule(1, older(1, { tagStatus: 'any' })), action: { type: 'transition' } }],
    undefined,
  ],
])('%s', (_, rules, expected) => {
  const found = expiringRule(JSON.stringify({ rules }), ['live-web']);
  expect(found === undefined ? undefined : `${found.priority}: ${found.when}`).toBe(expected);
});

test('a rule is told in its author’s words, and by the image’s other tags', () => {
  const policy = JSON.stringify({
    rules: [rule(1, older(7, tagged('v*')), 'Old versions'), { ...KEEP, rulePriority: 2 }],
  });
  expect(expiringRule(policy, ['live-web'])).toBeUndefined();
  expect(expiringRule(policy, ['live-web', 'v1'])).toMatchObject({ description: 'Old versions' });
});

test('what is no policy is none', () => {
  expect(expiringRule('', ['live-web'])).toBeUndefined();
  expect(expiringRule('{"rules": 1}', ['live-web'])).toBeUndefined();
});
