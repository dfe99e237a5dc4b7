import type { Step } from '../step.ts';
import { inputs } from './inputs.ts';
import type { MigrationOutputs } from './outcomes.ts';
import { takePageAway } from './protect.ts';
import { post, run } from './run.ts';

/** Runs one-off commands in the VPC and returns their exit code. */
export const runMigrationTask: Step<typeof inputs, MigrationOutputs> = {
  name: 'run-migration-task',
  inputs,
  outputs: [
    'task-arn',
    'task-id',
    'exit-code',
    'stopped-reason',
    'log-url',
    'duration-seconds',
    'snapshot-id',
    'log-tail',
  ],
  run,
  post,
  after: takePageAway,
};
