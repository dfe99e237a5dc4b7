import type {
  BatchGetDeploymentGroupsInput,
  BatchGetDeploymentGroupsOutput,
} from '@aws-sdk/client-codedeploy';
import { describeGroup } from './GetDeploymentGroup.ts';
import type { CodeDeployState } from './state.ts';

/** Groups that do not exist are named in `errorMessage`. */
export function batchGetDeploymentGroups(
  state: CodeDeployState,
  input: BatchGetDeploymentGroupsInput,
): BatchGetDeploymentGroupsOutput {
  const { groups } = state.application(input.applicationName);
  const names = input.deploymentGroupNames ?? [];
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
