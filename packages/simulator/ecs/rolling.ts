import type { TargetHealth } from '@aws-sdk/client-elastic-load-balancing-v2';
import type { Ecs } from './ecs.ts';
import type { ServiceState, TaskSetState } from './state.ts';
import { serves } from './targets.ts';

/**
 * How many tasks each deployment of a rolling service may have right now: the newest grows within `maximumPercent`, the
 * older ones shrink as long as `minimumHealthyPercent` of the desired count serves. Empty for services with task sets, for the
 * strategies that double the tasks, and while a hook holds the newest back.
 */
export function rollingCounts(
  ecs: Ecs,
  service: ServiceState,
  health: ReadonlyMap<string, ReadonlyMap<string, TargetHealth>>,
): Map<TaskSetState, number> {
  const counts = new Map<TaskSetState, number>();
  const primary = service.taskSets.find(({ status }) => status === 'PRIMARY');
  if (service.controller.type !== 'ECS' || primary === undefined) return counts;
  const strategy = service.deployments.at(-1)?.configuration.strategy ?? 'ROLLING';
  if (strategy !== 'ROLLING' || primary.held) return counts;
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
