import { describe, expect, test } from '@jest/globals';
import type { DeploymentState, LifecycleEvent } from '../codedeploy/deployment.ts';
import { deploymentChanges } from './progress.ts';
import type { CodeDeployLook } from '../codedeploy/deployment-look.ts';
import { lookOf, progressOf } from '../codedeploy/progress.ts';
import { judgeDeployment, type Expectation } from './verdict.ts';
import type { ServiceState, TaskSet } from '../task/ecs-service.ts';
import type { StoppedTask } from '../task/failed-task.ts';

const OLD = 'arn:aws:ecs:us-east-1:123456789012:task-definition/web:7';
const NEW = 'arn:aws:ecs:us-east-1:123456789012:task-definition/web:8';
const THIRD = 'arn:aws:ecs:us-east-1:123456789012:task-definition/web:9';
const EVENTS = [
  'BeforeInstall',
  'Install',
  'AfterInstall',
  'BeforeAllowTraffic',
  'AllowTraffic',
  'AfterAllowTraffic',
];

/** The lifecycle with everything before `at` succeeded and `at` itself in the given status. */
function lifecycle(at: string, status: string): readonly LifecycleEvent[] {
  const index = EVENTS.indexOf(at);
  return EVENTS.map((name, i) => ({
    name,
    status: i < index ? 'Succeeded' : i === index ? status : 'Pending',
  }));
}

const taskSet = (id: string, taskDefinition: string, status: string): TaskSet => ({
  id,
  arn: id,
  status,
  taskDefinition,
  ...(id === 'ecs-svc/2' ? { externalId: 'd-OURS' } : {}),
  stable: true,
  desired: 1,
  running: 1,
  pending: 0,
  capacityProviders: [],
  loadBalancers: [],
});

const task: StoppedTask = {
  arn: 'arn:task/1',
  taskDefinition: NEW,
  startedBy: 'ecs-svc/2',
  stopCode: 'EssentialContainerExited',
  stoppedReason: 'Essential container in task exited',
  containers: [],
};

interface Scene {
  readonly status?: DeploymentState['status'];
  readonly events?: readonly LifecycleEvent[];
  readonly primary?: string;
  readonly failed?: number;
  /** Running tasks of the replacement; one is desired. */
  readonly running?: number;
  readonly weight?: number;
  readonly termination?: boolean;
}

function look({
  status = 'InProgress',
  events,
  primary = OLD,
  failed = 0,
  running = 1,
  weight = 0,
  termination = false,
}: Scene): CodeDeployLook {
  const service: ServiceState = {
    name: 'web',
    arn: 'arn:web',
    cluster: 'shop',
    status: 'ACTIVE',
    controller: 'CODE_DEPLOY',
    taskDefinition: primary,
    desired: 1,
    running: 2,
    pending: 0,
    taskSets: [
      taskSet('ecs-svc/1', OLD, primary === OLD ? 'PRIMARY' : 'ACTIVE'),
      { ...taskSet('ecs-svc/2', NEW, primary === NEW ? 'PRIMARY' : 'ACTIVE'), running },
      ...(primary === THIRD ? [taskSet('ecs-svc/3', THIRD, 'PRIMARY')] : []),
    ],
    loadBalancers: [],
    capacityProviders: [],
    schedulingStrategy: 'REPLICA',
    graceSeconds: 0,
    serviceConnect: false,
    events: [
      { id: '2', at: 2000, text: '(service web) has started 1 tasks' },
      { id: '1', at: 500, text: '(service web) has reached a steady state.' },
    ],
  };
  return {
    deployment: {
      id: 'd-OURS',
      application: 'shop',
      group: 'web',
      config: 'CodeDeployDefault.ECSAllAtOnce',
      status,
      description: '',
      creator: 'user',
      createdAt: 1000,
      autoRollbackEvents: [],
      terminationWaitStarted: termination,
    },
    ...(events === undefined
      ? {}
      : {
          target: {
            status: 'InProgress',
            events,
            taskSets: [
              {
                id: 'ecs-svc/1',
                status: 'PRIMARY',
                trafficWeight: 100 - weight,
                desired: 1,
                running: 1,
                pending: 0,
              },
              {
                id: 'ecs-svc/2',
                status: 'ACTIVE',
                trafficWeight: weight,
                desired: 1,
                running,
                pending: 0,
              },
            ],
          },
        }),
    service,
    failedTasks: Array.from({ length: failed }, () => task),
  };
}

const expected: Expectation = {
  waitUntil: 'traffic-shifted',
  revision: NEW,
  previous: OLD,
  maxFailedTasks: 3,
};
const shifted = lifecycle('AfterAllowTraffic', 'Succeeded');

describe('a look at our deployment', () => {
  test.each<[string, Scene, Partial<Expectation>, string]>([
    ['not started yet', { status: 'Created' }, {}, 'pending'],
    ['a status of the future counts as active', { status: 'Pondering' }, {}, 'pending'],
    ['installing', { events: lifecycle('Install', 'InProgress') }, {}, 'pending'],
    ['shifting', { events: lifecycle('AllowTraffic', 'InProgress') }, {}, 'pending'],
    [
      'shifted, the last hook still runs',
      { events: lifecycle('AfterAllowTraffic', 'InProgress'), primary: NEW },
      {},
      'pending',
    ],
    ['shifted, and ours serves', { events: shifted, primary: NEW }, {}, 'reached'],
    ['shifted, but the old one is reported', { events: shifted }, {}, 'unproven'],
    ['shifted, but a third serves', { events: shifted, primary: THIRD }, {}, 'superseded'],
    [
      'the termination wait is waited for',
      { events: shifted, primary: NEW, termination: true },
      { waitUntil: 'completed' },
      'pending',
    ],
    [
      'a third overtakes it in that wait',
      { events: shifted, primary: THIRD, termination: true },
      { waitUntil: 'completed' },
      'superseded',
    ],
    [
      'completed',
      { status: 'Succeeded', events: shifted, primary: NEW },
      { waitUntil: 'completed' },
      'reached',
    ],
    [
      'succeeded, without us: the PRIMARY decides',
      { status: 'Succeeded', events: shifted },
      { waitUntil: 'completed' },
      'unproven',
    ],
    [
      'ready is not enough for shifted',
      { status: 'Ready', events: lifecycle('AfterInstall', 'Succeeded') },
      {},
      'pending',
    ],
    [
      'ready',
      { status: 'Ready', events: lifecycle('AfterInstall', 'Succeeded') },
      { waitUntil: 'ready' },
      'reached',
    ],
    [
      'ready, but a task of the replacement is missing',
      { status: 'Ready', events: lifecycle('AfterInstall', 'Succeeded'), running: 0 },
      { waitUntil: 'ready' },
      'pending',
    ],
    [
      'ready with a task missing, which a gate will look at',
      { status: 'Ready', events: lifecycle('AfterInstall', 'Succeeded'), running: 0 },
      { waitUntil: 'ready', gated: true },
      'reached',
    ],
    [
      'shifted with a task missing, which the proof of the targets will look at',
      { events: shifted, primary: NEW, running: 0 },
      {},
      'reached',
    ],
    [
      'a third serves before ours has any traffic',
      { events: lifecycle('Install', 'InProgress'), primary: THIRD },
      {},
      'pending',
    ],
    ['shifted, and no task set is PRIMARY', { events: shifted, primary: 'none' }, {}, 'unproven'],
    [
      'continued by somebody between two looks',
      { events: lifecycle('AllowTraffic', 'InProgress') },
      { waitUntil: 'ready' },
      'reached',
    ],
    ['failed', { status: 'Failed', events: lifecycle('Install', 'Failed') }, {}, 'ended'],
    ['failed before it was ever looked at', { status: 'Failed' }, {}, 'ended'],
    ['stopped, although ours serves', { status: 'Stopped', events: shifted, primary: NEW }, {}, 'ended'],
    ['two of three tasks failed', { events: lifecycle('Install', 'InProgress'), failed: 2 }, {}, 'pending'],
    ['three of three', { events: lifecycle('Install', 'InProgress'), failed: 3 }, {}, 'crashLoop'],
    [
      'nobody counts',
      { events: lifecycle('Install', 'InProgress'), failed: 30 },
      { maxFailedTasks: 0 },
      'pending',
    ],
    ['a failure beats the count', { status: 'Failed', failed: 3 }, {}, 'ended'],
    [
      'after the shift the old task set is still there to go back to',
      { events: lifecycle('AfterAllowTraffic', 'InProgress'), primary: NEW, failed: 3 },
      {},
      'crashLoop',
    ],
    [
      'in the termination wait, too',
      { events: shifted, primary: NEW, failed: 3, termination: true },
      { waitUntil: 'completed' },
      'crashLoop',
    ],
    [
      'a milestone does not count while tasks fail',
      { events: shifted, primary: NEW, failed: 3 },
      {},
      'crashLoop',
    ],
    [
      'nothing can be stopped any more',
      { status: 'Succeeded', events: shifted, primary: NEW, failed: 3 },
      {},
      'reached',
    ],
  ])('%s', (_, scene, changes, kind) => {
    expect(judgeDeployment(progressOf(look(scene)), { ...expected, ...changes }).kind).toBe(kind);
  });

  test('says what it waits for', () => {
    const reason = (scene: Scene): unknown =>
      judgeDeployment(progressOf(look(scene)), { ...expected, waitUntil: 'completed' });
    expect(reason({ events: lifecycle('Install', 'InProgress') })).toMatchObject({
      reason: 'Install is InProgress (1 of 1 tasks run, 0 % of traffic)',
    });
    expect(reason({ events: shifted, primary: NEW, termination: true })).toMatchObject({
      reason: 'the old task set waits for its termination',
    });
    const unready = look({
      status: 'Ready',
      events: lifecycle('AfterInstall', 'Succeeded'),
      running: 0,
    });
    expect(judgeDeployment(progressOf(unready), { ...expected, waitUntil: 'ready' })).toEqual({
      kind: 'pending',
      reason: '0 of 1 tasks of the replacement run',
    });
  });
});

describe('what changed between two looks', () => {
  const installing = { type: 'phase.changed', id: 'd-OURS', phase: 'installing' };

  test('at first everything so far, but no service event from before the deployment', () => {
    const first = deploymentChanges(undefined, lookOf(look({ events: lifecycle('Install', 'InProgress') })));
    expect(first).toEqual([
      { type: 'deployment.status', id: 'd-OURS', status: 'InProgress' },
      { ...installing, stage: 'BeforeInstall', status: 'Succeeded' },
      { ...installing, stage: 'Install', status: 'InProgress' },
      { type: 'tasks.counted', label: 'green', running: 1, desired: 1, failed: 0 },
      { type: 'service.event', text: '(service web) has started 1 tasks', at: 2000 },
    ]);
  });

  test('then only what is new', () => {
    const before = lookOf(look({ events: lifecycle('AllowTraffic', 'InProgress'), weight: 10 }));
    expect(deploymentChanges(before, before)).toEqual([]);
    expect(
      deploymentChanges(
        before,
        lookOf(look({ events: lifecycle('AllowTraffic', 'Succeeded'), weight: 100, failed: 1 })),
      ),
    ).toEqual([
      { type: 'phase.changed', id: 'd-OURS', phase: 'shifting', stage: 'AllowTraffic', status: 'Succeeded' },
      { type: 'tasks.counted', label: 'green', running: 1, desired: 1, failed: 1 },
      { type: 'traffic.shifted', id: 'd-OURS', percent: 100 },
    ]);
  });
});
