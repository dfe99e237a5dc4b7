import type { Step } from '../step.ts';
import { inputs } from './inputs.ts';
import { OUTPUTS, type MigrationOutputs } from './outputs.ts';
import { takePageAway } from './protect.ts';
import { post, run } from './run.ts';

/** Runs one-off commands as ECS tasks in the VPC; output `exit-code` says how they ended. */
export const runMigrationTask: Step<typeof inputs, MigrationOutputs> = {
  name: 'run-migration-task',
  inputs,
  outputs: OUTPUTS,
  run,
  post,
  after: takePageAway,
};
