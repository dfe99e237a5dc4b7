import type {
  BatchGetDeploymentTargetsInput,
  BatchGetDeploymentTargetsOutput,
} from '@aws-sdk/client-codedeploy';
import { ApiError } from '../kernel/api-error.ts';
import type { CodeDeployState } from './state.ts';
import { describeTarget, requireTarget } from './target.ts';

export async function batchGetDeploymentTargets(
  state: CodeDeployState,
  input: BatchGetDeploymentTargetsInput,
): Promise<BatchGetDeploymentTargetsOutput> {
  const deployment = state.deployment(input.deploymentId);
  const ids = input.targetIds ?? [];
  if (ids.length > 1) {
    throw new ApiError(
      'DeploymentTargetListSizeExceededException',
      'The maximum number of targets that can be associated with an Amazon ECS deployment is 1',
    );
  }
  requireTarget(deployment, ids[0]);
  return { deploymentTargets: [await describeTarget(state.sim, deployment)] };
}
