import type { ListDeploymentGroupsInput, ListDeploymentGroupsOutput } from '@aws-sdk/client-codedeploy';
import type { CodeDeployState } from './state.ts';

export function listDeploymentGroups(
  state: CodeDeployState,
  input: ListDeploymentGroupsInput,
): ListDeploymentGroupsOutput {
  const { name, groups } = state.application(input.applicationName);
  return { applicationName: name, deploymentGroups: [...groups.keys()] };
}
