import type { Step } from '../step.ts';
import { inputs } from './inputs.ts';
import { OUTPUTS, type DiagnoseOutputs } from './outcome.ts';
import { run } from './run.ts';

/** Explains what is wrong with a service or a stack, whether a deployment runs or not. Reads only. */
export const diagnoseStep: Step<typeof inputs, DiagnoseOutputs> = {
  name: 'diagnose',
  inputs,
  outputs: OUTPUTS,
  run,
};
