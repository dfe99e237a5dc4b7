import type { Step } from '../step.ts';
import { inputs } from './inputs.ts';
import { OUTPUTS, type VerifyOutputs } from './outputs.ts';
import { run } from './run.ts';

/** Proves that healthy targets behind the production listener belong to the expected revision. */
export const verifyTargetHealth: Step<typeof inputs, VerifyOutputs> = {
  name: 'verify-target-health',
  inputs,
  outputs: OUTPUTS,
  run,
};
