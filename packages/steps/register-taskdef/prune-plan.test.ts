import { expect, test } from '@jest/globals';
import { prunePlan } from './prune-plan.ts';

const arn = (number: number, family = 'shop'): string =>
  `arn:aws:ecs:us-east-1:123456789012:task-definition/${family}:${number}`;

const family = (...numbers: number[]): readonly string[] => numbers.map((number) => arn(number));
const uses = (...numbers: number[]): ReadonlyMap<string, string> =>
  new Map(numbers.map((number) => [arn(number), 'a task runs it']));

test.each<[string, readonly number[], number, readonly number[], string, readonly number[]]>([
  ['the oldest go', [1, 2, 3, 4, 5], 2, [5], arn(5), [1, 2, 3]],
  ['what is in use stays', [1, 2, 3, 4, 5], 2, [5, 2], arn(5), [1, 3]],
  ['as many as are wanted stay, whatever their numbers', [3, 10, 12, 90], 3, [90], arn(90), [3]],
  [
    'numbers count, not the order of the list or of the texts',
    [10, 9, 2, 100],
    1,
    [100],
    arn(100),
    [2, 9, 10],
  ],
  ['what is newer than what serves may be waiting for its deployment', [1, 2, 3, 4, 5], 1, [2], arn(2), [1]],
  ['nothing goes while another family serves', [1, 2, 3], 1, [], arn(9, 'bootstrap'), []],
  ['nothing goes where there are no more than are wanted', [1, 2], 2, [2], arn(2), []],
  ['what serves stays even if nothing else says so', [1, 2, 3], 1, [], arn(2), [1]],
])('%s', (_, numbers, keep, used, serving, gone) => {
  expect(prunePlan(family(...numbers), keep, uses(...used), serving).deregister).toEqual(family(...gone));
});

test('no more than ten go at once, the rest in later runs', () => {
  const numbers = Array.from({ length: 40 }, (_, index) => index + 1);
  const plan = prunePlan(family(...numbers), 5, uses(40, 3), arn(40));
  expect(plan.deregister).toHaveLength(10);
  expect(plan.later).toBe(24);
  expect([...plan.kept]).toEqual([[arn(3), 'a task runs it']]);
});
