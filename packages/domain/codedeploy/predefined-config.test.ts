import { expect, test } from '@jest/globals';
import { shiftMinutes } from './budget.ts';
import { predefinedConfig } from './predefined-config.ts';

test.each<[string, number | undefined]>([
  ['CodeDeployDefault.ECSAllAtOnce', 0],
  ['CodeDeployDefault.ECSCanary10Percent5Minutes', 5],
  ['CodeDeployDefault.ECSCanary10Percent15Minutes', 15],
  ['CodeDeployDefault.ECSLinear10PercentEvery1Minutes', 9],
  ['CodeDeployDefault.ECSLinear10PercentEvery3Minutes', 27],
  ['CodeDeployDefault.OneAtATime', undefined],
  ['CodeDeployDefault.constructor', undefined],
  ['Shop.Canary', undefined],
])('%s', (name, minutes) => {
  const config = predefinedConfig(name);
  expect(config === undefined ? undefined : shiftMinutes(config.routing)).toBe(minutes);
  expect(config?.name ?? name).toBe(name);
});
