import { expect, test } from '@jest/globals';
import { painter } from '@cutover/local/paint';
import { percents, trafficBar } from './bar.ts';

const plain = painter(false);

test.each([
  ['nobody answered', {}, '······························'],
  ['one version', { '1': 12 }, '111111111111111111111111111111  v1 100 %'],
  ['two versions', { '1': 90, '2': 10 }, '111111111111111111111111111222  v1 90 %, v2 10 %'],
  [
    'a version that gave one answer of many',
    { '1': 999, '2': 1 },
    '111111111111111111111111111112  v1 99 %, v2 1 %',
  ],
  ['the placeholder', { placeholder: 3 }, '░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░  placeholder 100 %'],
])('%s', (_, byVersion, expected) => {
  expect(trafficBar(byVersion, plain)).toBe(expected);
});

test('percents are whole, and together 100', () => {
  const shares = percents({ '1': 1, '2': 1, '3': 1 });
  expect(shares.reduce((sum, [, share]) => sum + share, 0)).toBe(100);
});
