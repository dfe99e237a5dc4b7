import type { DeleteDeploymentGroupInput, DeleteDeploymentGroupOutput } from '@aws-sdk/client-codedeploy';
import { checkedName } from './names.ts';
import type { CodeDeployState } from './state.ts';

/** A group that does not exist counts as deleted, and so does one of no application: the API has no error for either. */
export function deleteDeploymentGroup(
  state: CodeDeployState,
  input: DeleteDeploymentGroupInput,
): DeleteDeploymentGroupOutput {
  const application = checkedName('Application', input.applicationName);
  const group = checkedName('DeploymentGroup', input.deploymentGroupName);
  state.applications.get(application)?.groups.delete(group);
  return { hooksNotCleanedUp: [] };
}
