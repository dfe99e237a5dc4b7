import type { ListDeploymentConfigsOutput } from '@aws-sdk/client-codedeploy';
import type { CodeDeployState } from './state.ts';

export function listDeploymentConfigs(state: CodeDeployState): ListDeploymentConfigsOutput {
  return { deploymentConfigsList: [...state.configs.keys()] };
}
