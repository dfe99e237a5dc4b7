import type { Step } from '../step.ts';
import { inputs } from './inputs.ts';
import { OUTPUTS, type StackOutputs } from './outcomes.ts';
import { run } from './run.ts';

/** Creates or updates a CloudFormation stack by a change set that is shown first. */
export const deployStack: Step<typeof inputs, StackOutputs> = {
  name: 'deploy-stack',
  inputs,
  outputs: OUTPUTS,
  run,
};
