import type { StopDeploymentInput, StopDeploymentOutput } from '@aws-sdk/client-codedeploy';
import { ApiError } from '../kernel/api-error.ts';
import { manualStop } from './failure.ts';
import type { CodeDeployState } from './state.ts';

const MESSAGE = 'No more commands will be scheduled for execution in the deployment instances';

/**
 * Asks for a stop, which takes effect a moment later; asking again after that answers Succeeded. Without
 * `autoRollbackEnabled` the deployment's own setting for DEPLOYMENT_STOP_ON_REQUEST decides on the rollback (assumption).
 */
export function stopDeployment(state: CodeDeployState, input: StopDeploymentInput): StopDeploymentOutput {
  const deployment = state.deployment(input.deploymentId);
  if (deployment.info.status === 'Stopped') return { status: 'Succeeded', statusMessage: MESSAGE };
  if (!deployment.active || !deployment.stoppable) {
    throw new ApiError(
      'DeploymentAlreadyCompletedException',
      `Deployment ${deployment.id} is already completed`,
    );
  }
  const { enabled = false, events = [] } = deployment.info.autoRollbackConfiguration ?? {};
  deployment.requestStop(
    input.autoRollbackEnabled ?? (enabled && events.includes('DEPLOYMENT_STOP_ON_REQUEST')),
    manualStop(),
  );
  return { status: 'Pending', statusMessage: MESSAGE };
}
