import type { TargetHealth } from '@aws-sdk/client-elastic-load-balancing-v2';
import type { Ecs } from '../ecs.ts';
import type { ServiceState, TaskSetState } from '../state.ts';
import { serves } from '../targets.ts';
import { checkAlarms } from './alarms.ts';
import { checkBreaker } from './breaker.ts';

/** Assumption: a task that nothing checks counts as healthy once it has run this long, in AWS milliseconds. */
const UNCHECKED_HEALTHY_MS = 10_000;
/** A program that ends at once takes a moment of the machine's time for that, however fast the clock runs. */
const UNCHECKED_HEALTHY_WALL_MS = 1000;

type Health = ReadonlyMap<string, ReadonlyMap<string, TargetHealth>>;

/** Notes what the scheduler has seen, trips circuit breaker and alarms, and lets the deployments look again. */
export function lookAtDeployments(ecs: Ecs, service: ServiceState, health: Health): void {
  if (service.controller.type !== 'ECS') return;
  const newest = service.deployments.at(-1);
  const rolling = (newest?.configuration.strategy ?? 'ROLLING') === 'ROLLING';
  for (const taskSet of service.taskSets.slice()) {
    noteTasks(ecs, taskSet, health);
    const over = ecs.tasksOf(taskSet).every(({ shape }) => shape.lastStatus === 'STOPPED');
    if (rolling && taskSet.status !== 'PRIMARY' && over)
      service.taskSets.splice(service.taskSets.indexOf(taskSet), 1);
  }
  if (newest !== undefined) {
    checkBreaker(newest);
    checkAlarms(ecs, newest);
  }
  for (const { course } of service.deployments) course.notify();
}

/** A task that becomes healthy sets the count of failures back; the first task's digests are the revision's. */
function noteTasks(ecs: Ecs, taskSet: TaskSetState, health: Health): void {
  const unchecked = Math.max(UNCHECKED_HEALTHY_MS, UNCHECKED_HEALTHY_WALL_MS * ecs.sim.clock.scale);
  for (const task of ecs.tasksOf(taskSet)) {
    const { containers = [], lastStatus, desiredStatus, startedAt } = task.shape;
    if (taskSet.images.length === 0 && containers.some(({ imageDigest }) => imageDigest !== undefined)) {
      taskSet.images = containers.map(({ name, image, imageDigest }) => ({
        containerName: name,
        image,
        ...(imageDigest === undefined ? {} : { imageDigest }),
      }));
    }
    if (taskSet.healthy.has(task.id) || lastStatus !== 'RUNNING' || desiredStatus !== 'RUNNING') continue;
    const checked = taskSet.loadBalancers.length > 0 || task.shape.healthStatus === 'HEALTHY';
    const age = ecs.sim.clock.now() - (startedAt?.getTime() ?? ecs.sim.clock.now());
    if (!serves(task, taskSet, health) || (!checked && age < unchecked)) continue;
    taskSet.healthy.add(task.id);
    taskSet.failedTasks = 0;
  }
}

/** All tasks of the revision run steadily, and each of them has been healthy. */
export function isUp(ecs: Ecs, taskSet: TaskSetState): boolean {
  return (
    taskSet.stability === 'STEADY_STATE' &&
    ecs
      .tasksOf(taskSet)
      .every(({ id, shape }) => shape.desiredStatus !== 'RUNNING' || taskSet.healthy.has(id))
  );
}
