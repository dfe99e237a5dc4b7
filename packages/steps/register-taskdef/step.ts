import type { Step } from '../step.ts';
import { inputs } from './inputs.ts';
import { OUTPUTS, type RegisterOutputs } from './carry-out.ts';
import { run } from './run.ts';

/** Renders, checks, compares and registers a task definition. */
export const registerTaskdef: Step<typeof inputs, RegisterOutputs> = {
  name: 'register-taskdef',
  inputs,
  outputs: OUTPUTS,
  run,
};
