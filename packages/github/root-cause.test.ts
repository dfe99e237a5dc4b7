import { describe, expect, test } from '@jest/globals';
import type { Finding } from '@cutover/domain/finding';
import { rootCauseOf, shortened, toldFindings } from './root-cause.ts';

const finding = (id: string, evidence: readonly string[]): Finding => ({
  id,
  what: `Cause of ${id}.`,
  evidence,
  fix: `Mend ${id}.`,
});

const GROUP = 'arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web-green/0123456789abcdef';

describe('a sentence of AWS is shortened to', () => {
  test.each([
    [
      'the name of a target group',
      `Task failed ELB health checks in (target-group ${GROUP})`,
      'Task failed ELB health checks in (target-group web-green)',
    ],
    [
      'the id of a task',
      'ecs:DescribeTasks reason (arn:aws:ecs:us-east-1:123456789012:task/shop/0a1b2c): OutOfMemoryError',
      'ecs:DescribeTasks reason (task/0a1b2c): OutOfMemoryError',
    ],
    [
      'the name of a role',
      'User: arn:aws:sts::123456789012:assumed-role/deploy/run-1 is not authorized on arn:aws-cn:s3:::uploads',
      'User: assumed-role/run-1 is not authorized on uploads',
    ],
    [
      'the name of a load balancer',
      'behind arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/shop/0123456789abcdef.',
      'behind loadbalancer/shop.',
    ],
    ['itself without an ARN', 'exit code 137', 'exit code 137'],
  ])('%s', (_, text, wanted) => {
    expect(shortened(text)).toBe(wanted);
  });
});

test('evidence is at most five lines, each once, and AWS’s own words are kept beside it', () => {
  const known = rootCauseOf([
    finding('root', [`in ${GROUP}`, 'a', 'a\nb', 'c', 'd', 'e']),
    finding('other', ['x']),
  ]);
  expect(known?.evidence).toEqual(['in targetgroup/web-green', 'a', 'b', 'c', 'd']);
  expect(known?.inFull).toEqual([`in ${GROUP}`]);
  expect(known?.others.map(({ id }) => id)).toEqual(['other']);
});

test('checks of our own have no root cause', () => {
  expect(rootCauseOf([finding('check', [])])).toBeUndefined();
  expect(rootCauseOf([])).toBeUndefined();
});

test('problems of the input are findings of the outputs', () => {
  expect(toldFindings([], [{ what: 'Unexpected comma.', fix: 'Remove it.' }])).toEqual([
    { id: 'configuration', what: 'Unexpected comma.', fix: 'Remove it.', certainty: 'certain' },
  ]);
});
