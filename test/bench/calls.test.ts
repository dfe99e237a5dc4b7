import { afterEach, expect, jest, test } from '@jest/globals';
import { run } from '../bundles/action.ts';
import { Account } from '../faults/account.ts';
import { countsOf, HALF_AN_HOUR } from './half-an-hour.ts';
import { PEER } from './peer-calls.ts';
import { openVirtualTime, type VirtualTime } from './virtual-time.ts';

jest.setTimeout(300_000);

let account: Account | undefined;
let time: VirtualTime | undefined;

afterEach(async () => {
  time?.close();
  await account?.close();
});

test(`a deployment of half an hour takes no more calls than ${PEER.action} makes`, async () => {
  account = await Account.open(HALF_AN_HOUR);
  time = await openVirtualTime(account.sim);
  account.sim.calls.length = 0;
  const result = await run('blue-green-codedeploy', {
    inputs: {
      cluster: 'shop',
      service: 'web',
      'task-definition-arn': 'web:2',
      'wait-until': 'completed',
      'poll-interval-seconds': String(PEER.maxDelaySeconds),
    },
    env: { ...account.live.env, ...time.env },
  });
  expect(result.errors).toEqual([]);
  expect(result.exitCode).toBe(0);
  const [deployment] = await account.live.deployments();
  expect(deployment?.status).toBe('Succeeded');
  const counts = countsOf(account.calls);
  console.log(
    `calls: ${JSON.stringify(counts)}, ${PEER.action} ${PEER.version}: ${JSON.stringify(PEER.calls)}`,
  );
  expect(counts.total).toBeLessThanOrEqual(PEER.calls.total);
  // It was watched to its end.
  expect(Number(result.outputs['duration-seconds'])).toBeGreaterThan(29 * 60);
});
