import type { Step } from '../step.ts';
import { inputs } from './inputs.ts';
import { run, type Outputs } from './run.ts';

/** Looks at everything that a deployment needs, and changes nothing. */
export const preflight: Step<typeof inputs, Outputs> = {
  name: 'preflight',
  inputs,
  outputs: ['passed', 'failed-count', 'unknown-count', 'items'],
  run,
};
