import { afterEach, expect, jest, test } from '@jest/globals';
import { systemClock } from './clock.ts';

afterEach(() => {
  jest.restoreAllMocks();
});

test('the time does not jump when somebody sets the clock of the machine', () => {
  const before = systemClock.now();
  const set = Date.now() + 3 * 3_600_000;
  jest.spyOn(Date, 'now').mockReturnValue(set);
  expect(systemClock.now() - before).toBeLessThan(3_600_000);
  expect(systemClock.now()).toBeGreaterThanOrEqual(before);
});
