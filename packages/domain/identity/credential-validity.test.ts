import { expect, test } from '@jest/globals';
import { warnOfExpiry, type CredentialValidity, credentialEnd } from './credential-validity.ts';

const NOW = Date.UTC(2026, 0, 2, 12);
const BUDGET = { totalMs: 65 * 60_000, reason: 'install 60 min + slack 5 min' };

test('both times and the budget’s parts are told', () => {
  const warning = warnOfExpiry({ kind: 'until', at: NOW + 3_600_000 }, NOW, 'the deployment', BUDGET);
  expect(warning?.what).toBe(
    'The AWS credentials end at 2026-01-02T13:00:00Z (in 60 min), but the deployment may take until 2026-01-02T13:05:00Z (65 min: install 60 min + slack 5 min).',
  );
  expect(warning?.fix).toMatch(/role-to-assume.*id-token.*role-duration-seconds/);
});

test('an end in the past is called so', () => {
  expect(warnOfExpiry({ kind: 'until', at: NOW - 1 }, NOW, 'the deployment', BUDGET)?.what).toContain(
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

test.each([
  ['2026-11-30T12:00:00.000Z', Date.UTC(2026, 10, 30, 12)],
  ['"2026-11-30T12:00:00.000Z"', Date.UTC(2026, 10, 30, 12)],
  [' "2026-11-30T12:00:00Z" \n', Date.UTC(2026, 10, 30, 12)],
  ["'2026-11-30T13:00:00+01:00'", Date.UTC(2026, 10, 30, 12)],
  ['2026-11-30T12:00:00', Date.UTC(2026, 10, 30, 12)],
  ['2026-11-30T21:00:00+0900', Date.UTC(2026, 10, 30, 12)],
  ['2026-11-30T12:00:00.123456789Z', Date.UTC(2026, 10, 30, 12, 0, 0, 123)],
  ['2026-11-30 12:00:00Z', Date.UTC(2026, 10, 30, 12)],
  ['2026-11-30 12:00:00 +0000 UTC', Date.UTC(2026, 10, 30, 12)],
  ['2026-11-30t12:00:00z', Date.UTC(2026, 10, 30, 12)],
  ['1796040000', Date.UTC(2026, 10, 30, 12)],
  ['"1796040000000"', Date.UTC(2026, 10, 30, 12)],
  ['2026-11-30', undefined],
  ['2026-11-30T12:00:00ZX', undefined],
  ['', undefined],
  ['""', undefined],
  ['null', undefined],
  ['7', undefined],
  ['2026-99-99T00:00:00Z', undefined],
  [undefined, undefined],
])('the end of credentials in %j', (text, at) => {
  expect(credentialEnd(text)).toBe(at);
});
