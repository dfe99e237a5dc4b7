import type { ForeignInput } from './foreign-input.ts';

const action = 'geekcell/github-action-aws-ecs-run-task';

/** Inputs of geekcell/github-action-aws-ecs-run-task that run-migration-task does not have. */
export const RUN_TASK: readonly ForeignInput[] = [
  {
    action,
    name: 'override-container-command',
    does: 'the command has an input of its own.',
    instead: 'Write it as command, in one line as in a shell.',
  },
  {
    action,
    name: 'tail-logs',
    same: ['true'],
    does: 'the log of the task is followed while it runs.',
    instead: 'Remove it.',
  },
  {
    action,
    name: 'task-wait-until-stopped',
    same: ['true'],
    does: 'Cutover waits until the task has stopped: only then its exit code is known.',
    instead: 'Limit the wait with timeout-minutes.',
  },
  {
    action,
    name: 'task-start-max-wait-time',
    does: 'the limit is given in minutes.',
    instead: 'Set start-timeout-minutes.',
  },
  {
    action,
    name: 'task-stop-max-wait-time',
    does: 'the limit is given in minutes, and a task that passes it is stopped.',
    instead: 'Set timeout-minutes.',
  },
  {
    action,
    name: 'task-check-state-delay',
    does: 'the pause between two looks has another name.',
    instead: 'Set poll-interval-seconds.',
  },
];
