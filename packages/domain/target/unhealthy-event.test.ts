import { expect, test } from '@jest/globals';
import { targetsIn } from './unhealthy-event.ts';

const event = (text: string) => ({ id: text, at: 0, text });
const GROUP = 'arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/0123456789abcdef';

test('an event names the port and the reason of a target that is gone, each once', () => {
  const timedOut = `(service web) (port 8080) is unhealthy in (target-group ${GROUP}) due to (reason Request timed out)`;
  expect(
    targetsIn([
      event(timedOut),
      event(timedOut),
      event(
        `(service web) (instance i-0123456789abcdef0) (port 32768) is unhealthy in (target-group ${GROUP}) due to (reason Health checks failed with these codes: [404])`,
      ),
      event(
        `(service web) (port 80) is unhealthy in (target-group ${GROUP}) due to (reason Health checks failed)`,
      ),
    ]).map(({ description, id, port, reason }) => [id, port, reason, description]),
  ).toEqual([
    ['replaced target', 8080, 'Target.Timeout', 'Request timed out'],
    [
      'i-0123456789abcdef0',
      32_768,
      'Target.ResponseCodeMismatch',
      'Health checks failed with these codes: [404]',
    ],
    ['replaced target', 80, 'Target.FailedHealthChecks', 'Health checks failed'],
  ]);
});

test.each([
  '(service web) has reached a steady state.',
  '(service web) was unable to place a task. Reason: Capacity is unavailable at this time.',
  `(service web) (port 80) is unhealthy in (target-group ${GROUP}) due to (reason Target is in the stopped state)`,
])('%s tells of no unhealthy answer', (text) => {
  expect(targetsIn([event(text)])).toEqual([]);
});
