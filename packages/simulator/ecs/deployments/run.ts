import { stackOf } from '../../kernel/reason.ts';
import type { Ecs } from '../ecs.ts';
import type { ServiceDeploymentState } from '../state.ts';
import { type Course, Interrupted } from './course.ts';
import { finish, note, stop } from './finish.ts';
import { forwardRolling } from './rolling.ts';
import { rollBack } from './roll-back.ts';
import { forwardShifting } from './shifting.ts';

/** AWS milliseconds from PENDING to IN_PROGRESS. */
const PENDING_MS = 3000;

/** The life of a service deployment from PENDING to its end. */
export async function runDeployment(
  ecs: Ecs,
  deployment: ServiceDeploymentState,
  course: Course,
): Promise<void> {
  try {
    try {
      await course.pause(PENDING_MS);
      const superseded = unfinishedBefore(deployment);
      note(ecs, deployment, 'IN_PROGRESS');
      deployment.startedAt = ecs.now();
      if ((deployment.configuration.strategy ?? 'ROLLING') === 'ROLLING')
        await forwardRolling(ecs, deployment, course, superseded);
      else await forwardShifting(ecs, deployment, course, superseded);
      finish(ecs, deployment, course, 'SUCCESSFUL');
    } catch (error) {
      await interrupted(ecs, deployment, course, error);
    }
  } catch (error) {
    if (error instanceof Interrupted) await stopped(ecs, deployment, course, error);
    else ecs.sim.log(`service deployment ${deployment.id}: ${stackOf(error)}`);
  }
}

async function interrupted(
  ecs: Ecs,
  deployment: ServiceDeploymentState,
  course: Course,
  error: unknown,
): Promise<void> {
  if (!(error instanceof Interrupted)) throw error;
  const { by } = error;
  if (by.kind !== 'failure' && by.kind !== 'stop') throw error;
  if (by.kind === 'failure') {
    const { service, target } = deployment;
    ecs.announce(
      service,
      `(service ${service.name}) (deployment ${target.id}) deployment failed: ${by.event}`,
    );
    target.rolloutReason = by.rolloutReason;
  }
  deployment.target.rollout = 'FAILED';
  if (by.kind === 'failure' && !by.rollback) {
    deployment.statusReason = by.reason;
    deployment.target.nextStartAt = Number.POSITIVE_INFINITY;
    await stop(ecs, deployment, course);
    return;
  }
  await rollBack(ecs, deployment, course, by);
}

async function stopped(
  ecs: Ecs,
  deployment: ServiceDeploymentState,
  course: Course,
  { by }: Interrupted,
): Promise<void> {
  if (by.kind === 'deleted') {
    course.phase = 'over';
    return;
  }
  // Assumption: a deployment that only cleans up has succeeded.
  if (course.phase === 'late') {
    finish(ecs, deployment, course, 'SUCCESSFUL');
    return;
  }
  // Assumption: the wording.
  deployment.statusReason = 'Service deployment was stopped because a newer service deployment was started.';
  await stop(ecs, deployment, course);
}

/** The deployment before, when it has left the service between two revisions; the one that last moved traffic, if any did. */
function unfinishedBefore(deployment: ServiceDeploymentState): ServiceDeploymentState | undefined {
  const { deployments } = deployment.service;
  const older = deployments.slice(0, deployments.indexOf(deployment));
  const sound = older.findLastIndex(
    ({ status }) => status === 'SUCCESSFUL' || status === 'ROLLBACK_SUCCESSFUL',
  );
  const unfinished = older.slice(sound + 1);
  return unfinished.findLast(({ pairs }) => pairs.length > 0) ?? unfinished.at(-1);
}
