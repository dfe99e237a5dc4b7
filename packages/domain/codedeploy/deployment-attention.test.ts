import { describe, expect, test } from '@jest/globals';
import type { LifecycleEvent } from './deployment.ts';
import type { CodeDeployLook } from './deployment-look.ts';
import {
  asksForService,
  asksForTasks,
  cadenceOf,
  firstQuestion,
  jitterOf,
  secondQuestion,
} from './deployment-attention.ts';
import type { TaskSet } from '../task/ecs-service.ts';

const EVENTS = ['Install', 'AllowTraffic', 'AfterAllowTraffic'];
const cadence = cadenceOf(5000);

interface Picture {
  readonly status?: string;
  /** Statuses of Install, AllowTraffic and AfterAllowTraffic; none: not started. */
  readonly events?: readonly LifecycleEvent['status'][];
  readonly target?: string;
  readonly running?: number;
  readonly weight?: number;
  readonly termination?: boolean;
  /** Which task set is PRIMARY in the service's newest answer. */
  readonly primary?: 'blue' | 'green';
  readonly event?: string;
  readonly replaced?: boolean;
}

function look({
  status = 'InProgress',
  events,
  target = 'InProgress',
  running = 1,
  weight = 0,
  termination = false,
  primary = 'blue',
  event = 'old',
  replaced = true,
}: Picture): CodeDeployLook {
  const set = (id: string, side: 'blue' | 'green', count: number): TaskSet => ({
    id,
    arn: id,
    status: side === primary ? 'PRIMARY' : 'ACTIVE',
    taskDefinition: id,
    ...(side === 'green' ? { externalId: 'd-OURS' } : {}),
    stable: true,
    desired: 1,
    running: count,
    pending: 0,
    capacityProviders: [],
    loadBalancers: [],
  });
  return {
    deployment: { id: 'd-OURS', status, terminationWaitStarted: termination },
    ...(events === undefined
      ? {}
      : {
          target: {
            status: target,
            events: EVENTS.map((name, index) => ({ name, status: events[index] ?? 'Pending' })),
            taskSets: [
              { id: 'g', label: 'Green', status: '', trafficWeight: weight, desired: 1, running, pending: 0 },
            ],
          },
        }),
    service: {
      taskSets: [set('b', 'blue', 1), ...(replaced ? [set('g', 'green', running)] : [])],
      events: [{ id: event, at: 0, text: '' }],
    },
    failedTasks: [],
  } as unknown as CodeDeployLook;
}

const installing = look({ events: ['InProgress'], running: 0 });
const installed = look({ events: ['InProgress'] });
const shifting = look({ events: ['Succeeded', 'InProgress'] });
const between = look({ events: ['Succeeded', 'Pending'] });
const ready = look({ status: 'Ready', events: ['Succeeded', 'Pending'] });
const baking = look({
  events: ['Succeeded', 'Succeeded', 'Succeeded'],
  target: 'Succeeded',
  primary: 'green',
  termination: true,
});

test.each<[string, CodeDeployLook | undefined, string]>([
  ['nothing is known', undefined, 'deployment'],
  ['it has not started', look({ status: 'Created' }), 'deployment'],
  ['tasks start', installing, 'target'],
  ['traffic shifts', shifting, 'target'],
  ['it waits to be continued', ready, 'deployment'],
  ['the old tasks wait for their end', baking, 'deployment'],
])('the first question when %s', (_, before, asked) => {
  expect(firstQuestion(before)).toBe(asked);
});

test.each<[string, CodeDeployLook, CodeDeployLook, 'deployment' | 'target', string | undefined]>([
  ['nothing has changed', shifting, shifting, 'target', undefined],
  [
    'only the weight has',
    shifting,
    look({ events: ['Succeeded', 'InProgress'], weight: 10 }),
    'target',
    undefined,
  ],
  ['an event has ended', installed, shifting, 'target', 'deployment'],
  ['no event runs', between, between, 'target', 'deployment'],
  ['it has not started', look({ status: 'Created' }), look({ status: 'Created' }), 'deployment', undefined],
  ['it has just started', look({ status: 'Created' }), look({}), 'deployment', 'target'],
  ['it is continued', ready, look({ events: ['Succeeded', 'Pending'] }), 'deployment', 'target'],
  ['it still waits', ready, ready, 'deployment', undefined],
  [
    'it has ended after the shift',
    baking,
    { ...baking, ...look({ status: 'Succeeded' }) },
    'deployment',
    undefined,
  ],
])('the second question when %s', (_, before, now, asked, second) => {
  expect(secondQuestion(before, now, asked, 1, cadence)).toBe(second);
});

test('now and then the deployment is asked for certainty', () => {
  expect(secondQuestion(shifting, shifting, 'target', cadence.sure, cadence)).toBe('deployment');
});

describe('the service is asked', () => {
  test.each<[string, CodeDeployLook | undefined, CodeDeployLook, number, boolean]>([
    ['at first', undefined, installing, 1, true],
    ['when counts change', installing, installed, 1, true],
    ['not when nothing does', shifting, shifting, 1, false],
    [
      'until it knows the new task set',
      look({ events: ['InProgress'], replaced: false }),
      look({ events: ['InProgress'], replaced: false }),
      1,
      true,
    ],
    [
      'until it tells that the new version serves',
      look({ events: ['Succeeded', 'Succeeded', 'InProgress'] }),
      look({ events: ['Succeeded', 'Succeeded', 'InProgress'] }),
      1,
      true,
    ],
    [
      'at the milestone',
      look({ events: ['Succeeded', 'Succeeded', 'InProgress'], primary: 'green' }),
      look({ events: ['Succeeded', 'Succeeded', 'Succeeded'], primary: 'green' }),
      1,
      true,
    ],
    [
      'at the end',
      baking,
      look({
        status: 'Stopped',
        events: ['Succeeded', 'Succeeded', 'Succeeded'],
        target: 'Succeeded',
        primary: 'green',
      }),
      1,
      true,
    ],
    ['every few polls of a wait', baking, baking, cadence.often, true],
    ['when a wait begins', between, ready, 1, true],
    ['and seldom while traffic shifts', shifting, shifting, cadence.often, false],
    ['yet then too', shifting, shifting, cadence.seldom, true],
  ])('%s', (_, before, now, poll, asked) => {
    expect(asksForService(before, now, poll, cadence)).toBe(asked);
  });
});

describe('the failed tasks are asked for', () => {
  test.each<[string, CodeDeployLook | undefined, CodeDeployLook, boolean]>([
    ['in every poll in which tasks are missing', installing, installing, true],
    ['when one has gone', shifting, look({ events: ['Succeeded', 'InProgress'], running: 0 }), true],
    [
      'when the service tells something',
      shifting,
      look({ events: ['Succeeded', 'InProgress'], event: 'new' }),
      true,
    ],
    ['not while all run', shifting, shifting, false],
    ['not before there is a task set', undefined, look({ replaced: false }), false],
    [
      'once more when it went wrong',
      shifting,
      look({ status: 'Failed', events: ['Succeeded', 'Failed'] }),
      true,
    ],
    [
      'not when it went well',
      baking,
      look({ status: 'Succeeded', events: ['Succeeded', 'Succeeded', 'Succeeded'] }),
      false,
    ],
  ])('%s', (_, before, now, asked) => {
    expect(asksForTasks(before, now, 1, cadence)).toBe(asked);
  });
});

test('whoever polls seldom is content with the tasks when counts change, once the task set is known', () => {
  const sparing = cadenceOf(15_000);
  expect(asksForService(installing, installed, 1, sparing)).toBe(false);
  expect(asksForTasks(installing, installed, 1, sparing)).toBe(true);
  const unknown = look({ events: ['InProgress'], replaced: false });
  // CodeDeploy's label tells it as well as ECS.
  expect(asksForService(unknown, unknown, 1, sparing)).toBe(false);
  const nameless = { ...unknown, target: { status: 'InProgress', events: [], taskSets: [] } };
  expect(asksForService(nameless, nameless, 1, sparing)).toBe(true);
});

test('whoever polls seldom asks for less beside it, and waits a little longer', () => {
  expect(cadenceOf(15_000).often).toBeGreaterThan(cadence.often);
  expect(jitterOf(15_000)).toBeGreaterThan(jitterOf(5000));
});
