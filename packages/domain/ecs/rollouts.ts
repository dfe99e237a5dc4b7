import type { Rollout, ServiceState } from '../task/ecs-service.ts';

/** The rollout of the revision that the service is to run: the newest. */
export function primaryRollout({ rollouts = [] }: ServiceState): Rollout | undefined {
  return rollouts.find(({ status }) => status === 'PRIMARY');
}

/**
 * The rollout whose tasks served before anything that is under way: the newest COMPLETED one, else the oldest that runs
 * tasks. Undefined when ECS tells no rollouts, as for services of other controllers.
 */
export function servingRollout({ rollouts = [] }: ServiceState): Rollout | undefined {
  return (
    rollouts.find(({ state }) => state === 'COMPLETED') ??
    rollouts.findLast(({ running }) => running > 0) ??
    rollouts.at(-1)
  );
}
