import { expect, test } from '@jest/globals';
import { judgeTasks } from './running-verdict.ts';
import type { RunningTask } from './running-task.ts';

const NEW = 'arn:aws:ecs:us-east-1:123456789012:task-definition/worker:8';
const task = (more: Partial<RunningTask> = {}): RunningTask => ({
  arn: 'arn:task/1',
  taskDefinition: NEW,
  startedBy: 'ecs-svc/2',
  status: 'RUNNING',
  addresses: [],
  startedAt: 0,
  ...more,
});

test.each<[string, readonly RunningTask[], boolean, string]>([
  ['enough tasks run', [task(), task()], true, '2 of 2 tasks of worker:8 have run for 30 s'],
  ['one is too young', [task(), task({ startedAt: 60_000 })], false, '1 of 2'],
  ['one has not begun', [task(), task({ status: 'PENDING' })], false, '1 of 2'],
  ['none runs', [], false, '0 of 2'],
  [
    'one of another revision runs beside them',
    [task(), task(), task({ taskDefinition: NEW.replace('worker:8', 'worker:7') })],
    false,
    'a task of worker:7 still runs beside worker:8',
  ],
])('%s', (_, tasks, ok, reason) => {
  const verdict = judgeTasks(tasks, { revision: NEW, minRunning: 2, now: 70_000, ageMs: 30_000 });
  expect(verdict.ok).toBe(ok);
  expect(verdict.reason).toContain(reason);
});
