import type { DeploymentCircuitBreaker, DeploymentConfiguration } from '@aws-sdk/client-ecs';
import type { ServiceDeploymentState, TaskSetState } from '../state.ts';

const LEAST = 3;
const MOST = 200;

/**
 * Failed tasks at which the circuit breaker trips: half of the desired count, from 3 to 200, or as `thresholdConfiguration`
 * says. Source: the developer guide, "deployment circuit breaker", and the text of the API model.
 */
export function threshold(breaker: DeploymentCircuitBreaker | undefined, desiredCount: number): number {
  const { type = 'BOUNDED_PERCENT', value = 50 } = breaker?.thresholdConfiguration ?? {};
  if (type === 'COUNT') return value;
  const share = Math.ceil((value * desiredCount) / 100);
  return type === 'UNBOUNDED_PERCENT' ? share : Math.min(Math.max(share, LEAST), MOST);
}

/** Failed tasks that the circuit breaker counts now; a healthy task sets them back unless told otherwise. */
export function failureCount({
  configuration,
  target,
}: {
  readonly configuration: DeploymentConfiguration;
  readonly target: Pick<TaskSetState, 'failures' | 'failedTasks'>;
}): number {
  return configuration.deploymentCircuitBreaker?.resetOnHealthyTask === false
    ? target.failures
    : target.failedTasks;
}

/**
 * Trips the circuit breaker of a deployment that has failed too often. The guide speaks of rolling deployments only; reports
 * show that it also ends the other strategies.
 */
export function checkBreaker(deployment: ServiceDeploymentState): void {
  const { service, configuration, course } = deployment;
  const breaker = configuration.deploymentCircuitBreaker;
  if (deployment.status !== 'IN_PROGRESS' || breaker?.enable !== true) return;
  // Assumption: an unbounded share of few tasks is at least one task.
  if (failureCount(deployment) < Math.max(1, threshold(breaker, service.desiredCount))) return;
  const rollback = breaker.rollback === true;
  deployment.breakerTripped ||= course.interrupt({
    kind: 'failure',
    // Assumption: the wording without rollback.
    reason: `Service deployment ${rollback ? 'rolled back' : 'stopped'} because the circuit breaker threshold was exceeded.`,
    event: 'tasks failed to start.',
    rolloutReason: 'ECS deployment circuit breaker: tasks failed to start.',
    rollback,
  });
}
