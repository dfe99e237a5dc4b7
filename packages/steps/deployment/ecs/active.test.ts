import { expect, test } from '@jest/globals';
import type { World } from '../../world.ts';
import { findRecorded } from './active.ts';
import type { EcsPlace } from './place.ts';

const definition = (revision: string): string =>
  `arn:aws:ecs:us-east-1:123456789012:task-definition/${revision}`;
const SERVICE_REVISION = 'arn:aws:ecs:us-east-1:123456789012:service-revision/shop/web/2';
const DEPLOYMENT = 'arn:aws:ecs:us-east-1:123456789012:service-deployment/shop/web/d2';
const PLACE = { cluster: 'shop', service: 'web' } as EcsPlace;

/** Whether the deployment under way counts as one that goes back. @param unlisted answers in which ECS does not list it yet */
async function goesBack(
  brings: string,
  { serves = 'web:8', tags = new Map<string, string>(), unlisted = 0 } = {},
): Promise<boolean | undefined> {
  let asked = 0;
  const aws = {
    services: {
      describe: () =>
        Promise.resolve({
          taskDefinition: definition(brings),
          rollouts: [
            { id: 'ecs-svc/2', status: 'PRIMARY', state: 'IN_PROGRESS', taskDefinition: definition(brings) },
            { id: 'ecs-svc/1', status: 'ACTIVE', state: 'COMPLETED', taskDefinition: definition(serves) },
          ],
        }),
    },
    serviceDeployments: {
      list: () =>
        Promise.resolve(
          asked++ < unlisted ? [] : [{ arn: DEPLOYMENT, status: 'IN_PROGRESS', revision: SERVICE_REVISION }],
        ),
      describe: () => Promise.resolve(undefined),
      revisions: () => Promise.resolve(new Map([[SERVICE_REVISION, { taskDefinition: definition(brings) }]])),
    },
    deployableRevisions: { origin: () => Promise.resolve({ tags }) },
  };
  let now = 0;
  const clock = {
    now: () => now,
    sleep: (ms: number) => {
      now += ms;
      return Promise.resolve();
    },
  };
  const world = { aws, clock, signal: new AbortController().signal } as unknown as World;
  return (await findRecorded(world, PLACE))?.marks.isRollback;
}

test('a deployment under way goes back when it brings an older revision, or a copy of one', async () => {
  expect(await goesBack('web:7')).toBe(true);
  expect(await goesBack('web:9')).toBe(false);
  expect(await goesBack('other:7')).toBe(false);
  expect(await goesBack('web:9', { tags: new Map([['cutover:copy-of', 'web:7']]) })).toBe(true);
});

test('a deployment that ECS accepted a moment ago is waited for until it is listed', async () => {
  expect(await goesBack('web:7', { unlisted: 6 })).toBe(true);
});
