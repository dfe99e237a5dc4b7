import { expect, test } from '@jest/globals';
import { warnOfExpiry, type CredentialValidity } from './credential-validity.ts';

const NOW = Date.UTC(2026, 0, 2, 12);
const BUDGET = { totalMs: 65 * 60_000, reason: 'install 60 min + slack 5 min' };

test('both times and the budget’s parts are told', () => {
  const warning = warnOfExpiry({ kind: 'until', at: NOW + 3_600_000 }, NOW, 'the deployment', BUDGET);
  expect(warning?.text).toBe(
    'The AWS credentials end at 2026-01-02T13:00:00Z (in 60 min), but the deployment may take until 2026-01-02T13:05:00Z (65 min: install 60 min + slack 5 min).',
  );
  expect(warning?.remedy).toMatch(/role-to-assume.*id-token.*role-duration-seconds/);
});

test('an end in the past is called so', () => {
  expect(warnOfExpiry({ kind: 'until', at: NOW - 1 }, NOW, 'the deployment', BUDGET)?.text).toContain(
    '(already over)',
  );
});

test.each<[string, CredentialValidity]>([
  ['last longer', { kind: 'until', at: NOW + BUDGET.totalMs }],
  ['are renewed', { kind: 'renewed' }],
  ['came without their end', { kind: 'unknown' }],
])('nothing is said of credentials that %s', (_, validity) => {
  expect(warnOfExpiry(validity, NOW, 'the deployment', BUDGET)).toBeUndefined();
});
