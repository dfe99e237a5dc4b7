import type { Step } from '../step.ts';
import { OUTPUTS, type DeploymentOutputs } from '../deploy/outputs.ts';
import { run } from '../deploy/run.ts';
import { afterKillOfAll } from '../deploy/services/after-kill.ts';
import { inputs } from './inputs.ts';

/** Starts a deployment, follows it, stops it when it goes wrong, and explains it. */
export const blueGreenCodedeploy: Step<typeof inputs, DeploymentOutputs> = {
  name: 'blue-green-codedeploy',
  inputs,
  outputs: OUTPUTS,
  run,
  post: afterKillOfAll,
};
