import type { GetDeploymentGroupInput, GetDeploymentGroupOutput } from '@aws-sdk/client-codedeploy';
import type { CodeDeployState } from './state.ts';

export function getDeploymentGroup(
  state: CodeDeployState,
  input: GetDeploymentGroupInput,
): GetDeploymentGroupOutput {
  return { deploymentGroupInfo: state.group(input.applicationName, input.deploymentGroupName) };
}
