import type { DeleteApplicationInput } from '@aws-sdk/client-codedeploy';
import { checkedName } from './names.ts';
import type { CodeDeployState } from './state.ts';

/** Deletes the application with its groups; one that does not exist counts as deleted. */
export function deleteApplication(state: CodeDeployState, input: DeleteApplicationInput): object {
  state.applications.delete(checkedName('Application', input.applicationName));
  return {};
}
