import type { Step } from '../step.ts';
import { inputs } from './inputs.ts';
import { run, type Outputs } from './run.ts';

/** Proves that healthy targets behind the production listener belong to the expected revision. */
export const verifyTargetHealth: Step<typeof inputs, Outputs> = {
  name: 'verify-target-health',
  inputs,
  outputs: ['healthy-count', 'target-group-arn', 'task-definition-arn', 'targets'],
  run,
};
