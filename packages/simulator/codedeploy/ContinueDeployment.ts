import type { ContinueDeploymentInput } from '@aws-sdk/client-codedeploy';
import { ApiError } from '../kernel/api-error.ts';
import type { CodeDeployState } from './state.ts';

/** Ends the wait before the production shift, or the one before blue is terminated. */
export function continueDeployment(state: CodeDeployState, input: ContinueDeploymentInput): object {
  const deployment = state.deployment(input.deploymentId);
  const waitType = input.deploymentWaitType ?? 'READY_WAIT';
  if (waitType !== 'READY_WAIT' && waitType !== 'TERMINATION_WAIT') {
    throw new ApiError(
      'InvalidDeploymentWaitTypeException',
      `The wait type '${String(waitType)}' is invalid`,
    );
  }
  if (!deployment.active) {
    throw new ApiError(
      'DeploymentAlreadyCompletedException',
      `Deployment ${deployment.id} is already completed`,
    );
  }
  if (deployment.waitingFor !== waitType) {
    throw new ApiError(
      'DeploymentIsNotInReadyStateException',
      `Deployment ${deployment.id} is not waiting for ${waitType}`,
    );
  }
  deployment.wake();
  return {};
}
