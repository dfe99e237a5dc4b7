import { expect, test } from '@jest/globals';
import { parseInputs } from '@cutover/domain/inputs/input';
import { testClock, testWorld } from '../testing/world.ts';
import { inputs } from './inputs.ts';
import { run } from './run.ts';

const MINUTE = 60_000;
const REVISION = 'arn:aws:ecs:us-east-1:123456789012:task-definition/web:7';
const GROUP = 'arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/0123456789abcdef';

/** A verification of two tasks whose targets have these states, by the minute; the last ones stay. */
async function verified(minutes: readonly (readonly string[])[], cancelAt = Number.POSITIVE_INFINITY) {
  const clock = testClock();
  const abort = new AbortController();
  const listener = {
    arn: 'arn:listener',
    loadBalancerArn: 'arn:balancer',
    port: 443,
    protocol: 'HTTPS',
    rules: [{ priority: 'default', forwards: [{ targetGroupArn: GROUP, percent: 100 }] }],
  };
  const world = testWorld({
    clock,
    signal: abort.signal,
    aws: {
      region: 'us-east-1',
      partition: 'aws',
      identity: { validity: () => Promise.resolve({ kind: 'unknown' }) },
      services: {
        describe: () =>
          Promise.resolve({
            name: 'web',
            arn: 'arn:aws:ecs:us-east-1:123456789012:service/shop/web',
            cluster: 'shop',
            status: 'ACTIVE',
            controller: 'ECS',
            desired: 2,
            taskDefinition: REVISION,
            taskSets: [],
            loadBalancers: [{ targetGroupArn: GROUP, containerName: 'app', containerPort: 8080 }],
            events: [],
          }),
      },
      serviceTasks: {
        running: () =>
          Promise.resolve(
            ['10.0.0.1', '10.0.0.2'].map((address) => ({
              arn: `arn:task/${address}`,
              taskDefinition: REVISION,
              startedBy: 'ecs-svc/1',
              status: 'RUNNING',
              addresses: [address],
            })),
          ),
        stopped: () => Promise.resolve([]),
      },
      loadBalancing: {
        targetGroup: () => Promise.resolve({ arn: GROUP, name: 'web', loadBalancerArns: ['arn:balancer'] }),
        listenersOf: () => Promise.resolve([listener]),
        health: () => {
          if (clock.now() >= cancelAt) abort.abort(new Error('SIGTERM'));
          const states = minutes[Math.floor(clock.now() / MINUTE)] ?? minutes.at(-1) ?? [];
          return Promise.resolve(
            states.map((state, index) => ({ id: `10.0.0.${index + 1}`, port: 8080, state })),
          );
        },
      },
    },
  });
  const given = parseInputs(inputs, { cluster: 'shop', service: 'web', 'wait-for-minutes': '5' });
  const { kind, outputs } = await run(given, world);
  return {
    kind,
    healthy: outputs['healthy-count'],
    states: (JSON.parse(outputs.targets ?? '[]') as { state: string }[]).map(({ state }) => state),
  };
}

test('outputs of a verification that proved nothing describe its last look', async () => {
  expect(await verified([['initial', 'initial'], ['healthy', 'initial'], ['unhealthy']])).toEqual({
    kind: 'failed',
    healthy: 0,
    states: ['unhealthy'],
  });
  expect(
    await verified([
      ['initial', 'initial'],
      ['healthy', 'initial'],
    ]),
  ).toEqual({
    kind: 'timedOut',
    healthy: 1,
    states: ['healthy', 'initial'],
  });
});

test('outputs of a cancelled verification describe the look before the cancellation', async () => {
  const minutes = [['initial', 'initial'], ['unhealthy'], ['healthy', 'unhealthy']];
  expect(await verified(minutes, 3 * MINUTE)).toEqual({
    kind: 'cancelled',
    healthy: 1,
    states: ['healthy', 'unhealthy'],
  });
});
