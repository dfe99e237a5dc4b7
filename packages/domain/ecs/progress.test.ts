import { describe, expect, test } from '@jest/globals';
import { judgeDeployment } from '../deployment/verdict.ts';
import type { Rollout, ServiceState } from '../task/ecs-service.ts';
import { lookOf, phaseOf, progressOf, type ServiceDeploymentLook } from './progress.ts';
import type { DeploymentSettings, ServiceDeploymentState } from './service-deployment.ts';

const OLD = 'arn:aws:ecs:us-east-1:123456789012:task-definition/web:7';
const NEW = 'arn:aws:ecs:us-east-1:123456789012:task-definition/web:8';
const THIRD = 'arn:aws:ecs:us-east-1:123456789012:task-definition/web:9';
const revisionArn = (number: number): string =>
  `arn:aws:ecs:us-east-1:123456789012:service-revision/shop/web/${number}`;

const settings = (more: Partial<DeploymentSettings> = {}): DeploymentSettings => ({
  strategy: 'ROLLING',
  bakeMinutes: 0,
  steps: 1,
  stepMinutes: 0,
  breaker: { enabled: true, rollback: true },
  alarms: { enabled: false, rollback: false, names: [] },
  hooks: [],
  minimumHealthyPercent: 100,
  maximumPercent: 200,
  ...more,
});

/** Rolling, in progress; 2 of 2 new tasks run and no old one. */
const deployment = (more: Partial<ServiceDeploymentState> = {}): ServiceDeploymentState => ({
  arn: 'arn:aws:ecs:us-east-1:123456789012:service-deployment/shop/web/ours',
  status: 'IN_PROGRESS',
  createdAt: 1000,
  target: { arn: revisionArn(2), requested: 2, running: 2, productionPercent: undefined },
  sources: [{ arn: revisionArn(1), requested: 0, running: 0, productionPercent: undefined }],
  hooks: [],
  triggeredAlarms: [],
  settings: settings(),
  ...more,
});

const rollout = (id: string, taskDefinition: string, more: Partial<Rollout> = {}): Rollout => ({
  id: `ecs-svc/${id}`,
  status: 'ACTIVE',
  taskDefinition,
  state: 'COMPLETED',
  desired: 2,
  running: 2,
  failed: 0,
  createdAt: 0,
  ...more,
});
const ours = rollout('2', NEW, { status: 'PRIMARY', state: 'IN_PROGRESS' });
const before = rollout('1', OLD);

const look = (
  state: ServiceDeploymentState,
  rollouts: readonly Rollout[] = [ours, before],
  more: Partial<ServiceDeploymentLook> = {},
): ServiceDeploymentLook => ({
  deployment: state,
  revision: NEW,
  service: { taskDefinition: NEW, desired: 2, events: [], rollouts } as unknown as ServiceState,
  targetGroup: undefined,
  failedTasks: [],
  stages: [],
  movedAt: undefined,
  supersededBy: undefined,
  ...more,
});

const expectation = {
  waitUntil: 'traffic-shifted',
  revision: NEW,
  previous: OLD,
  maxFailedTasks: 3,
} as const;
const verdict = (seen: ServiceDeploymentLook) => judgeDeployment(progressOf(seen), expectation).kind;
const baking = settings({ bakeMinutes: 10 });
const paused = { id: 'ecs-pause-1', type: 'PAUSE', status: 'AWAITING_ACTION' } as const;
const shares = (percent: number): Pick<ServiceDeploymentState, 'target'> => ({
  target: { arn: revisionArn(2), requested: 2, running: 2, productionPercent: percent },
});
const blueGreen = settings({ strategy: 'BLUE_GREEN', bakeMinutes: 10 });

describe('the phase of a deployment', () => {
  test.each<[string, Partial<ServiceDeploymentState>, string]>([
    ['recorded', { status: 'PENDING' }, 'created'],
    ['no new task runs yet', { target: { ...deployment().target, running: 0 } }, 'installing'],
    ['all new tasks run, and ECS has not said so', {}, 'shifting'],
    ['all new tasks run before a bake', { settings: baking }, 'baking'],
    [
      'an old task runs beside them',
      {
        settings: baking,
        sources: [{ arn: revisionArn(1), requested: 1, running: 1, productionPercent: undefined }],
      },
      'shifting',
    ],
    ['asked to stop: it may still succeed', { status: 'ROLLBACK_REQUESTED', settings: baking }, 'baking'],
    ['a status that the model does not have', { status: 'STOP_IN_PROGRESS' }, 'shifting'],
    ['going back', { status: 'ROLLBACK_IN_PROGRESS', settings: baking }, 'failed'],
    ['taken back', { status: 'ROLLBACK_SUCCESSFUL' }, 'failed'],
    ['not taken back', { status: 'ROLLBACK_FAILED' }, 'failed'],
    ['stopped', { status: 'STOPPED' }, 'stopped'],
    ['successful', { status: 'SUCCESSFUL' }, 'succeeded'],
    [
      'a pause before the shift',
      { settings: blueGreen, stage: 'POST_TEST_TRAFFIC_SHIFT', hooks: [paused], ...shares(0) },
      'ready',
    ],
    [
      'a pause before any task runs',
      { settings: blueGreen, stage: 'PRE_SCALE_UP', hooks: [paused], ...shares(0) },
      'installing',
    ],
    [
      'a step of a shift',
      { settings: blueGreen, stage: 'PRODUCTION_TRAFFIC_SHIFT', ...shares(25) },
      'shifting',
    ],
    [
      'all traffic, and the stage is not over',
      { settings: blueGreen, stage: 'PRODUCTION_TRAFFIC_SHIFT', ...shares(100) },
      'shifting',
    ],
    ['the bake of a shift', { settings: blueGreen, stage: 'BAKE_TIME', ...shares(100) }, 'baking'],
    ['the end of the old tasks', { settings: blueGreen, stage: 'CLEAN_UP', ...shares(100) }, 'terminating'],
  ])('%s', (_, more, phase) => {
    expect(phaseOf(deployment(more))).toBe(phase);
  });
});

describe('only the deployment’s own success, or its bake, is green', () => {
  test.each<[string, ServiceDeploymentLook, string]>([
    ['successful, and the service lags behind', look(deployment({ status: 'SUCCESSFUL' })), 'reached'],
    ['successful', look(deployment({ status: 'SUCCESSFUL' }), [{ ...ours, state: 'COMPLETED' }]), 'reached'],
    [
      'successful, and a younger one has taken over',
      look(deployment({ status: 'SUCCESSFUL' }), [rollout('3', THIRD, { status: 'PRIMARY' })]),
      'superseded',
    ],
    [
      'successful, and a younger one has begun',
      look(deployment({ status: 'SUCCESSFUL' }), [
        rollout('3', THIRD, { status: 'PRIMARY', state: 'IN_PROGRESS' }),
        ours,
      ]),
      'reached',
    ],
    [
      'successful, in an answer from before',
      look(deployment({ status: 'SUCCESSFUL' }), [{ ...before, status: 'PRIMARY' }]),
      'unproven',
    ],
    ['all tasks run without a bake', look(deployment()), 'pending'],
    ['all tasks run before a bake', look(deployment({ settings: baking })), 'reached'],
    [
      'taken back, though one rollout is left and complete',
      look(deployment({ status: 'ROLLBACK_SUCCESSFUL' }), [before]),
      'ended',
    ],
    ['stopped', look(deployment({ status: 'STOPPED' })), 'ended'],
  ])('%s', (_, seen, kind) => {
    expect(verdict(seen)).toBe(kind);
  });
});

test('a look names the younger deployment, the alarms, and what ECS says without its full stop', () => {
  const { deployment: known, said } = lookOf(
    look(
      deployment({
        status: 'STOPPED',
        statusReason: 'Service deployment stopped.',
        triggeredAlarms: ['shop-5xx'],
      }),
      [ours, before],
      { supersededBy: 'theirs' },
    ),
  );
  expect(known).toMatchObject({
    id: 'ours',
    ended: 'stopped',
    supersededBy: 'theirs',
    triggeredAlarms: ['shop-5xx'],
    error: { message: 'Service deployment stopped' },
  });
  expect(said.ofAll).toEqual([expect.objectContaining({ text: 'Service deployment stopped.' })]);
});
