import type {
  DeploymentGroupInfo,
  GetDeploymentGroupInput,
  GetDeploymentGroupOutput,
} from '@aws-sdk/client-codedeploy';
import type { CodeDeployState } from './state.ts';

export function getDeploymentGroup(
  state: CodeDeployState,
  input: GetDeploymentGroupInput,
): GetDeploymentGroupOutput {
  return {
    deploymentGroupInfo: describeGroup(state, state.group(input.applicationName, input.deploymentGroupName)),
  };
}

/** The group with the present status of its last deployment. */
export function describeGroup(state: CodeDeployState, group: DeploymentGroupInfo): DeploymentGroupInfo {
  const last = group.lastAttemptedDeployment;
  const status = state.deployments.get(last?.deploymentId ?? '')?.info.status;
  return last === undefined ? group : { ...group, lastAttemptedDeployment: { ...last, status } };
}
