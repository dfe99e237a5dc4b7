import { describe, expect, test } from '@jest/globals';
import type { DeploymentProgress } from '../deployment/phase.ts';
import type { CodeDeployLook } from './deployment-look.ts';
import type { LifecycleEvent } from './deployment.ts';
import { lookOf } from './progress.ts';

interface Scene {
  readonly status?: string;
  readonly events?: readonly LifecycleEvent[];
  /** Percent of the production traffic. */
  readonly weight?: number;
  /** Status of the task set that is replaced; absent when it is gone. */
  readonly old?: string;
}

function seen({ status = 'InProgress', events, weight = 0, old }: Scene): CodeDeployLook {
  return {
    deployment: { id: 'd-OURS', status, description: '', createdAt: 1000, completedAt: 9000 },
    ...(events === undefined
      ? {}
      : {
          target: {
            status,
            events,
            taskSets: [{ id: 'ecs-svc/2', label: 'Green', trafficWeight: weight, desired: 1, running: 1 }],
          },
        }),
    service: {
      taskSets: [
        { id: 'ecs-svc/2', externalId: 'd-OURS', taskDefinition: 'web:8', loadBalancers: [] },
        ...(old === undefined
          ? []
          : [{ id: 'ecs-svc/1', status: old, taskDefinition: 'web:7', loadBalancers: [] }]),
      ],
    },
    failedTasks: [],
  } as unknown as CodeDeployLook;
}

const ran = (name: string, startedAt: number, endedAt?: number): LifecycleEvent =>
  endedAt === undefined
    ? { name, status: 'InProgress', startedAt }
    : { name, status: 'Succeeded', startedAt, endedAt };
const installed = ran('Install', 2000, 3000);
const shifting = [installed, ran('AllowTraffic', 4000)];
const shifted = [installed, ran('AllowTraffic', 4000, 5000), ran('AfterAllowTraffic', 5000, 6000)];

describe('the phase of a CodeDeploy deployment, since when, and how far traffic has moved', () => {
  test.each<[string, Scene, Partial<DeploymentProgress>]>([
    ['before it starts', { status: 'Queued' }, { phase: 'created', since: 1000, shiftedPercent: 0 }],
    ['while tasks start', { events: [ran('Install', 2000)] }, { phase: 'installing', since: 2000 }],
    ['in its wait', { status: 'Ready', events: [installed] }, { phase: 'ready', since: undefined }],
    [
      'while traffic moves',
      { events: shifting, weight: 10, old: 'PRIMARY' },
      { phase: 'shifting', since: 4000, shiftedPercent: 10, shiftedAt: undefined },
    ],
    [
      'while the old tasks stay',
      { events: shifted, weight: 100, old: 'ACTIVE' },
      { phase: 'baking', since: 6000, shiftedPercent: 100, shiftedAt: 5000 },
    ],
    ['while they are stopped', { events: shifted, weight: 100, old: 'DRAINING' }, { phase: 'terminating' }],
    ['at its end', { status: 'Succeeded', events: shifted }, { phase: 'succeeded', since: 9000 }],
    ['when it was stopped', { status: 'Stopped', events: shifting }, { phase: 'stopped', since: 9000 }],
  ])('%s', (_, scene, progress) => {
    expect(lookOf(seen(scene)).progress).toMatchObject(progress);
  });
});

test('a replacement that CodeDeploy has removed again is remembered by its installation', () => {
  const { replacement, hasInstalled } = lookOf({
    ...seen({ status: 'Failed', events: [{ name: 'Install', status: 'Failed' }] }),
    service: { taskSets: [] },
  } as unknown as CodeDeployLook);
  expect(replacement?.targetGroup).toBeUndefined();
  expect(hasInstalled).toBe(true);
});
