import type { Step } from '../step.ts';
import { OUTPUTS, type DeploymentOutputs } from '../deploy/outputs.ts';
import { runByAnyEngine } from '../deploy/run.ts';
import { afterKillOfAll } from '../deploy/services/after-kill.ts';
import { inputs } from './inputs.ts';

/** Deploys a service by whichever engine its deployment controller calls for. */
export const deployService: Step<typeof inputs, DeploymentOutputs> = {
  name: 'deploy-service',
  inputs,
  outputs: OUTPUTS,
  run: runByAnyEngine,
  post: afterKillOfAll,
};
