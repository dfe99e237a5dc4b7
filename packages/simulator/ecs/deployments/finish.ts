import type { Ecs } from '../ecs.ts';
import type { ServiceDeploymentState } from '../state.ts';
import type { Course } from './course.ts';
import { summaries } from './shapes.ts';

/** AWS milliseconds from STOP_REQUESTED to STOPPED. */
const STOP_MS = 1000;

/** Moves the deployment on to a status that is not the last. */
export function note(
  ecs: Ecs,
  deployment: ServiceDeploymentState,
  status: ServiceDeploymentState['status'],
): void {
  deployment.status = status;
  deployment.updatedAt = ecs.now();
}

/** Ends the deployment; its counts no longer change. */
export function finish(
  ecs: Ecs,
  deployment: ServiceDeploymentState,
  course: Course,
  status: 'SUCCESSFUL' | 'STOPPED' | 'ROLLBACK_SUCCESSFUL' | 'ROLLBACK_FAILED',
): void {
  if (course.phase === 'over') return;
  course.phase = 'over';
  const { service, target } = deployment;
  deployment.frozen = summaries(ecs, deployment);
  deployment.finishedAt = ecs.now();
  if (status === 'STOPPED') deployment.stoppedAt = ecs.now();
  note(ecs, deployment, status);
  if (status === 'SUCCESSFUL') {
    service.lastSuccessful = target;
    complete(ecs, deployment);
  }
  ecs.scheduler.wake(service);
}

/** The classic view of a deployment that has ended well; after a rollback, of the one that was restored. */
export function complete(ecs: Ecs, { service }: ServiceDeploymentState): void {
  const primary = service.lastSuccessful;
  if (primary === undefined) return;
  primary.rollout = 'COMPLETED';
  primary.rolloutReason = `ECS deployment ${primary.id} completed.`;
  ecs.announce(service, `(service ${service.name}) (deployment ${primary.id}) deployment completed.`);
}

/** STOP_REQUESTED, then STOPPED; nothing interrupts that. */
export async function stop(ecs: Ecs, deployment: ServiceDeploymentState, course: Course): Promise<void> {
  note(ecs, deployment, 'STOP_REQUESTED');
  await ecs.sim.clock.sleep(STOP_MS);
  finish(ecs, deployment, course, 'STOPPED');
}
