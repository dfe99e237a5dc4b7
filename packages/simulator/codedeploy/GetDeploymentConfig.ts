import type { GetDeploymentConfigInput, GetDeploymentConfigOutput } from '@aws-sdk/client-codedeploy';
import type { CodeDeployState } from './state.ts';

export function getDeploymentConfig(
  state: CodeDeployState,
  input: GetDeploymentConfigInput,
): GetDeploymentConfigOutput {
  return { deploymentConfigInfo: state.config(input.deploymentConfigName) };
}
