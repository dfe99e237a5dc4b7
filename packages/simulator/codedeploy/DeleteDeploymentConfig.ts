import type { DeleteDeploymentConfigInput } from '@aws-sdk/client-codedeploy';
import { ApiError } from '../kernel/api-error.ts';
import { checkedName } from './names.ts';
import type { CodeDeployState } from './state.ts';

/** A configuration that does not exist counts as deleted. */
export function deleteDeploymentConfig(state: CodeDeployState, input: DeleteDeploymentConfigInput): object {
  const name = checkedName('DeploymentConfig', input.deploymentConfigName);
  if (name.startsWith('CodeDeployDefault.')) {
    throw new ApiError('InvalidOperationException', `The predefined configuration ${name} cannot be deleted`);
  }
  for (const application of state.applications.values()) {
    for (const group of application.groups.values()) {
      if (group.deploymentConfigName !== name) continue;
      throw new ApiError(
        'DeploymentConfigInUseException',
        `The deployment configuration ${name} is in use by deployment group ${group.deploymentGroupName ?? ''}`,
      );
    }
  }
  state.configs.delete(name);
  return {};
}
