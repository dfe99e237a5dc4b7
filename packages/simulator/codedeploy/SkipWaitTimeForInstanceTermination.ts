import type { SkipWaitTimeForInstanceTerminationInput } from '@aws-sdk/client-codedeploy';
import { continueDeployment } from './ContinueDeployment.ts';
import type { CodeDeployState } from './state.ts';

/** The older form of ContinueDeployment with TERMINATION_WAIT. */
export function skipWaitTimeForInstanceTermination(
  state: CodeDeployState,
  input: SkipWaitTimeForInstanceTerminationInput,
): object {
  return continueDeployment(state, { ...input, deploymentWaitType: 'TERMINATION_WAIT' });
}
