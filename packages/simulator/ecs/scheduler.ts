import type { TaskStopCode } from '@aws-sdk/client-ecs';
import type { TargetHealth } from '@aws-sdk/client-elastic-load-balancing-v2';
import { ApiError } from '../kernel/api-error.ts';
import type { Timer } from '../kernel/clock.ts';
import type { Ecs, Reconciler } from './ecs.ts';
import { isProtected } from './task-protection.ts';
import { launchTask } from './launch.ts';
import { lookAtDeployments } from './deployments/look.ts';
import { rollingCounts } from './rolling.ts';
import type { ServiceState, TaskSetState, TaskState } from './state.ts';
import { NO_CAPACITY, taskNames } from './task-faults.ts';
import { key, serves, targetHealth } from './targets.ts';

const TICK_MS = 5000;
const IDLE_TICK_MS = 15_000;
/** A fast clock must not turn the ticks into a hot loop. */
const TICK_WALL_MS = 20;
const FIRST_BACK_OFF_MS = 10_000;
const MAX_BACK_OFF_MS = 900_000;
const FAILURES_BEFORE_EVENT = 3;

/** Keeps every service at its desired state: starts, watches, stops and replaces tasks and moves task sets on. */
export class Scheduler implements Reconciler {
  readonly #ecs: Ecs;
  readonly #timers = new Map<ServiceState, Timer>();
  readonly #busy = new Set<ServiceState>();
  readonly #again = new Set<ServiceState>();

  constructor(ecs: Ecs) {
    this.#ecs = ecs;
  }

  /** Looks at the service now: something about it has changed. */
  wake(service: ServiceState): void {
    this.#schedule(service, 0);
  }

  /**
   * A task of the set is going to stop for a reason of its own. Only tasks that never ran delay the next start, as the
   * service's throttle logic is documented. A task that has been healthy is no failure of its deployment.
   */
  taskFails(taskSet: TaskSetState, code: TaskStopCode, id: string): void {
    const crashed = code === 'EssentialContainerExited' && !taskSet.healthy.has(id);
    if (code === 'TaskFailedToStart' || crashed) countFailure(taskSet);
    if (code === 'TaskFailedToStart') this.#backOff(taskSet);
    this.wake(taskSet.service);
  }

  /** Tasks of one round that fail together count once. */
  #backOff(taskSet: TaskSetState): void {
    if (this.#ecs.sim.clock.now() < taskSet.nextStartAt) return;
    taskSet.failuresInRow += 1;
    const delay = Math.min(FIRST_BACK_OFF_MS * 2 ** (taskSet.failuresInRow - 1), MAX_BACK_OFF_MS);
    taskSet.nextStartAt = this.#ecs.sim.clock.now() + delay;
    if (taskSet.failuresInRow === FAILURES_BEFORE_EVENT) {
      this.#ecs.announce(
        taskSet.service,
        `(service ${taskSet.service.name}) is unable to consistently start tasks successfully. For more information, see the Troubleshooting section of the Amazon ECS Developer Guide.`,
      );
    }
  }

  #schedule(service: ServiceState, ms: number): void {
    if (this.#ecs.stopping) return;
    if (this.#busy.has(service)) {
      this.#again.add(service);
      return;
    }
    this.#timers.get(service)?.cancel();
    this.#timers.set(
      service,
      this.#ecs.sim.clock.after(ms, async () => {
        this.#timers.delete(service);
        await this.#turn(service);
      }),
    );
  }

  async #turn(service: ServiceState): Promise<void> {
    this.#busy.add(service);
    let settled = false;
    try {
      settled = await this.#reconcile(service);
    } finally {
      this.#busy.delete(service);
      const again = this.#again.delete(service);
      if (service.status !== 'INACTIVE') {
        const { scale } = this.#ecs.sim.clock;
        const pause = settled ? IDLE_TICK_MS : TICK_MS;
        this.#schedule(service, again ? TICK_WALL_MS * scale : Math.max(pause, TICK_WALL_MS * scale));
      }
    }
  }

  /** One look at the service; true when nothing is in flux. */
  async #reconcile(service: ServiceState): Promise<boolean> {
    const health = await this.#health(service);
    for (const taskSet of service.taskSets) this.#stopUnhealthy(taskSet, health);
    const counts = rollingCounts(this.#ecs, service, health);
    for (const taskSet of service.taskSets) {
      const live = this.#live(taskSet);
      const wanted = counts.get(taskSet) ?? taskSet.computedDesiredCount;
      if (live.length < wanted) this.#start(taskSet, wanted - live.length);
      if (live.length > wanted) this.#scaleIn(taskSet, live, live.length - wanted);
    }
    this.#removeDrained(service);
    let settled = true;
    for (const taskSet of service.taskSets) {
      const steady = this.#steady(taskSet, health);
      settled &&= steady;
      this.#stability(taskSet, steady);
    }
    lookAtDeployments(this.#ecs, service, health);
    const steady = settled && service.taskSets.every(({ status }) => status !== 'DRAINING');
    if (steady && !service.steady && service.status === 'ACTIVE')
      this.#ecs.announce(service, `(service ${service.name}) has reached a steady state.`);
    service.steady = steady;
    if (service.status === 'DRAINING' && service.taskSets.length === 0) service.status = 'INACTIVE';
    return steady;
  }

  /** Health of all targets of the service's groups, by group ARN and `ip:port`. */
  async #health(service: ServiceState): Promise<Map<string, Map<string, TargetHealth>>> {
    const groups = new Map<string, Map<string, TargetHealth>>();
    for (const { loadBalancers } of service.taskSets) {
      for (const loadBalancer of loadBalancers) {
        const arn = loadBalancer.targetGroupArn ?? '';
        if (!groups.has(arn)) groups.set(arn, await targetHealth(this.#ecs, loadBalancer));
      }
    }
    return groups;
  }

  #live(taskSet: TaskSetState): TaskState[] {
    return this.#ecs.tasksOf(taskSet).filter(({ shape }) => shape.desiredStatus === 'RUNNING');
  }

  #start(taskSet: TaskSetState, count: number): void {
    const { service } = taskSet;
    const now = this.#ecs.sim.clock.now();
    if (now < taskSet.nextStartAt) return;
    if (taskSet.launchType !== 'FARGATE' && taskSet.capacityProviderStrategy === undefined) {
      taskSet.nextStartAt = now + MAX_BACK_OFF_MS;
      this.#ecs.announce(
        service,
        `(service ${service.name}) was unable to place a task because no container instance met all of its requirements. Reason: No Container Instances were found in your cluster. For more information, see the Troubleshooting section of the Amazon ECS Developer Guide.`,
      );
      return;
    }
    const names = taskNames(service.cluster, taskSet.taskDefinition, service.name);
    if (this.#ecs.sim.faults.takeTask('capacity', names) !== undefined) {
      this.#ecs.announce(
        service,
        `(service ${service.name}) was unable to place a task. Reason: ${NO_CAPACITY}. For more information, see the Troubleshooting section of the Amazon ECS Developer Guide.`,
      );
      this.#backOff(taskSet);
      return;
    }
    const ids: string[] = [];
    try {
      for (let index = 0; index < count; index += 1) {
        const task = launchTask(this.#ecs, {
          cluster: service.cluster,
          definition: taskSet.taskDefinition,
          taskSet,
          startedBy: taskSet.id,
          group: `service:${service.name}`,
          networkConfiguration: taskSet.networkConfiguration,
          capacityProviderName: taskSet.capacityProviderStrategy?.[0]?.capacityProvider,
          platformVersion: taskSet.platformVersion,
          tags:
            service.propagateTags === 'SERVICE'
              ? service.tags
              : service.propagateTags === 'TASK_DEFINITION'
                ? (this.#ecs.findTaskDefinition(taskSet.taskDefinition.taskDefinitionArn ?? '')?.tags ?? [])
                : [],
        });
        ids.push(task.id);
      }
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      this.#ecs.announce(
        service,
        `(service ${service.name}) was unable to place a task. Reason: ${error.message}`,
      );
      this.#backOff(taskSet);
    }
    if (ids.length > 0) {
      this.#ecs.announce(
        service,
        `(service ${service.name}) has started ${ids.length} tasks: ${ids.map((id) => `(task ${id})`).join(' ')}.`,
      );
    }
  }

  /** Stops the tasks that matter least: those not yet running first, then the newest. */
  #scaleIn(taskSet: TaskSetState, live: TaskState[], count: number): void {
    const weight = ({ shape }: TaskState): number => (shape.lastStatus === 'RUNNING' ? 1 : 0);
    const surplus = live
      .filter((task) => !isProtected(this.#ecs, task))
      .toReversed()
      .toSorted((a, b) => weight(a) - weight(b));
    this.#stop(taskSet, surplus.slice(0, count), `Scaling activity initiated by (deployment ${taskSet.id})`);
  }

  #stop(taskSet: TaskSetState, tasks: readonly TaskState[], reason: string): void {
    if (tasks.length === 0) return;
    for (const task of tasks) task.run.requestStop('ServiceSchedulerInitiated', reason);
    this.#ecs.announce(
      taskSet.service,
      `(service ${taskSet.service.name}) has stopped ${tasks.length} running tasks: ${tasks.map(({ id }) => `(task ${id})`).join(' ')}.`,
    );
  }

  #stopUnhealthy(taskSet: TaskSetState, health: Map<string, Map<string, TargetHealth>>): void {
    const { service } = taskSet;
    for (const task of this.#live(taskSet)) {
      const { startedAt } = task.shape;
      if (startedAt === undefined || !task.run.registered) continue;
      const graceEnds = startedAt.getTime() + service.healthCheckGracePeriodSeconds * 1000;
      if (task.shape.healthStatus === 'UNHEALTHY' && this.#ecs.sim.clock.now() >= graceEnds) {
        countFailure(taskSet);
        this.#ecs.announce(
          service,
          `(service ${service.name}) (task ${task.id}) failed container health checks.`,
        );
        this.#stop(taskSet, [task], 'Task failed container health checks');
        continue;
      }
      for (const loadBalancer of taskSet.loadBalancers) {
        const arn = loadBalancer.targetGroupArn ?? '';
        const target = health.get(arn)?.get(key(task, loadBalancer));
        if (target?.State !== 'unhealthy') continue;
        if (!taskSet.announced.has(task.id)) {
          taskSet.announced.add(task.id);
          this.#ecs.announce(
            service,
            `(service ${service.name}) (port ${loadBalancer.containerPort}) is unhealthy in (target-group ${arn}) due to (reason ${target.Description ?? target.Reason ?? 'Health checks failed'}).`,
          );
        }
        if (this.#ecs.sim.clock.now() >= graceEnds) {
          countFailure(taskSet);
          this.#stop(taskSet, [task], `Task failed ELB health checks in (target-group ${arn})`);
        }
      }
    }
  }

  #removeDrained(service: ServiceState): void {
    for (const taskSet of service.taskSets.slice()) {
      const over = this.#ecs.tasksOf(taskSet).every(({ shape }) => shape.lastStatus === 'STOPPED');
      if (taskSet.status === 'DRAINING' && over)
        service.taskSets.splice(service.taskSets.indexOf(taskSet), 1);
    }
  }

  /** All tasks run, none is starting or stopping, and every target is healthy or belongs to a group not in use. */
  #steady(taskSet: TaskSetState, health: Map<string, Map<string, TargetHealth>>): boolean {
    const tasks = this.#ecs.tasksOf(taskSet).filter(({ shape }) => shape.lastStatus !== 'STOPPED');
    const running = tasks.filter(
      ({ shape }) => shape.lastStatus === 'RUNNING' && shape.desiredStatus === 'RUNNING',
    );
    if (running.length !== taskSet.computedDesiredCount) return false;
    if (running.length !== this.#live(taskSet).length) return false;
    if (running.length > 0) taskSet.failuresInRow = 0;
    return running.every((task) => serves(task, taskSet, health));
  }

  #stability(taskSet: TaskSetState, steady: boolean): void {
    const stability = steady ? 'STEADY_STATE' : 'STABILIZING';
    if (taskSet.stability === stability || taskSet.status === 'DRAINING') return;
    taskSet.stability = stability;
    taskSet.stabilityAt = this.#ecs.now();
    taskSet.updatedAt = this.#ecs.now();
    if (taskSet.service.controller.type !== 'ECS') {
      this.#ecs.announce(
        taskSet.service,
        `(service ${taskSet.service.name}, taskSet ${taskSet.id}) updated state to ${stability}.`,
      );
    }
  }
}

function countFailure(taskSet: TaskSetState): void {
  taskSet.failedTasks += 1;
  taskSet.failures += 1;
}
