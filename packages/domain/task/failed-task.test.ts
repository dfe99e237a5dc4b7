import { expect, test } from '@jest/globals';
import { describeStop, distinctStops, hasFailed, observeStops, type StoppedTask } from './failed-task.ts';

const task = (changes: Partial<StoppedTask>): StoppedTask => ({
  arn: 'arn:aws:ecs:us-east-1:123456789012:task/shop/1',
  taskDefinition: 'arn:aws:ecs:us-east-1:123456789012:task-definition/web:8',
  startedBy: 'ecs-svc/2',
  stopCode: 'EssentialContainerExited',
  stoppedReason: 'Essential container in task exited',
  containers: [{ name: 'app', exitCode: 1 }],
  ...changes,
});

test.each<[string, Partial<StoppedTask>, boolean]>([
  ['an essential container exited', {}, true],
  ['even with 0: a service is meant to run on', { containers: [{ name: 'app', exitCode: 0 }] }, true],
  [
    'it never started',
    { stopCode: 'TaskFailedToStart', stoppedReason: 'CannotPullContainerError: no' },
    true,
  ],
  [
    'there was no room for it, which ECS mends by itself',
    {
      stopCode: 'TaskFailedToStart',
      stoppedReason:
        'Capacity is unavailable at this time. Please try again later or in a different availability zone',
    },
    false,
  ],
  [
    'its network interface took too long',
    {
      stopCode: 'TaskFailedToStart',
      stoppedReason: 'Timeout waiting for network interface provisioning to complete.',
    },
    false,
  ],
  [
    'the load balancer found it ill',
    {
      stopCode: 'ServiceSchedulerInitiated',
      stoppedReason: 'Task failed ELB health checks in (target-group x)',
    },
    true,
  ],
  [
    'its own health check failed',
    { stopCode: 'ServiceSchedulerInitiated', stoppedReason: 'Task failed container health checks' },
    true,
  ],
  [
    'the service was scaled in',
    {
      stopCode: 'ServiceSchedulerInitiated',
      stoppedReason: 'Scaling activity initiated by (deployment ecs-svc/2)',
    },
    false,
  ],
  [
    'a person stopped it, in words like those of ECS',
    { stopCode: 'UserInitiated', stoppedReason: 'Task failed ELB health checks, says the dashboard' },
    false,
  ],
  [
    'another reason of the scheduler quotes a health check',
    {
      stopCode: 'ServiceSchedulerInitiated',
      stoppedReason: 'Scaling activity initiated by (deployment failed ELB health checks)',
    },
    false,
  ],
  [
    'the execution role may not read its secret',
    {
      stopCode: 'TaskFailedToStart',
      stoppedReason:
        'ResourceInitializationError: unable to pull secrets or registry auth: AccessDeniedException: User: arn:aws:sts::123456789012:assumed-role/execution/1 is not authorized to perform: secretsmanager:GetSecretValue on resource: arn:aws:secretsmanager:us-east-1:123456789012:secret:shop',
    },
    true,
  ],
  ['somebody stopped it', { stopCode: 'UserInitiated', stoppedReason: 'Task stopped by user' }, false],
  ['Spot took it', { stopCode: 'SpotInterruption', stoppedReason: 'Your Spot Task was interrupted.' }, false],
])('%s', (_, changes, failed) => {
  expect(hasFailed(task(changes))).toBe(failed);
});

test('says reason and exit codes, and that a container never started', () => {
  expect(
    describeStop(
      task({
        containers: [
          { name: 'app', exitCode: 137, reason: 'OutOfMemoryError: Container killed due to memory usage' },
          { name: 'proxy', reason: 'CannotStartContainerError' },
          { name: 'quiet' },
        ],
      }),
    ),
  ).toBe(
    'Essential container in task exited; app exit code 137: OutOfMemoryError: Container killed due to memory usage; proxy never started: CannotStartContainerError',
  );
});

test('counts equal ends, the most frequent first', () => {
  const rare = task({ stoppedReason: 'CannotPullContainerError: no', containers: [] });
  expect(distinctStops([rare, task({}), task({ arn: 'other' })]).map(({ count }) => count)).toEqual([2, 1]);
});

test.each([
  [
    'the task’s id in a role session',
    (n: number) => `assumed-role/execution/${String(n).repeat(32)} is not authorized`,
  ],
  ['a request id', (n: number) => `status code: 400, request id: ${n}0000000-1111-2222-3333-444444444444`],
  ['an address', (n: number) => `dial tcp 10.0.${n}.7:443: i/o timeout`],
  ['a time', (n: number) => `expired at 2026-11-30T10:00:0${n}.000Z`],
])('tasks that differ in %s stopped for one cause', (_, reason) => {
  const stops = distinctStops(
    [1, 2, 3, 4].map((n) =>
      task({ stopCode: 'TaskFailedToStart', stoppedReason: reason(n), containers: [] }),
    ),
  );
  expect(stops).toMatchObject([{ count: 4, text: reason(1) }]);
});

test('exit codes and words make a difference', () => {
  const stops = distinctStops([
    task({}),
    task({ containers: [{ name: 'app', exitCode: 2 }] }),
    task({ stoppedReason: 'bad' }),
    task({ stoppedReason: 'added' }),
  ]);
  expect(stops).toHaveLength(4);
});

test('tells the diagnosis once what many tasks said', () => {
  expect(observeStops([task({}), task({ arn: 'other' })])).toEqual([
    expect.objectContaining({ text: 'Essential container in task exited' }),
    { source: 'exit code', text: 'exit code 1', subject: 'app' },
  ]);
});
