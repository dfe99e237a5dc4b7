import type { ListApplicationsOutput } from '@aws-sdk/client-codedeploy';
import type { CodeDeployState } from './state.ts';

export function listApplications(state: CodeDeployState): ListApplicationsOutput {
  return { applications: [...state.applications.keys()] };
}
