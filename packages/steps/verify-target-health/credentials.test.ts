import { expect, test } from '@jest/globals';
import { parseInputs } from '@cutover/domain/inputs/input';
import type { ProgressEvent } from '@cutover/domain/progress';
import { inputs } from './inputs.ts';
import { run } from './run.ts';
import { testWorld } from '../testing/world.ts';

const MINUTE = 60_000;

/** Messages before the first look, which is cancelled. */
async function told(endsInMinutes: number): Promise<readonly string[]> {
  const events: ProgressEvent[] = [];
  const abort = new AbortController();
  const world = testWorld({
    aws: {
      region: 'us-east-1',
      partition: 'aws',
      identity: { validity: () => Promise.resolve({ kind: 'until', at: endsInMinutes * MINUTE }) },
      services: {
        describe: () =>
          Promise.resolve({
            name: 'web',
            arn: 'arn:aws:ecs:us-east-1:123456789012:service/shop/web',
            cluster: 'shop',
            status: 'ACTIVE',
            controller: 'ECS',
            desired: 1,
            taskDefinition: 'arn:aws:ecs:us-east-1:123456789012:task-definition/web:7',
            taskSets: [],
            loadBalancers: [{ targetGroupArn: 'blue', containerName: 'app', containerPort: 8080 }],
          }),
      },
    },
    progress: {
      report: (event: ProgressEvent) => {
        events.push(event);
        abort.abort();
      },
    },
    signal: abort.signal,
  });
  const given = parseInputs(inputs, { cluster: 'shop', service: 'web', 'wait-for-minutes': '5' });
  await run(given, world).catch(() => undefined);
  return events.flatMap((event) => (event.type === 'warning' ? [event.what] : []));
}

test('credentials that end before the proof may are told before the first look', async () => {
  expect(await told(2)).toEqual([expect.stringContaining('but the proof may take until')]);
  expect((await told(6)).filter((text) => text.includes('credentials'))).toEqual([]);
});
