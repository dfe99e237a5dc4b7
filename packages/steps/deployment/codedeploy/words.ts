import type { Deployment } from '@cutover/domain/deployment/deployment';
import type { DeploymentStage } from '@cutover/domain/deployment/look';
import type { EngineWords } from '../engine.ts';

/** Sentences that name CodeDeploy's own things. */
export const WORDS: Omit<EngineWords, 'noTestListener' | 'noGateAddress'> = {
  ended,
  revisionUnknown: 'its AppSpec can’t be read, and it has made no task set yet',
  revisionUnknownRemedy:
    'Run the job again once the deployment is Ready; its task set then tells the revision.',
  replacementUnknown: 'the replacement task set is not known yet',
  noTasks: 'no task set of the service',
  oldTasksTerminated: 'the old task set has been terminated',
  oldTasksGone: (previous) =>
    `The old task set is gone, so the deployment can’t be taken back. Run the rollback action to deploy ${previous} again. A termination wait in the deployment group (terminationWaitTimeInMinutes) keeps the old tasks until the new ones have proven themselves.`,
  goBack: (revision) => `run the rollback action${revision === undefined ? '' : ` with to: ${revision}`}`,
  lookAtTasks: 'Look at the task sets of the service; run verify-target-health, and roll back if in doubt.',
  changedByOthers:
    'Look at the rules of the production listener: something besides CodeDeploy changed them. Run verify-target-health, and roll back if in doubt.',
};

/** How a deployment ended that was stopped by an alarm or somebody else, or failed. */
function ended({ ended: how, error }: Deployment, stages: readonly DeploymentStage[]): string {
  if (how !== 'stopped') {
    const stage = stages.find(({ status }) => status === 'Failed')?.name;
    return `failed${stage === undefined ? '' : ` in ${stage}`}`;
  }
  return error?.code === 'ALARM_ACTIVE'
    ? 'was stopped by an alarm'
    : 'was stopped by somebody else or by CodeDeploy';
}
