import type {
  BatchGetDeploymentGroupsInput,
  BatchGetDeploymentGroupsOutput,
} from '@aws-sdk/client-codedeploy';
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
    deploymentGroupsInfo: names.flatMap((name) => groups.get(name) ?? []),
    ...(missing.length > 0
      ? { errorMessage: `No Deployment Group found for name: ${missing.join(', ')}` }
      : {}),
  };
}
