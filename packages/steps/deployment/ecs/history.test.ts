import { expect, test } from '@jest/globals';
import type { ServiceDeploymentBrief } from '@cutover/domain/ecs/service-deployment';
import { testWorld } from '../../testing/world.ts';
import { readHistory, revisionsInUse } from './history.ts';
import type { EcsPlace } from './place.ts';

const place: EcsPlace = { cluster: 'shop', service: 'web', deploymentPrefix: 'arn:deployment/' };
const taskDefinition = (number: number): string =>
  `arn:aws:ecs:us-east-1:123456789012:task-definition/web:${number}`;

/** An account whose deployments, newest first, have brought these revisions. */
function account(...past: readonly (readonly [revision: number, status: string])[]) {
  const briefs: readonly ServiceDeploymentBrief[] = past.map(([revision, status], at) => ({
    arn: `arn:deployment/d${at}`,
    status,
    revision: `arn:revision/${revision}`,
    createdAt: past.length - at,
  }));
  return testWorld({
    aws: {
      serviceDeployments: {
        list: () => Promise.resolve(briefs),
        revisions: (arns: readonly string[]) =>
          Promise.resolve(
            new Map(
              arns.map(
                (arn) => [arn, { taskDefinition: taskDefinition(Number(arn.split('/')[1])) }] as const,
              ),
            ),
          ),
      },
      deployableRevisions: {
        origin: () =>
          Promise.resolve({ tags: new Map([['cutover:commit', 'c'.repeat(40)]]), image: undefined }),
      },
    },
  }).aws;
}

test('who went back is told by the order of the revisions', async () => {
  const history = await readHistory(
    account(
      [7, 'SUCCESSFUL'],
      [8, 'SUCCESSFUL'],
      [9, 'ROLLBACK_SUCCESSFUL'],
      [7, 'SUCCESSFUL'],
      [6, 'SUCCESSFUL'],
    ),
    place,
    0,
  );
  expect(
    history.map(({ deployment, revision }) => [
      revision?.replace(/.*:/, ''),
      deployment.ended,
      deployment.marks.isRollback,
      deployment.marks.commit?.length,
    ]),
  ).toEqual([
    ['7', 'succeeded', true, 40],
    ['8', 'succeeded', false, 40],
    [undefined, 'failed', false, undefined],
    ['7', 'succeeded', false, 40],
    ['6', 'succeeded', false, 40],
  ]);
});

test('revisions under way, or that one may go back to, are in use', async () => {
  const used = await revisionsInUse(
    account([9, 'IN_PROGRESS'], [8, 'ROLLBACK_SUCCESSFUL'], [7, 'SUCCESSFUL'], [6, 'STOPPED']),
    place,
  );
  expect(used).toEqual([
    { revision: taskDefinition(9), what: 'deployment d0 is under way' },
    { revision: taskDefinition(7), what: 'deployment d2 can be gone back to' },
  ]);
});
