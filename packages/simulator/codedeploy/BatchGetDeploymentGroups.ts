import type {
  BatchGetDeploymentGroupsInput,
  BatchGetDeploymentGroupsOutput,
} from '@aws-sdk/client-codedeploy';
import { ApiError } from '../kernel/api-error.ts';
import { describeGroup } from './GetDeploymentGroup.ts';
import { checkedName } from './names.ts';
import type { CodeDeployState } from './state.ts';

/** Groups that do not exist are named in `errorMessage`. */
export function batchGetDeploymentGroups(
  state: CodeDeployState,
  input: BatchGetDeploymentGroupsInput,
): BatchGetDeploymentGroupsOutput {
  const { groups } = state.application(input.applicationName);
  const { deploymentGroupNames: names = [] } = input;
  if (names.length === 0) checkedName('DeploymentGroup', undefined);
  if (names.length > 100)
    throw new ApiError('BatchLimitExceededException', 'At most 100 deployment groups can be described');
  for (const name of names) checkedName('DeploymentGroup', name);
  const missing = names.filter((name) => !groups.has(name));
  return {
    deploymentGroupsInfo: names.flatMap((name) => {
      const group = groups.get(name);
      return group === undefined ? [] : [describeGroup(state, group)];
    }),
    ...(missing.length > 0
      ? { errorMessage: `No Deployment Group found for name: ${missing.join(', ')}` }
      : {}),
  };
}
