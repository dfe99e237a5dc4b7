import type { Observation } from '../diagnosis/diagnose.ts';
import type { DeploymentLook, DeploymentStage } from '../deployment/look.ts';
import type { DeploymentPhase, DeploymentProgress } from '../deployment/phase.ts';
import type { ServiceState } from '../task/ecs-service.ts';
import type { StoppedTask } from '../task/failed-task.ts';
import { knownServiceDeployment, type KnownServiceDeployment } from './known-deployment.ts';
import { primaryRollout, servingRollout } from './rollouts.ts';
import { isOver, startedByOf, type ServiceDeploymentState } from './service-deployment.ts';

/** Stages in the order in which a deployment passes them; the enum of ECS lacks the one before the shift. */
const STAGES = [
  'RECONCILE_SERVICE',
  'PRE_SCALE_UP',
  'SCALE_UP',
  'POST_SCALE_UP',
  'TEST_TRAFFIC_SHIFT',
  'POST_TEST_TRAFFIC_SHIFT',
  'PRE_PRODUCTION_TRAFFIC_SHIFT',
  'PRODUCTION_TRAFFIC_SHIFT',
  'POST_PRODUCTION_TRAFFIC_SHIFT',
  'BAKE_TIME',
  'CLEAN_UP',
] as const;

/** One look at a service deployment, in ECS's words. */
export interface ServiceDeploymentLook {
  readonly deployment: ServiceDeploymentState;
  /** ARN of the task definition that the deployment brings. */
  readonly revision: string;
  readonly service: ServiceState;
  /** Target group of the new tasks, where it is known. */
  readonly targetGroup: string | undefined;
  readonly failedTasks: readonly StoppedTask[];
  readonly stages: readonly DeploymentStage[];
  /** When all traffic was first seen to have moved, in epoch milliseconds. */
  readonly movedAt: number | undefined;
  /** Id of the younger deployment that took this one's place. */
  readonly supersededBy: string | undefined;
}

/** The look in the words that every engine shares. */
export function lookOf(
  seen: ServiceDeploymentLook,
): DeploymentLook & { readonly deployment: KnownServiceDeployment } {
  const { deployment, failedTasks, service, stages, supersededBy, targetGroup } = seen;
  const { requested, running } = deployment.target;
  return {
    deployment: {
      ...knownServiceDeployment(deployment),
      ...(supersededBy === undefined ? {} : { supersededBy }),
    },
    progress: progressOf(seen),
    service,
    replacement: {
      label: isRolling(deployment) ? 'new' : 'green',
      startedBy: startedByOf(deployment.target.arn),
      counted: deployment.status === 'PENDING' ? undefined : { running, desired: requested },
      desired: requested === 0 ? service.desired : requested,
      targetGroup,
    },
    hasInstalled: deployment.status !== 'PENDING',
    failedTasks,
    stages,
    said: { ofStages: [], ofAll: said(deployment) },
  };
}

/** The breaker's message is a symptom; the diagnosis prefers what tasks and targets say. */
function said({ arn, rollback, statusReason }: ServiceDeploymentState): readonly Observation[] {
  return [...new Set([statusReason, rollback?.reason])].flatMap((text) =>
    text === undefined || text === ''
      ? []
      : [{ source: 'ecs:DescribeServiceDeployments statusReason' as const, text, subject: arn }],
  );
}

/** How far a service deployment has come. */
export function progressOf(seen: ServiceDeploymentLook): DeploymentProgress {
  const { deployment, failedTasks, movedAt, service } = seen;
  const { createdAt, finishedAt, target } = deployment;
  const phase = phaseOf(deployment);
  const hasMoved = hasMovedWholly(deployment);
  return {
    phase,
    since: isOver(deployment.status) ? finishedAt : phase === 'created' ? createdAt : undefined,
    hasMoved,
    shiftedAt: hasMoved ? (movedAt ?? finishedAt) : undefined,
    shiftedPercent: target.productionPercent ?? (hasMoved ? 100 : 0),
    replacement: { running: target.running, desired: target.requested },
    failed: failedTasks.length,
    serving: servingOf(seen, service),
    doing: doing(deployment),
  };
}

function isRolling({ settings }: ServiceDeploymentState): boolean {
  return settings.strategy === 'ROLLING';
}

/** Whether the deployment goes on: what a rollback shows of stages and weights is no milestone. */
function goesForward({ status }: ServiceDeploymentState): boolean {
  return !isOver(status) && status !== 'ROLLBACK_IN_PROGRESS';
}

/** Place of the deployment's stage; -1 for none, or one that is not known. */
export function stagePlace({ stage }: Pick<ServiceDeploymentState, 'stage'>): number {
  return STAGES.findIndex((one) => one === stage);
}

/** Whether the deployment is at this stage or past it. */
export function hasReachedStage(
  deployment: Pick<ServiceDeploymentState, 'stage'>,
  stage: (typeof STAGES)[number],
): boolean {
  return stagePlace(deployment) >= STAGES.indexOf(stage);
}

/** The PAUSE hooks that wait for an answer. */
export function waitingPauses({ hooks }: ServiceDeploymentState): ServiceDeploymentState['hooks'] {
  return hooks.filter(({ status, type }) => type === 'PAUSE' && status === 'AWAITING_ACTION');
}

/**
 * Whether all production traffic is on the new tasks. A rolling deployment says so by its end, or by its bake: without a
 * bake, tasks that merely run may still be checked.
 */
export function hasMovedWholly(deployment: ServiceDeploymentState): boolean {
  const { settings, sources, status, target } = deployment;
  if (status === 'SUCCESSFUL') return true;
  if (!goesForward(deployment)) return false;
  if (isRolling(deployment)) {
    const isFull = target.requested > 0 && target.running >= target.requested;
    return settings.bakeMinutes > 0 && isFull && sources.every(({ running }) => running === 0);
  }
  return target.productionPercent === 100 && hasReachedStage(deployment, 'POST_PRODUCTION_TRAFFIC_SHIFT');
}

export function phaseOf(deployment: ServiceDeploymentState): DeploymentPhase {
  const { status, target } = deployment;
  switch (status) {
    case 'SUCCESSFUL':
      return 'succeeded';
    case 'STOPPED':
      return 'stopped';
    case 'ROLLBACK_IN_PROGRESS':
    case 'ROLLBACK_SUCCESSFUL':
    case 'ROLLBACK_FAILED':
      return 'failed';
    case 'PENDING':
      return 'created';
    default:
  }
  if (isRolling(deployment)) {
    if (hasMovedWholly(deployment)) return 'baking';
    return target.running === 0 ? 'installing' : 'shifting';
  }
  if (hasMovedWholly(deployment)) return deployment.stage === 'CLEAN_UP' ? 'terminating' : 'baking';
  const untouched = (target.productionPercent ?? 0) === 0;
  if (untouched && waitingPauses(deployment).length > 0 && hasReachedStage(deployment, 'POST_SCALE_UP'))
    return 'ready';
  return untouched && !hasReachedStage(deployment, 'PRE_PRODUCTION_TRAFFIC_SHIFT')
    ? 'installing'
    : 'shifting';
}

/** ARN of the revision that serves. The classic view lags behind the deployment's end, so the deployment's own word goes first. */
function servingOf(
  { deployment, revision }: ServiceDeploymentLook,
  service: ServiceState,
): string | undefined {
  if (!hasMovedWholly(deployment)) return servingRollout(service)?.taskDefinition ?? service.taskDefinition;
  const primary = primaryRollout(service);
  const isOurs = primary === undefined || primary.id === startedByOf(deployment.target.arn);
  return isOurs || primary.state !== 'COMPLETED' ? revision : primary.taskDefinition;
}

/** Phase of a deployment without trouble. */
function doing(deployment: ServiceDeploymentState): string {
  const { breaker, stage, status, target } = deployment;
  if (status === 'PENDING') return 'the deployment is PENDING';
  const counts = `${target.running} of ${target.requested} new tasks run`;
  const failures =
    breaker === undefined || breaker.failures === 0
      ? ''
      : `, ${breaker.failures} of the ${breaker.threshold} failures that trip the circuit breaker`;
  const share = target.productionPercent === undefined ? '' : `, ${target.productionPercent} % of traffic`;
  const where = hasMovedWholly(deployment) && isRolling(deployment) ? 'baking' : (stage ?? status);
  return waitingPauses(deployment).length > 0
    ? `the deployment pauses at ${stage ?? status} (${counts}${share})`
    : `the deployment is ${where} (${counts}${share}${failures})`;
}
