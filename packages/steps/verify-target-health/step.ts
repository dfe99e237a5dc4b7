import type { Step } from '../step.ts';
import { inputs } from './inputs.ts';
import type { Outputs } from './outputs.ts';
import { run } from './run.ts';

/** Proves that healthy targets behind the production listener belong to the expected revision. */
export const verifyTargetHealth: Step<typeof inputs, Outputs> = {
  name: 'verify-target-health',
  inputs,
  outputs: ['healthy-count', 'target-group-arn', 'task-definition-arn', 'targets'],
  run,
};
