import { expect, test } from '@jest/globals';
import { alarmItem } from './alarm-item.ts';
import type { GroupFacts } from './group-facts.ts';

async function judged(described: readonly object[]): Promise<string> {
  const facts = {
    group: () => Promise.resolve({ alarms: { enabled: true, names: ['web-5xx'], ignorePollFailure: false } }),
    checked: {
      aws: { region: 'us-east-1', alarms: { describe: () => Promise.resolve(described) } },
      request: { alarms: undefined },
    },
  } as unknown as GroupFacts;
  const { status, what } = await alarmItem(facts).check();
  return `${status}: ${what}`;
}

test.each([
  ['ALARM', 'failed: Alarm web-5xx is firing'],
  ['OK', 'passed: web-5xx: none is firing.'],
])('an alarm in state %s', async (state, said) => {
  expect(await judged([{ name: 'web-5xx', state, reason: 'many' }])).toContain(said);
});

test('an alarm that CloudWatch does not have', async () => {
  expect(await judged([])).toContain('failed: CloudWatch has no alarm web-5xx');
});
