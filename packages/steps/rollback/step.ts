import type { Step } from '../step.ts';
import { inputs } from './inputs.ts';
import type { Outputs } from './outputs.ts';
import { run } from './run.ts';

/** Goes back to the last revision that really served, whether a deployment is under way or not. */
export const rollback: Step<typeof inputs, Outputs> = {
  name: 'rollback',
  inputs,
  outputs: [
    'task-definition-arn',
    'previous-task-definition-arn',
    'deployment-id',
    'deployment-status',
    'candidates',
  ],
  run,
};
