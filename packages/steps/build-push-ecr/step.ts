import type { Step } from '../step.ts';
import { BUILDER, DOCKER_CONFIG, removeBuilder } from './build.ts';
import { OUTPUTS, type BuildOutputs } from './image-outputs.ts';
import { inputs } from './inputs.ts';
import { run } from './run.ts';

/** An image into ECR: built with Docker or taken from an OCI layout, proven to be what was asked for. */
export const buildPushEcr: Step<typeof inputs, BuildOutputs> = {
  name: 'build-push-ecr',
  inputs,
  outputs: OUTPUTS,
  run,
  post: async (remembered, world) => {
    const config = remembered[DOCKER_CONFIG];
    if (config === undefined) return;
    const builder = remembered[BUILDER];
    if (builder !== undefined) await removeBuilder(builder, config, world);
    await world.docker.forget(config);
  },
};
