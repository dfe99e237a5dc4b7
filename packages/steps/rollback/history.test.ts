import { expect, test } from '@jest/globals';
import type { DeploymentState } from '@cutover/domain/codedeploy/deployment';
import type { ServiceState } from '@cutover/domain/task/ecs-service';
import { ConfigurationError } from '@cutover/domain/errors';
import { rollbackTarget } from '@cutover/domain/deployment/rollback-target';
import type { World } from '../world.ts';
import { candidatesAsJson, candidatesOf, candidateTable, prospect, SHOWN } from './candidates.ts';
import { revisionOf } from './choose.ts';
import { readHistory } from '../deployment/codedeploy/history.ts';

const ARN = (revision: string): string => `arn:aws:ecs:us-east-1:123456789012:task-definition/${revision}`;
const group = { application: 'shop', name: 'web' };
const engine = { label: 'group shop/web' };
const NAME = 'CodeDeploy';
const NOW = Date.UTC(2026, 7, 7, 12);

interface Past extends Partial<DeploymentState> {
  readonly id: string;
  /** Its AppSpec; absent for one that CodeDeploy does not have. */
  readonly deploys?: string;
}

/** Newest first. */
function aws(history: readonly Past[]): { aws: World['aws']; read: string[] } {
  const read: string[] = [];
  const deployments = {
    recent: () =>
      Promise.resolve(
        history.map((past) => ({ status: 'Succeeded', description: '', creator: 'user', ...past })),
      ),
    appSpec: ({ id }: DeploymentState) => {
      read.push(id);
      const { deploys } = history.find((one) => one.id === id) ?? {};
      return Promise.resolve(
        deploys === undefined
          ? undefined
          : JSON.stringify({ Resources: [{ T: { Properties: { TaskDefinition: ARN(deploys) } } }] }),
      );
    },
  };
  return { aws: { deployments } as unknown as World['aws'], read };
}

const service = {
  taskSets: [
    { status: 'PRIMARY', externalId: 'd-3', taskDefinition: ARN('web:8') },
    { status: 'ACTIVE', taskDefinition: ARN('web:1') },
  ],
} as unknown as ServiceState;

test('an AppSpec in S3 is not read: the service’s task set tells what it deployed, as long as it is there', async () => {
  const world = aws([
    { id: 'd-3', appSpecAt: 's3://specs/web.yml' },
    { id: 'd-2', deploys: 'web:5' },
  ]);
  const history = await readHistory(world.aws, group, service, SHOWN);
  expect(history.map(({ revision }) => revision)).toEqual([ARN('web:8'), ARN('web:5')]);
  expect(world.read).toEqual(['d-2']);
});

test('one that nobody can tell any more is said to be so, and never skipped', async () => {
  const past = aws([
    { id: 'd-3', deploys: 'web:8' },
    { id: 'd-2', appSpecAt: 's3://specs/web.yml', createdAt: NOW - 3 * 24 * 3_600_000 },
    { id: 'd-1', deploys: 'web:5' },
  ]);
  const history = await readHistory(past.aws, group, service, SHOWN);
  const judged = rollbackTarget(history, { revision: ARN('web:8'), deployment: 'd-3' });
  const [, row] = candidateTable(candidatesOf(history, judged, {}), NOW, NAME).rows;
  expect(row).toEqual([
    'd-2',
    '',
    '',
    '2026-08-04 12:00 UTC',
    '3 days',
    'no: its AppSpec is in s3://specs/web.yml, which is not read; name its revision with to',
  ]);
  expect(() => revisionOf(judged, engine, ARN('web:8'))).toThrow(ConfigurationError);
  expect(() => revisionOf(judged, engine, ARN('web:8'))).toThrow(
    'There is nothing to go back to from web:8 without being told where: deployment d-2 served before it, and its AppSpec is in s3://specs/web.yml, which is not read.',
  );
});

test('thirty successes are far enough', async () => {
  const world = aws([
    { id: 'd-failed', status: 'Failed' as const, deploys: 'web:50' },
    ...Array.from({ length: 40 }, (_, at) => ({ id: `d-old${at}`, deploys: `web:${40 - at}` })),
  ]);
  const history = await readHistory(world.aws, group, service, SHOWN);
  expect(history).toHaveLength(31);
  expect(history[0]?.revision).toBe(ARN('web:50'));
  expect(world.read).toHaveLength(31);
});

test('why each is or isn’t possible', async () => {
  const past = aws([
    { id: 'd-5', deploys: 'web:8' },
    { id: 'd-4', status: 'Stopped', error: { code: 'ALARM_ACTIVE', message: 'One or more alarms' } },
    { id: 'd-3', deploys: 'web:6' },
    { id: 'd-2', deploys: 'web:5' },
    { id: 'd-1', deploys: 'web:4' },
  ]);
  const history = await readHistory(past.aws, group, { taskSets: [] } as unknown as ServiceState, SHOWN);
  const judged = rollbackTarget(history, { revision: ARN('web:8') });
  const inspections = new Map([
    ['web:5', { kind: 'impossible', why: 'does not exist (any more)', fix: '', commit: undefined } as const],
  ]);
  const told = (goal?: string): readonly string[] =>
    candidatesOf(history, judged, { goal, inspections }).map((one) => prospect(one, NAME));
  expect(told()).toEqual([
    'no: it serves now',
    'no: it ended Stopped (ALARM_ACTIVE: One or more alarms)',
    'the one that is chosen, if its images are still there',
    'no: it does not exist (any more)',
    'with to, if its images are still there',
  ]);
  expect(told('web:4').slice(2)).toEqual([
    'where it goes without to, if its images are still there',
    'no: it does not exist (any more)',
    'the one that is chosen, if its images are still there',
  ]);
});

test('what was looked at is said without an if', async () => {
  const past = aws([
    { id: 'd-3', deploys: 'web:5', description: 'rollback web:8 -> web:5' },
    { id: 'd-2', deploys: 'web:8' },
    { id: 'd-1', deploys: 'web:5' },
  ]);
  const history = await readHistory(past.aws, group, { taskSets: [] } as unknown as ServiceState, SHOWN);
  const judged = rollbackTarget(history, { revision: ARN('web:5') });
  const copy = { kind: 'copy', registered: {} as never, commit: 'c'.repeat(40), doubts: [] } as const;
  const candidates = candidatesOf(history, judged, {
    goal: 'web:8',
    inspections: new Map([['web:8', copy]]),
  });
  expect(candidates.map((one) => prospect(one, NAME))).toEqual([
    'no: it serves now',
    'yes: the one that is chosen; it was gone back from; it is INACTIVE, so a copy is registered',
    'no: it serves now',
  ]);
  expect(JSON.parse(candidatesAsJson(candidates, NAME))[1]).toMatchObject({
    deploymentId: 'd-2',
    possible: true,
    chosen: true,
    commit: 'c'.repeat(40),
  });
});
