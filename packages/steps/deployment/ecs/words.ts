import type { KnownServiceDeployment } from '@cutover/domain/ecs/known-deployment';
import type { DeploymentStage } from '@cutover/domain/deployment/look';
import { formatRevision } from '@cutover/domain/task/revision';
import type { EngineWords } from '../engine.ts';

/** Sentences that name the things of ECS's own deployments. */
export const WORDS: Omit<EngineWords, 'noTestListener' | 'noGateAddress'> = {
  ended,
  revisionUnknown: 'ECS does not have its service revision',
  revisionUnknownRemedy: 'Run the job again; ECS records a deployment seconds after it was asked for.',
  replacementUnknown: 'the new tasks are not known yet',
  noTasks: 'no rollout of the service',
  leftStanding: ({ status, supersededBy }, now) => {
    if (supersededBy !== undefined) return `Deployment ${supersededBy} decides what serves.`;
    return status === 'STOPPED'
      ? `Tasks of both revisions may serve; ${now === undefined ? 'none' : formatRevision(now)} was the last that ECS completed.`
      : undefined;
  },
  oldTasksTerminated: 'the old tasks have been stopped',
  oldTasksGone: (previous) =>
    `The old tasks are gone, so the deployment can’t be taken back. Deploy ${previous} again. A bake time in the service’s deploymentConfiguration (bakeTimeInMinutes) keeps watching the alarms before the deployment succeeds.`,
  goBack: (revision) => `run the rollback action${revision === undefined ? '' : ` with to: ${revision}`}`,
  lookAtTasks:
    'Look at the deployments of the service (aws ecs list-service-deployments), and deploy the revision that should serve.',
  changedByOthers:
    'Look at the target groups of the service: something besides ECS changed them. Deploy the revision that should serve.',
};

/** How a deployment ended that nobody here stopped. */
function ended(deployment: KnownServiceDeployment, stages: readonly DeploymentStage[]): string {
  const { status, supersededBy, triggeredAlarms } = deployment;
  if (supersededBy !== undefined)
    return `was superseded by deployment ${supersededBy}, which another caller started`;
  if (triggeredAlarms.length > 0)
    return `was stopped by alarm${triggeredAlarms.length === 1 ? '' : 's'} ${triggeredAlarms.join(', ')}`;
  if (status === 'STOPPED') return 'was stopped by ECS, which made no way back';
  const stage = stages.find(({ status: how }) => how === 'Failed')?.name;
  return `failed${stage === undefined ? '' : ` in ${stage}`}`;
}
