import type { Step } from '../step.ts';
import { inputs } from './inputs.ts';
import { OUTPUTS, run, type PreflightOutputs } from './run.ts';

/** Looks at everything that a deployment needs. Changes nothing, unless `clean-up` asks for what a dead runner left. */
export const preflight: Step<typeof inputs, PreflightOutputs> = {
  name: 'preflight',
  inputs,
  outputs: OUTPUTS,
  run,
};
