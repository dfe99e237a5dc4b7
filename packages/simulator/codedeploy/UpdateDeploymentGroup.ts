import type {
  DeploymentGroupInfo,
  UpdateDeploymentGroupInput,
  UpdateDeploymentGroupOutput,
} from '@aws-sdk/client-codedeploy';
import { ApiError } from '../kernel/api-error.ts';
import { checkGroup } from './group-checks.ts';
import { checkedName } from './names.ts';
import type { CodeDeployState } from './state.ts';

/** Deployments that run keep the settings with which they were created. */
export async function updateDeploymentGroup(
  state: CodeDeployState,
  input: UpdateDeploymentGroupInput,
): Promise<UpdateDeploymentGroupOutput> {
  const known = state.group(input.applicationName, input.currentDeploymentGroupName);
  const { groups } = state.application(input.applicationName);
  const { currentDeploymentGroupName: old, newDeploymentGroupName, autoScalingGroups, ...changes } = input;
  const name =
    newDeploymentGroupName === undefined
      ? (old ?? '')
      : checkedName('DeploymentGroup', newDeploymentGroupName);
  if (name !== old && groups.has(name)) {
    throw new ApiError(
      'DeploymentGroupAlreadyExistsException',
      `Deployment group name already exists: ${name}`,
    );
  }
  const changed: DeploymentGroupInfo = {
    ...known,
    ...Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)),
    ...(autoScalingGroups === undefined
      ? {}
      : { autoScalingGroups: autoScalingGroups.map((one) => ({ name: one })) }),
    deploymentGroupName: name,
  };
  await checkGroup(state, changed);
  groups.delete(old ?? '');
  groups.set(name, changed);
  return { hooksNotCleanedUp: [] };
}
