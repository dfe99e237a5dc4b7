import { expect, test } from '@jest/globals';
import type { RuleState } from '@cutover/aws/elb/listener-rules';
import { placesFor } from './places.ts';

const OURS = new Set(['blue', 'green']);
const paths = (path: string): RuleState['conditions'] => [
  { Field: 'path-pattern', PathPatternConfig: { Values: [path] } },
];
const rule = (priority: number | undefined, ...targetGroups: string[]): RuleState => ({
  arn: `rule-${priority ?? 'default'}`,
  priority,
  conditions: priority === undefined ? [] : paths(`/${priority}`),
  targetGroups,
  fixedStatus: targetGroups.length === 0 ? '200' : undefined,
});
/** `/path at priority +moved` */
const places = (rules: readonly RuleState[], taken: readonly number[] = []): readonly string[] =>
  placesFor(rules, OURS, taken).map(
    ({ conditions, priority, moved }) =>
      `${conditions[0]?.PathPatternConfig?.Values?.[0] ?? '?'} at ${priority} +${moved}`,
  );

test.each<[string, readonly RuleState[], readonly string[], readonly number[]]>([
  ['nothing on a listener that leads elsewhere', [rule(1), rule(undefined, 'other')], [], []],
  ['one rule on top of a listener of its own', [rule(undefined, 'blue', 'green')], ['* at 1 +0'], []],
  ['on top of rules that leave room', [rule(2, 'blue'), rule(undefined, 'green')], ['* at 1 +0'], []],
  [
    'on top of rules that leave none, which move down to the first gap',
    [rule(1), rule(2, 'blue'), rule(3), rule(7), rule(undefined, 'blue')],
    ['* at 1 +3'],
    [],
  ],
  ['on top of a window of somebody else', [rule(2), rule(undefined, 'blue')], ['* at 1 +2'], [1]],
  [
    'below all others on a shared listener whose default leads to us',
    [rule(5, 'other'), rule(9, 'other'), rule(undefined, 'blue')],
    ['* at 10 +0'],
    [],
  ],
  [
    'above our own rules only on a shared listener, the last one first',
    [rule(1, 'blue'), rule(2, 'other'), rule(3, 'green'), rule(9, 'blue'), rule(undefined, 'other')],
    ['/9 at 8 +0', '/3 at 3 +1', '/1 at 1 +3'],
    [],
  ],
  [
    'in the last gap when the last priority is in use',
    [rule(49_999, 'other'), rule(50_000, 'other'), rule(undefined, 'blue')],
    ['* at 49998 +0'],
    [],
  ],
])('%s', (_, rules, expected, taken) => {
  expect(places(rules, taken)).toEqual(expected);
});
