import { expect, test } from '@jest/globals';
import type { DeploymentGroup, TrafficRouting } from './deployment.ts';
import type { WaitUntil } from '../deployment/budget.ts';
import { deploymentBudget, shiftMinutes } from './budget.ts';

const group: DeploymentGroup = {
  application: 'shop',
  name: 'web',
  config: 'CodeDeployDefault.ECSAllAtOnce',
  computePlatform: 'ECS',
  services: [],
  targetGroups: [],
  readyAction: 'CONTINUE_DEPLOYMENT',
  readyWaitMinutes: 0,
  terminationWaitMinutes: 60,
  autoRollbackEvents: [],
};
const atOnce: TrafficRouting = { type: 'AllAtOnce' };
const canary15: TrafficRouting = { type: 'TimeBasedCanary', percentage: 10, intervalMinutes: 15 };
const linear3: TrafficRouting = { type: 'TimeBasedLinear', percentage: 10, intervalMinutes: 3 };

test.each<[string, TrafficRouting, number]>([
  ['all at once', atOnce, 0],
  ['a canary of 15 minutes', canary15, 15],
  ['ten steps have nine intervals', linear3, 27],
  ['steps of 30 % are four', { type: 'TimeBasedLinear', percentage: 30, intervalMinutes: 2 }, 6],
])('the shift: %s', (_, routing, minutes) => {
  expect(shiftMinutes(routing)).toBe(minutes);
});

test.each<[string, WaitUntil, Partial<DeploymentGroup>, TrafficRouting, number, number]>([
  ['all at once needs the installation', 'traffic-shifted', {}, atOnce, 0, 65],
  ['a canary its interval too', 'traffic-shifted', {}, canary15, 0, 80],
  ['the termination wait counts when it is waited for', 'completed', {}, canary15, 0, 140],
  [
    'so does the wait before the shift',
    'traffic-shifted',
    { readyAction: 'STOP_DEPLOYMENT', readyWaitMinutes: 120 },
    canary15,
    0,
    200,
  ],
  [
    'until ready there is no shift',
    'ready',
    { readyAction: 'STOP_DEPLOYMENT', readyWaitMinutes: 120 },
    canary15,
    0,
    65,
  ],
  ['every hook may take an hour', 'traffic-shifted', {}, atOnce, 2, 185],
])('%s', (_, waitUntil, changes, routing, hooks, minutes) => {
  const budget = deploymentBudget({ group: { ...group, ...changes }, routing, waitUntil, hooks });
  expect(budget.totalMs / 60_000).toBe(minutes);
});

test('a gate ends the wait before the shift, so that its own time counts instead', () => {
  const waiting = { ...group, readyAction: 'STOP_DEPLOYMENT', readyWaitMinutes: 120 } as const;
  const options = { group: waiting, routing: canary15, waitUntil: 'completed', hooks: 0 } as const;
  expect(deploymentBudget(options).reason).toBe(
    'install 60 min + ready wait 120 min + shift 15 min + termination wait 60 min + slack 5 min',
  );
  expect(deploymentBudget({ ...options, gateMinutes: 5 }).reason).toBe(
    'install 60 min + gate 5 min + shift 15 min + termination wait 60 min + slack 5 min',
  );
});

test('a limit of the user’s own replaces the sum, and both say why', () => {
  const options = { group, routing: canary15, waitUntil: 'completed', hooks: 0 } as const;
  expect(deploymentBudget(options).reason).toBe(
    'install 60 min + shift 15 min + termination wait 60 min + slack 5 min',
  );
  expect(deploymentBudget({ ...options, minutes: 0.5 })).toEqual({
    totalMs: 30_000,
    reason: 'wait-for-minutes 0.5',
  });
});
