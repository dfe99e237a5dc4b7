import type { ComputePlatform, GetApplicationInput, GetApplicationOutput } from '@aws-sdk/client-codedeploy';
import type { CodeDeployState } from './state.ts';

export function getApplication(state: CodeDeployState, input: GetApplicationInput): GetApplicationOutput {
  const { id, name, createTime, computePlatform } = state.application(input.applicationName);
  return {
    application: {
      applicationId: id,
      applicationName: name,
      createTime,
      linkedToGitHub: false,
      computePlatform: computePlatform as ComputePlatform,
    },
  };
}
