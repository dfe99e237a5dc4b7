import { createServer } from 'node:http';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { forward, Stage, weighted } from './testing/stage.ts';

let stage: Stage;

beforeEach(async () => {
  stage = await Stage.open();
});
afterEach(async () => {
  await stage.close();
});

describe('target health', () => {
  test('a group that no listener names is not in use', async () => {
    await stage.app('blue', '10.0.0.1');
    expect(await stage.states(await stage.targetGroup('blue', '10.0.0.1'))).toEqual([
      'unused | Target.NotInUse | Target group is not configured to receive traffic from the load balancer',
    ]);
  });

  test('a target becomes healthy, answers wrongly, and recovers', async () => {
    const blue = await stage.app('blue', '10.0.0.1');
    const group = await stage.targetGroup('blue', '10.0.0.1');
    await stage.listener([forward(group)]);
    expect((await stage.states(group))[0]).toMatch(/^initial \| Elb\./);
    await stage.healthy(group);
    blue.status = 500;
    await stage.statesWhen(
      group,
      ([state]) =>
        state === 'unhealthy | Target.ResponseCodeMismatch | Health checks failed with these codes: [500]',
    );
    blue.status = 200;
    await stage.healthy(group);
  });

  test('a target at which nothing listens fails its checks', async () => {
    const group = await stage.targetGroup('blue', '10.0.0.9');
    await stage.listener([forward(group)]);
    const [state] = await stage.statesWhen(group, ([state]) => state?.startsWith('unhealthy') === true);
    expect(state).toBe('unhealthy | Target.FailedHealthChecks | Health checks failed');
  });

  test('a target that does not answer in time', async () => {
    const server = createServer(() => undefined);
    await stage.attach(server, '10.0.0.3');
    const group = await stage.targetGroup('slow', '10.0.0.3');
    await stage.listener([forward(group)]);
    const [state] = await stage.statesWhen(group, ([state]) => state?.startsWith('unhealthy') === true);
    expect(state).toBe('unhealthy | Target.Timeout | Request timed out');
  });

  test('weight 0 keeps a group in use, and its health checks run', async () => {
    await stage.app('blue', '10.0.0.1');
    await stage.app('green', '10.0.0.2');
    const blue = await stage.targetGroup('blue', '10.0.0.1');
    const green = await stage.targetGroup('green', '10.0.0.2');
    await stage.listener([weighted([blue, 100], [green, 0])]);
    await stage.healthy(green);
    expect(await stage.states(green)).toEqual(['healthy']);
  });
});
