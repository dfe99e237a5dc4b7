import { expect, test } from '@jest/globals';
import { exitVerdict } from './exit-verdict.ts';
import type { TaskContainer, TaskState } from './task.ts';

const container = (name: string, exitCode?: number, reason?: string): TaskContainer => ({
  name,
  lastStatus: 'STOPPED',
  ...(exitCode === undefined ? {} : { exitCode }),
  ...(reason === undefined ? {} : { reason }),
});

const stopped = (
  containers: readonly TaskContainer[],
  stopCode?: string,
  stoppedReason?: string,
): TaskState => ({
  arn: 'arn:aws:ecs:us-east-1:123456789012:task/shop/0123456789abcdef0123456789abcdef',
  taskDefinition: 'arn:aws:ecs:us-east-1:123456789012:task-definition/shop:7',
  lastStatus: 'STOPPED',
  desiredStatus: 'STOPPED',
  group: 'family:shop',
  startedBy: 'cutover/1/1/0',
  containers,
  ...(stopCode === undefined ? {} : { stopCode }),
  ...(stoppedReason === undefined ? {} : { stoppedReason }),
});

const EXITED = 'EssentialContainerExited';
const EXITED_REASON = 'Essential container in task exited';

test.each([
  ['exit code 0', stopped([container('app', 0)], EXITED, EXITED_REASON), 'succeeded', 'exit code 0'],
  [
    'exit code 1',
    stopped([container('app', 1)], EXITED, EXITED_REASON),
    'failed',
    'app ended with exit code 1.',
  ],
  [
    'a sidecar killed afterwards',
    stopped([container('app', 0), container('proxy', 137), container('agent', 143)], EXITED, EXITED_REASON),
    'succeeded',
    'exit code 0',
  ],
  [
    'a sidecar that failed by itself while the command succeeded',
    stopped([container('app', 0), container('proxy', 1)], EXITED, EXITED_REASON),
    'succeeded',
    'exit code 0',
  ],
  [
    'killed because another container failed first',
    stopped([container('proxy', 1), container('app', 143)], EXITED, EXITED_REASON),
    'failed',
    'because container proxy ended with exit code 1',
  ],
  [
    'killed beside others that were killed, because one failed first',
    stopped(
      [container('agent', 143), container('app', 137), container('proxy', 0), container('migrator', 2)],
      EXITED,
      EXITED_REASON,
    ),
    'failed',
    'because container migrator ended with exit code 2',
  ],
  [
    'killed without a container that failed',
    stopped([container('agent', 143), container('log'), container('app', 137)], EXITED, EXITED_REASON),
    'failed',
    'Container app ended with exit code 137',
  ],
  [
    'its own failure beside that of another container',
    stopped([container('proxy', 2), container('app', 1)], EXITED, EXITED_REASON),
    'failed',
    'Container app ended with exit code 1',
  ],
  [
    'out of memory',
    stopped(
      [container('app', 137, 'OutOfMemoryError: Container killed due to memory usage')],
      EXITED,
      EXITED_REASON,
    ),
    'failed',
    'OutOfMemoryError',
  ],
  ['segmentation fault', stopped([container('app', 139)], EXITED, EXITED_REASON), 'failed', 'SIGSEGV'],
  [
    'program not found',
    stopped([container('app', 127)], EXITED, EXITED_REASON),
    'failed',
    'not found in the image',
  ],
  [
    'image that can’t be pulled',
    stopped(
      [container('app', undefined, 'CannotPullContainerError: not found')],
      'TaskFailedToStart',
      'CannotPullContainerError: not found',
    ),
    'notStarted',
    'TaskFailedToStart - CannotPullContainerError: not found.',
  ],
  [
    'another container stops the task before the command began',
    stopped([container('app'), container('proxy', 1, 'bad configuration')], EXITED, EXITED_REASON),
    'notStarted',
    'proxy ended with exit code 1: bad configuration',
  ],
  [
    'another container ends the task without a word before the command began',
    stopped([container('app'), container('proxy', 3), container('agent', 143)], EXITED, EXITED_REASON),
    'notStarted',
    'proxy ended with exit code 3.',
  ],
  [
    'failed to start, and yet an exit code 0',
    stopped(
      [container('app', 0)],
      'TaskFailedToStart',
      'Timeout waiting for network interface provisioning to complete.',
    ),
    'notStarted',
    'network interface',
  ],
  [
    'stopped by somebody',
    stopped([container('app', 143)], 'UserInitiated', 'Task stopped by user'),
    'interrupted',
    'somebody stopped the task',
  ],
  [
    'stopped by somebody, and the program said 0 when told to end',
    stopped([container('app', 0)], 'UserInitiated', 'Task stopped by user'),
    'interrupted',
    'exit code 0 because somebody stopped the task',
  ],
  [
    'Spot capacity taken back',
    stopped([container('app', 0)], 'SpotInterruption', 'Your Spot Task was interrupted.'),
    'interrupted',
    'Spot',
  ],
  ['no containers at all', stopped([], 'TaskFailedToStart', 'RESOURCE:ENI'), 'notStarted', 'RESOURCE:ENI'],
  [
    'another container only',
    stopped([container('web', 0)], EXITED, EXITED_REASON),
    'notStarted',
    'no container app, only web',
  ],
] as const)('%s', (_, task, kind, words) => {
  const verdict = exitVerdict(task, 'app');
  expect(verdict.kind).toBe(kind);
  expect(verdict.sentence).toContain(words);
});
