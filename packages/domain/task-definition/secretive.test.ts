import { expect, test } from '@jest/globals';
import { secretValues, variablesOf } from './secretive.ts';

test.each<[string, string, readonly string[]]>([
  ['ADMIN_PASSWORD', 'correct-horse', ['correct-horse']],
  ['DATABASE_URL', 'postgres://app:pw1@db/shop', ['pw1']],
  ['DB_PASSWORD', 'postgres', []],
  ['AUTH_MODE', 'disabled', []],
  ['SESSION_TIMEOUT', '3600', []],
  ['API_TOKEN_ARN', 'arn:aws:secretsmanager:us-east-1:123456789012:secret:x', []],
  ['AUTH_URL', 'https://login.example.com/', []],
  ['LOG_LEVEL', 'information', []],
])('%s=%s hides %j', (name, value, hidden) => {
  expect(secretValues([[name, value]])).toEqual(hidden);
});

test('variables are found in whatever stands in a task definition', () => {
  const environment = [{ name: 'A', value: 'b' }, { name: 1, value: 'c' }, null];
  expect(variablesOf({ containerDefinitions: [{ environment }, { environment: 'x' }, null] })).toEqual([
    ['A', 'b'],
  ]);
  expect(variablesOf({ containerDefinitions: 'x' })).toEqual([]);
});
