import { expect, test } from '@jest/globals';
import { predefinedConfigs, trafficSteps } from './configs.ts';

const steps = (name: string): string =>
  trafficSteps(predefinedConfigs(new Date(0)).get(`CodeDeployDefault.${name}`)?.trafficRoutingConfig)
    .map(({ atMs, percent }) => `${percent}% at ${atMs / 60_000} min`)
    .join(', ');

test.each([
  ['ECSAllAtOnce', '100% at 0 min'],
  ['ECSCanary10Percent5Minutes', '10% at 0 min, 100% at 5 min'],
  ['ECSCanary10Percent15Minutes', '10% at 0 min, 100% at 15 min'],
  [
    'ECSLinear10PercentEvery3Minutes',
    '10% at 0 min, 20% at 3 min, 30% at 6 min, 40% at 9 min, 50% at 12 min, 60% at 15 min, 70% at 18 min, ' +
      '80% at 21 min, 90% at 24 min, 100% at 27 min',
  ],
])('%s: %s', (name, expected) => {
  expect(steps(name)).toBe(expected);
});

test('the last step of a percentage that does not divide 100 is smaller', () => {
  const routing = {
    type: 'TimeBasedLinear',
    timeBasedLinear: { linearPercentage: 40, linearInterval: 1 },
  } as const;
  expect(trafficSteps(routing).map(({ percent }) => percent)).toEqual([40, 80, 100]);
});
