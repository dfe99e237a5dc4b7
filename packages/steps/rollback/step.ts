import type { Step } from '../step.ts';
import { inputs } from './inputs.ts';
import { OUTPUTS, type RollbackOutputs } from './outputs.ts';
import { run } from './run.ts';

/** Goes back to the last revision that really served, whether a deployment is under way or not. */
export const rollback: Step<typeof inputs, RollbackOutputs> = {
  name: 'rollback',
  inputs,
  outputs: OUTPUTS,
  run,
};
