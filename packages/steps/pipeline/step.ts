import { blueGreenCodedeploy } from '../blue-green-codedeploy/step.ts';
import { buildPushEcr } from '../build-push-ecr/step.ts';
import { registerTaskdef } from '../register-taskdef/step.ts';
import { rollback } from '../rollback/step.ts';
import { runMigrationTask } from '../run-migration-task/step.ts';
import type { Step } from '../step.ts';
import { verifyTargetHealth } from '../verify-target-health/step.ts';
import type { World } from '../world.ts';
import { inputs } from './inputs.ts';
import { OUTPUTS, type PipelineOutputs } from './outputs.ts';
import { run } from './run.ts';
import { finishStages } from './stage.ts';

/** From source to verified traffic in one step: the other steps, in order, with typed values between them. */
export const pipeline: Step<typeof inputs, PipelineOutputs> = {
  name: 'pipeline',
  inputs,
  outputs: OUTPUTS,
  run,
  post: finish,
  after: finish,
};

async function finish(remembered: Readonly<Record<string, string>>, world: World): Promise<void> {
  // The last stage first: what moves users matters most.
  const stages = [
    rollback,
    verifyTargetHealth,
    blueGreenCodedeploy,
    runMigrationTask,
    registerTaskdef,
    buildPushEcr,
  ];
  await finishStages(stages, remembered, world);
}
