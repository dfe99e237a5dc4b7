import type { DeleteDeploymentGroupInput, DeleteDeploymentGroupOutput } from '@aws-sdk/client-codedeploy';
import { checkedName } from './names.ts';
import type { CodeDeployState } from './state.ts';

/** A group that does not exist counts as deleted. */
export function deleteDeploymentGroup(
  state: CodeDeployState,
  input: DeleteDeploymentGroupInput,
): DeleteDeploymentGroupOutput {
  const { groups } = state.application(input.applicationName);
  groups.delete(checkedName('DeploymentGroup', input.deploymentGroupName));
  return { hooksNotCleanedUp: [] };
}
