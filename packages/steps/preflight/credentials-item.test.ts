import { expect, test } from '@jest/globals';
import { credentialsItem } from './credentials-item.ts';
import type { Facts } from './facts.ts';

const MINUTE = 60_000;

test.each<[number, string]>([
  [-1, 'failed: These credentials have expired.'],
  [30, 'failed: These credentials last 30 minutes more; the deployment takes 60'],
  [70, 'warned: These credentials last 70 minutes more'],
  [600, 'passed: They last 600 minutes more'],
])('credentials that end in %s minutes', async (minutes, said) => {
  const identity = { validity: () => Promise.resolve({ kind: 'until', at: minutes * MINUTE }) };
  const budget = { totalMs: 125 * MINUTE, reason: 'install 60 min + termination wait 60 min + slack 5 min' };
  const item = credentialsItem(
    { aws: { region: 'us-east-1', identity } } as unknown as Facts,
    { duration: () => Promise.resolve({ budget, leastMinutes: 60 }) },
    () => 0,
  );
  const { status, what } = await item.check();
  expect(`${status}: ${what}`).toContain(said);
});
