import type { GetDeploymentTargetInput, GetDeploymentTargetOutput } from '@aws-sdk/client-codedeploy';
import type { CodeDeployState } from './state.ts';
import { describeTarget, requireTarget } from './target.ts';

export async function getDeploymentTarget(
  state: CodeDeployState,
  input: GetDeploymentTargetInput,
): Promise<GetDeploymentTargetOutput> {
  const deployment = state.deployment(input.deploymentId);
  requireTarget(deployment, input.targetId);
  return { deploymentTarget: await describeTarget(state.sim, deployment) };
}
