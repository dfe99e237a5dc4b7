import { expect, test } from '@jest/globals';
import { formatClock, formatDuration } from './duration.ts';

test.each([
  [0, '00:00'],
  [59.9, '00:59'],
  [125, '02:05'],
  [7200, '120:00'],
])('%d seconds on the clock: %s', (seconds, expected) => {
  expect(formatClock(seconds)).toBe(expected);
});

test.each([
  [0.42, '0.4 s'],
  [12.3, '12 s'],
  [59.7, '1 min'],
  [60, '1 min'],
  [200, '3 min 20 s'],
])('%d seconds last %s', (seconds, expected) => {
  expect(formatDuration(seconds)).toBe(expected);
});
