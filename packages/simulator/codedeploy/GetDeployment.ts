import type { DeploymentInfo, GetDeploymentInput, GetDeploymentOutput } from '@aws-sdk/client-codedeploy';
import type { Deployment } from './deployment.ts';
import type { CodeDeployState } from './state.ts';

export function getDeployment(state: CodeDeployState, input: GetDeploymentInput): GetDeploymentOutput {
  return { deploymentInfo: describeDeployment(state.deployment(input.deploymentId)) };
}

/** The overview counts the one ECS target; AWS does not document what it counts for ECS. */
export function describeDeployment(deployment: Deployment): DeploymentInfo {
  const { targetStatus } = deployment;
  const count = (status: string): number => (targetStatus === status ? 1 : 0);
  return {
    ...deployment.info,
    deploymentOverview: {
      Pending: count('Pending'),
      InProgress: count('InProgress'),
      Succeeded: count('Succeeded'),
      Failed: count('Failed'),
      Skipped: count('Skipped'),
      Ready: count('Ready'),
    },
  };
}
