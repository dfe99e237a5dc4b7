import { describe, expect, test } from '@jest/globals';
import { firstFailure, isSettled, rootFailures, saysNoChanges, type StackEvent } from './stack.ts';

const event = (resource: string, status: string, reason?: string): StackEvent => ({
  id: `${resource}-${status}`,
  resource,
  resourceType: 'AWS::X::Y',
  physicalId: '',
  status,
  isStack: resource === 'stack',
  ...(reason === undefined ? {} : { reason }),
});

describe('the first failure is', () => {
  test.each<[string, readonly StackEvent[], string | undefined]>([
    [
      'the cause, not what was cancelled because of it',
      [
        event('stack', 'CREATE_IN_PROGRESS'),
        event('B', 'CREATE_FAILED', 'Resource creation cancelled'),
        event('A', 'CREATE_FAILED', 'already exists'),
        event('C', 'CREATE_FAILED', 'Resource creation cancelled'),
        event('stack', 'ROLLBACK_IN_PROGRESS', 'The following resource(s) failed to create: [A]'),
      ],
      'A',
    ],
    ['the earliest', [event('A', 'UPDATE_FAILED', 'x'), event('B', 'DELETE_FAILED', 'y')], 'A'],
    [
      'the stack’s own when no resource failed',
      [event('stack', 'ROLLBACK_IN_PROGRESS', 'hook failed')],
      'stack',
    ],
    ['none where nothing failed', [event('stack', 'CREATE_COMPLETE')], undefined],
  ])('%s', (_, events, resource) => {
    expect(firstFailure(events)?.resource).toBe(resource);
  });
});

test('consequences and the stack’s own summary are no causes', () => {
  const events = [
    event('B', 'UPDATE_FAILED', 'Resource update cancelled'),
    event('A', 'UPDATE_FAILED', 'already exists'),
    event('C', 'DELETE_FAILED', 'Resource deletion cancelled'),
    event('D', 'DELETE_FAILED', 'not empty'),
    event('E', 'CREATE_FAILED'),
    event('stack', 'UPDATE_ROLLBACK_FAILED', 'The following resource(s) failed to update: [A]'),
  ];
  expect(rootFailures(events).map(({ resource }) => resource)).toEqual(['A', 'D']);
});

test.each([
  ['CREATE_COMPLETE', true],
  ['UPDATE_COMPLETE_CLEANUP_IN_PROGRESS', false],
  ['ROLLBACK_IN_PROGRESS', false],
  ['UPDATE_ROLLBACK_FAILED', true],
  ['REVIEW_IN_PROGRESS', true],
])('%s is settled: %s', (status, settled) => {
  expect(isSettled(status)).toBe(settled);
});

test.each([
  [
    "The submitted information didn't contain changes. Submit different information to create a change set.",
    true,
  ],
  ['No updates are to be performed.', true],
  ['Template error: instance of Fn::GetAtt references undefined resource A', false],
])('%s means no changes: %s', (reason, none) => {
  expect(saysNoChanges(reason)).toBe(none);
});
