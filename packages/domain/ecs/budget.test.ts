import { expect, test } from '@jest/globals';
import { leastMinutes, serviceDeploymentBudget } from './budget.ts';
import type { DeploymentSettings } from './service-deployment.ts';

const rolling: DeploymentSettings = {
  strategy: 'ROLLING',
  bakeMinutes: 0,
  steps: 1,
  stepMinutes: 0,
  breaker: { enabled: true, rollback: true },
  alarms: { enabled: false, rollback: false, names: [] },
  hooks: [],
  minimumHealthyPercent: 100,
  maximumPercent: 200,
};
const linear = { ...rolling, strategy: 'LINEAR', bakeMinutes: 10, steps: 4, stepMinutes: 3 };
const question = { waitUntil: 'traffic-shifted', hooks: 0 } as const;

test.each<[string, DeploymentSettings | undefined, object, number, string]>([
  ['a rolling deployment', rolling, {}, 65, 'roll-out 60 min + slack 5 min'],
  ['settings that are not known', undefined, {}, 65, 'roll-out 60 min + slack 5 min'],
  [
    'its bake counts, since its success comes after it',
    { ...rolling, bakeMinutes: 10 },
    {},
    75,
    'roll-out 60 min + bake 10 min + slack 5 min',
  ],
  ['a linear shift waits between its steps', linear, {}, 74, 'scale-up 60 min + steps 9 min + slack 5 min'],
  [
    'a linear shift to its end',
    linear,
    { waitUntil: 'completed' },
    99,
    'scale-up 60 min + steps 9 min + bake 10 min + clean-up 15 min + slack 5 min',
  ],
  ['a limit of the user’s own', linear, { minutes: 7 }, 7, 'wait-for-minutes 7'],
])('%s', (_, settings, more, minutes, reason) => {
  expect(serviceDeploymentBudget(settings, { ...question, ...more })).toEqual({
    totalMs: minutes * 60_000,
    reason,
  });
});

test('the least time is that of steps and bake', () => {
  expect(leastMinutes(linear, 'traffic-shifted')).toBe(9);
  expect(leastMinutes(linear, 'completed')).toBe(19);
  expect(leastMinutes(linear, 'ready')).toBe(0);
  expect(leastMinutes(undefined, 'completed')).toBe(0);
});
