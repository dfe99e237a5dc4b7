import type { TargetHealth } from '@aws-sdk/client-elastic-load-balancing-v2';
import type { Ecs } from './ecs.ts';
import type { ServiceState, TaskSetState } from './state.ts';
import { serves } from './targets.ts';

const MIN_THRESHOLD = 3;
const MAX_THRESHOLD = 200;

/**
 * How many tasks each deployment of a rolling service may have right now: the newest grows within `maximumPercent`, the
 * older ones shrink as long as `minimumHealthyPercent` of the desired count serves. Empty for services with task sets.
 */
export function rollingCounts(
  ecs: Ecs,
  service: ServiceState,
  health: ReadonlyMap<string, ReadonlyMap<string, TargetHealth>>,
): Map<TaskSetState, number> {
  const counts = new Map<TaskSetState, number>();
  const primary = service.taskSets.find(({ status }) => status === 'PRIMARY');
  if (service.controller.type !== 'ECS' || primary === undefined) return counts;
  const { desiredCount, deploymentConfiguration } = service;
  const maximum = Math.floor((desiredCount * (deploymentConfiguration.maximumPercent ?? 200)) / 100);
  const minimum = Math.ceil((desiredCount * (deploymentConfiguration.minimumHealthyPercent ?? 100)) / 100);
  const live = (taskSet: TaskSetState) =>
    ecs.tasksOf(taskSet).filter(({ shape }) => shape.desiredStatus === 'RUNNING');
  const older = service.taskSets.filter((taskSet) => taskSet !== primary);
  const serving = (taskSet: TaskSetState): number =>
    live(taskSet).filter((task) => task.shape.lastStatus === 'RUNNING' && serves(task, taskSet, health))
      .length;
  let spare = service.taskSets.reduce((sum, taskSet) => sum + serving(taskSet), 0) - minimum;
  let others = 0;
  for (const taskSet of older) {
    const keep = Math.max(0, serving(taskSet) - Math.max(0, spare));
    spare -= serving(taskSet) - keep;
    counts.set(taskSet, keep);
    others += ecs.tasksOf(taskSet).filter(({ shape }) => shape.lastStatus !== 'STOPPED').length;
  }
  counts.set(primary, Math.min(desiredCount, Math.max(live(primary).length, maximum - others)));
  return counts;
}

/** Removes deployments that have run out, completes the primary one, and trips the circuit breaker. */
export function finishRollouts(ecs: Ecs, service: ServiceState): void {
  if (service.controller.type !== 'ECS') return;
  const primary = service.taskSets.find(({ status }) => status === 'PRIMARY');
  for (const taskSet of service.taskSets.slice()) {
    const over = ecs.tasksOf(taskSet).every(({ shape }) => shape.lastStatus === 'STOPPED');
    if (taskSet !== primary && over) service.taskSets.splice(service.taskSets.indexOf(taskSet), 1);
  }
  if (primary === undefined || primary.rollout !== 'IN_PROGRESS') return;
  const breaker = service.deploymentConfiguration.deploymentCircuitBreaker;
  const threshold = Math.min(Math.max(Math.ceil(service.desiredCount / 2), MIN_THRESHOLD), MAX_THRESHOLD);
  if (breaker?.enable === true && primary.failedTasks >= threshold) {
    primary.rollout = 'FAILED';
    primary.rolloutReason = 'ECS deployment circuit breaker: tasks failed to start.';
    ecs.announce(
      service,
      `(service ${service.name}) (deployment ${primary.id}) deployment failed: tasks failed to start.`,
    );
    const previous = service.taskSets.findLast((taskSet) => taskSet !== primary);
    if (breaker.rollback === true && previous !== undefined) {
      primary.status = 'ACTIVE';
      previous.status = 'PRIMARY';
      previous.rollout = 'IN_PROGRESS';
      previous.rolloutReason = `ECS deployment circuit breaker: rolling back to deploymentId ${previous.id}.`;
      service.taskDefinition = previous.taskDefinition.taskDefinitionArn ?? '';
      ecs.announce(service, `(service ${service.name}) rolling back to deployment ${previous.id}.`);
    } else {
      primary.nextStartAt = Number.POSITIVE_INFINITY;
    }
    return;
  }
  if (primary.stability === 'STEADY_STATE' && service.taskSets.length === 1) {
    primary.rollout = 'COMPLETED';
    primary.rolloutReason = `ECS deployment ${primary.id} completed.`;
    ecs.announce(service, `(service ${service.name}) (deployment ${primary.id}) deployment completed.`);
  }
}
