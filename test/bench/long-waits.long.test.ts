import { afterEach, expect, jest, test } from '@jest/globals';
import { run } from '../bundles/action.ts';
import { Account } from '../faults/account.ts';
import { openVirtualTime, type VirtualTime } from './virtual-time.ts';

jest.setTimeout(600_000);

const MINUTE_MS = 60_000;
const INTERVAL_S = 15;
/** Health check interval times unhealthy threshold of the account's target groups, in seconds: a success is proven so long. */
const SETTLED_S = 20;

let account: Account | undefined;
let time: VirtualTime | undefined;

afterEach(async () => {
  time?.close();
  await account?.close();
});

test.each([
  ['a canary of 15 minutes and a termination wait of 60', 15, 60],
  ['a canary of 3 hours', 180, 0],
])('%s does not time out, and its end is noticed in time', async (_, canaryMinutes, terminationMinutes) => {
  account = await Account.open({ canaryMinutes, terminationMinutes });
  time = await openVirtualTime(account.sim);
  const result = await run('blue-green-codedeploy', {
    inputs: {
      cluster: 'shop',
      service: 'web',
      'task-definition-arn': 'web:2',
      'wait-until': 'completed',
      'poll-interval-seconds': String(INTERVAL_S),
    },
    env: { ...account.live.env, ...time.env },
  });
  const endedAt = account.sim.clock.now();
  expect(result.errors).toEqual([]);
  expect(result.exitCode).toBe(0);
  expect(result.outputs).toMatchObject({ outcome: 'succeeded', 'deployment-status': 'Succeeded' });
  const [deployment] = await account.live.deployments();
  const completedAt = deployment?.completeTime?.getTime() ?? 0;
  expect(completedAt - (deployment?.createTime?.getTime() ?? 0)).toBeGreaterThan(
    (canaryMinutes + terminationMinutes) * MINUTE_MS,
  );
  // The interval, its jitter and the last calls; without a termination wait the targets' proof begins with the end.
  const proofMs = terminationMinutes === 0 ? SETTLED_S * 1000 : 0;
  expect(endedAt - completedAt).toBeLessThanOrEqual(INTERVAL_S * 1000 * 1.5 + 1000 + proofMs);
  expect(await account.serving()).toMatchObject([{ primary: 'web:2', weights: { 'web:2': 100 } }]);
});
