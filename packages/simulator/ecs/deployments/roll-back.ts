import type { Ecs } from '../ecs.ts';
import type { Interruption, ServiceDeploymentState, TaskSetState } from '../state.ts';
import { computeDesiredCount, drainTaskSet } from '../task-set.ts';
import { type Course, Interrupted } from './course.ts';
import { complete, finish, note } from './finish.ts';
import { runHooks } from './hooks.ts';
import { isUp } from './look.ts';
import { revisionArn } from './shapes.ts';
import { enter, shiftAll } from './shifting.ts';

/** AWS milliseconds from ROLLBACK_REQUESTED to ROLLBACK_IN_PROGRESS. */
const REQUEST_MS = 1000;
/** As Terraform shows it, and the service action event. */
const NO_CANDIDATE = 'No rollback candidate was found to run the rollback.';

/**
 * Goes back to the last revision that was deployed successfully, in the same service deployment. Without one the service
 * stalls. @throws Interrupted by a newer deployment
 */
export async function rollBack(
  ecs: Ecs,
  deployment: ServiceDeploymentState,
  course: Course,
  by: Extract<Interruption, { kind: 'stop' | 'failure' }>,
): Promise<void> {
  course.turnBack();
  const { service, target } = deployment;
  deployment.statusReason = by.reason;
  if (by.kind === 'stop') {
    note(ecs, deployment, 'ROLLBACK_REQUESTED');
    await course.pause(REQUEST_MS);
    // Assumption: the wording.
    target.rolloutReason = `ECS deployment ${target.id} was stopped.`;
  }
  note(ecs, deployment, 'ROLLBACK_IN_PROGRESS');
  const candidate = service.lastSuccessful;
  deployment.rollback = {
    reason: by.reason,
    startedAt: ecs.now(),
    ...(candidate === undefined ? {} : { serviceRevisionArn: revisionArn(ecs, candidate) }),
  };
  if (candidate === undefined) {
    failed(ecs, deployment, course, NO_CANDIDATE);
    return;
  }
  restore(ecs, deployment, candidate);
  try {
    await backInTraffic(ecs, deployment, course);
  } catch (error) {
    if (!(error instanceof Interrupted) || error.by.kind !== 'failure') throw error;
    // Assumption: traffic that can't go back ends the rollback.
    failed(ecs, deployment, course, error.by.reason);
    return;
  }
  if ((deployment.configuration.strategy ?? 'ROLLING') !== 'ROLLING') {
    enter(ecs, deployment, 'CLEAN_UP');
    drainTaskSet(ecs, target);
  }
  await course.until(() => isUp(ecs, candidate) && !service.taskSets.includes(target));
  complete(ecs, deployment);
  finish(ecs, deployment, course, 'ROLLBACK_SUCCESSFUL');
}

function failed(ecs: Ecs, deployment: ServiceDeploymentState, course: Course, reason: string): void {
  deployment.statusReason = reason;
  deployment.target.nextStartAt = Number.POSITIVE_INFINITY;
  ecs.announce(deployment.service, `Deployment [${deployment.id}] rollback has failed.`);
  finish(ecs, deployment, course, 'ROLLBACK_FAILED');
}

/** The classic view: the old deployment is PRIMARY again under its old id. */
function restore(ecs: Ecs, { service, target }: ServiceDeploymentState, candidate: TaskSetState): void {
  target.status = 'ACTIVE';
  if (!service.taskSets.includes(candidate)) service.taskSets.unshift(candidate);
  candidate.status = 'PRIMARY';
  candidate.rollout = 'IN_PROGRESS';
  candidate.rolloutReason = `ECS deployment circuit breaker: rolling back to deploymentId ${candidate.id}.`;
  candidate.nextStartAt = 0;
  service.taskDefinition = candidate.taskDefinition.taskDefinitionArn ?? '';
  service.steady = false;
  computeDesiredCount(ecs, candidate);
  ecs.announce(service, `(service ${service.name}) rolling back to deployment ${candidate.id}.`);
  ecs.scheduler.wake(service);
}

/** Production first, in one step, then test traffic; the hooks of both stages run again. */
async function backInTraffic(ecs: Ecs, deployment: ServiceDeploymentState, course: Course): Promise<void> {
  const { shares } = deployment;
  for (const [stage, share] of [
    ['PRODUCTION_TRAFFIC_SHIFT', shares.production],
    ['TEST_TRAFFIC_SHIFT', shares.test],
  ] as const) {
    if (share === 0) continue;
    // Assumption: the stages that a rollback shows.
    enter(ecs, deployment, stage);
    await shiftAll(ecs, deployment, stage, 0);
    await runHooks(ecs, deployment, course, stage);
  }
}
