import { expect, test } from '@jest/globals';
import type { World } from '../../world.ts';
import { awaitRecord } from './create.ts';

const ARN = 'arn:aws:ecs:us-east-1:123456789012';

/** A service deployment as ECS lists it: `d2` brings service revision 2. */
const listed = (number: number): object => ({
  arn: `${ARN}:service-deployment/shop/web/d${number}`,
  status: 'IN_PROGRESS',
  revision: `${ARN}:service-revision/shop/web/${number}`,
});

/** The deployment that is followed for rollout 2. @param answers lists of ECS, one after another; the last one stays */
async function followed(answers: readonly (readonly number[])[]): Promise<string | undefined> {
  let asked = 0;
  let now = 0;
  const world = {
    aws: {
      serviceDeployments: {
        list: () => Promise.resolve((answers[asked++] ?? answers.at(-1) ?? []).map(listed)),
      },
    },
    clock: {
      now: () => now,
      sleep: (ms: number) => {
        now += ms;
        return Promise.resolve();
      },
    },
  } as unknown as World;
  const found = await awaitRecord(world, { cluster: 'shop', service: 'web' }, 'ecs-svc/2', 10_000);
  return found?.arn.split('/').at(-1);
}

test('the deployment before, which ECS still lists as the newest, is not taken for the one of our rollout', async () => {
  expect(await followed([[1], [1], [2, 1]])).toBe('d2');
});

test('a deployment that somebody started after ours is not followed in its place', async () => {
  expect(await followed([[3, 2, 1]])).toBe('d2');
});

test('a rollout that ECS does not list in time has no deployment', async () => {
  expect(await followed([[1]])).toBeUndefined();
});
