import type { Step } from '../step.ts';
import { forgetAfterKill } from './build.ts';
import { OUTPUTS, type BuildOutputs } from './image-outputs.ts';
import { inputs } from './inputs.ts';
import { run } from './run.ts';

/** An image into ECR: built with Docker or taken from an OCI layout, proven to be what was asked for. */
export const buildPushEcr: Step<typeof inputs, BuildOutputs> = {
  name: 'build-push-ecr',
  inputs,
  outputs: OUTPUTS,
  run,
  post: forgetAfterKill,
};
