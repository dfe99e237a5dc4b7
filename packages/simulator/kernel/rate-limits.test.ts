import { afterEach, describe, expect, test } from '@jest/globals';
import { type RunningSimulator, startSimulator } from '../start.ts';
import { Clock } from './clock.ts';
import { RateLimits } from './rate-limits.ts';

/** How many calls in a row are allowed. */
function burst(limits: RateLimits, service: string, operation: string): number {
  let count = 0;
  while (count < 1000 && limits.allows(service, operation)) count += 1;
  return count;
}

describe('a bucket', () => {
  test.each([
    ['ecs', 'RegisterTaskDefinition', 20, 1],
    ['ecs', 'DescribeServices', 100, 20],
    ['ecs', 'RunTask', 20, 20],
    ['elasticloadbalancing', 'DescribeTargetHealth', 40, 10],
    ['elasticloadbalancing', 'ModifyListener', 20, 3],
    ['logs', 'FilterLogEvents', 5, 5],
  ])('of %s:%s holds %i calls and gets %i a second', async (service, operation, size, refill) => {
    const clock = new Clock(0);
    const limits = new RateLimits(clock);
    expect(burst(limits, service, operation)).toBe(size);
    await clock.advance(1000);
    expect(burst(limits, service, operation)).toBe(Math.min(size, refill));
    await clock.advance(3_600_000);
    expect(burst(limits, service, operation)).toBe(size);
  });

  test('is shared by the operations of its category', () => {
    const limits = new RateLimits(new Clock(0));
    expect(burst(limits, 'ecs', 'RegisterTaskDefinition')).toBe(20);
    expect(limits.allows('ecs', 'DeregisterTaskDefinition')).toBe(false);
    expect(limits.allows('ecs', 'DescribeTaskDefinition')).toBe(true);
  });

  test('does not exist where nothing is documented', () => {
    expect(burst(new RateLimits(new Clock(0)), 'codedeploy', 'GetDeployment')).toBe(1000);
  });
});

let running: RunningSimulator | undefined;
afterEach(async () => {
  await running?.close();
});

test.each([
  [true, 400],
  [false, 200],
])('with rate limits %s the 51st call is answered with %i', async (rateLimits, status) => {
  running = await startSimulator({ timeScale: 0, rateLimits });
  const { url } = running;
  const call = async () => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'x-amz-target': 'AmazonEC2ContainerServiceV20141113.ListClusters' },
      body: '{}',
    });
    return { status: response.status, text: await response.text() };
  };
  for (let count = 0; count < 50; count += 1) expect((await call()).status).toBe(200);
  const last = await call();
  expect(last.status).toBe(status);
  expect(last.text.includes('ThrottlingException')).toBe(rateLimits);
});
