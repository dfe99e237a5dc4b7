import type { DeploymentStatus } from '@aws-sdk/client-codedeploy';
import type { Deployment } from './deployment.ts';
import type { DeploymentFailure } from './failure.ts';
import type { CodeDeployState } from './state.ts';
import { taskSetsInfo } from './target.ts';

/**
 * Ends a deployment: events that did not run are skipped, the one that was running failed unless somebody stopped it.
 * `afterwards` runs in the same instant, so that nobody sees the end without its rollback.
 */
export async function finish(
  state: CodeDeployState,
  deployment: Deployment,
  status: Extract<DeploymentStatus, 'Succeeded' | 'Failed' | 'Stopped'>,
  failure?: DeploymentFailure,
  afterwards: () => void = () => undefined,
): Promise<void> {
  const { info } = deployment;
  deployment.stoppable = false;
  try {
    deployment.finalTaskSets = await taskSetsInfo(state.sim, deployment);
  } catch {
    // The service may be gone; what is known of its task sets is then nothing.
    deployment.finalTaskSets = [];
  }
  const now = deployment.touch();
  for (const event of deployment.events) {
    if (event.status === 'Pending') event.status = 'Skipped';
    if (event.status !== 'InProgress') continue;
    // Assumption: an event that was interrupted by a stop reads Skipped.
    event.status = status === 'Failed' ? 'Failed' : 'Skipped';
    event.endTime = now;
    if (status === 'Failed')
      event.diagnostics ??= {
        errorCode: 'UnknownError',
        scriptName: '',
        message: failure?.message,
        logTail: '',
      };
  }
  if (deployment.targetStatus !== 'Succeeded') {
    deployment.targetStatus = status === 'Stopped' ? 'Skipped' : status;
  }
  info.completeTime = now;
  if (failure !== undefined) info.errorInformation = { code: failure.code, message: failure.message };
  info.status = status;
  const group = state.applications
    .get(info.applicationName ?? '')
    ?.groups.get(info.deploymentGroupName ?? '');
  if (group !== undefined) {
    const last = { deploymentId: deployment.id, status, createTime: info.createTime, endTime: now };
    if (group.lastAttemptedDeployment?.deploymentId === deployment.id) group.lastAttemptedDeployment = last;
    if (status === 'Succeeded') group.lastSuccessfulDeployment = last;
  }
  afterwards();
}
