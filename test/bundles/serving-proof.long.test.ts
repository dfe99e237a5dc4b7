import { afterEach, expect, jest, test } from '@jest/globals';
import { Visitor } from '../faults/visitor.ts';
import { run } from './action.ts';
import { LiveService } from './live-service.ts';
import { says, SITUATIONS } from './shifted-and-sick.ts';

jest.setTimeout(600_000);

const open: LiveService[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map(async (live) => live.close()));
});

// They wait most of the time, so they wait together.
test.concurrent.each(SITUATIONS.map((situation) => [situation.name, situation] as const))(
  'in real time, with the default interval: a version that %s is taken back',
  async (_, { cause, fault, register }) => {
    const live = await LiveService.open({
      timeScale: 1,
      desiredCount: 2,
      terminationMinutes: 60,
      container: says('web:1'),
    });
    open.push(live);
    await register(live);
    if (fault !== undefined) live.fault(fault);
    const user = new Visitor(live.address);
    await live.until(async () => user.ask().catch(() => undefined));
    user.enter();
    try {
      const result = await run('blue-green-codedeploy', {
        inputs: { cluster: 'shop', service: 'web', 'task-definition-arn': 'web:2' },
        env: live.env,
      });
      expect(result.exitCode).toBe(1);
      expect(result.outputs).toMatchObject({ outcome: 'rolled-back', 'rolled-back': 'true' });
      expect(result.errors[0]).toMatch(cause);
      expect(await live.serving()).toBe('web:1');
      expect(await user.ask()).toBe('web:1');
    } finally {
      await user.leave();
    }
  },
);
