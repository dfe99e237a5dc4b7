import type { LoadBalancer } from '@aws-sdk/client-ecs';
import type { DescribeTargetHealthOutput, TargetHealth } from '@aws-sdk/client-elastic-load-balancing-v2';
import { ApiError } from '../kernel/api-error.ts';
import type { Ecs } from './ecs.ts';
import { allows, denial } from './role-rights.ts';
import type { TaskSetState, TaskState } from './state.ts';

const DRAIN_POLL_MS = 5000;
const DRAIN_POLL_WALL_MS = 20;

/** Registers the task with its target groups; false when one refused. */
export async function registerTargets(ecs: Ecs, task: TaskState): Promise<boolean> {
  const { taskSet } = task;
  if (taskSet === undefined) return true;
  for (const loadBalancer of taskSet.loadBalancers) {
    const { targetGroupArn, containerPort } = loadBalancer;
    const refused = await refusal(ecs, loadBalancer, 'RegisterTargets');
    try {
      if (refused !== undefined) throw new ApiError('AccessDenied', refused);
      await ecs.sim.call('elasticloadbalancing', 'RegisterTargets', {
        TargetGroupArn: targetGroupArn,
        Targets: [{ Id: task.run.privateIp, Port: containerPort }],
      });
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      ecs.announce(
        taskSet.service,
        `(service ${taskSet.service.name}) failed to register targets in (target-group ${targetGroupArn}) with (error ${error.message})`,
      );
      return false;
    }
    ecs.announce(
      taskSet.service,
      `(service ${taskSet.service.name}) registered 1 targets in (target-group ${targetGroupArn})`,
    );
  }
  return true;
}

/** Takes the task out of its target groups. A group that is gone needs nothing. */
export async function deregisterTargets(ecs: Ecs, task: TaskState): Promise<void> {
  const { taskSet } = task;
  if (taskSet === undefined) return;
  const { service, loadBalancers, id } = taskSet;
  for (const loadBalancer of loadBalancers) {
    const { targetGroupArn, containerPort } = loadBalancer;
    await mayDeregister(ecs, taskSet, loadBalancer);
    try {
      await ecs.sim.call('elasticloadbalancing', 'DeregisterTargets', {
        TargetGroupArn: targetGroupArn,
        Targets: [{ Id: task.run.privateIp, Port: containerPort }],
      });
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      continue;
    }
    ecs.announce(
      service,
      `(service ${service.name}) deregistered 1 targets in (target-group ${targetGroupArn})`,
    );
    ecs.announce(
      service,
      `(service ${service.name}, taskSet ${id}) has begun draining connections on 1 tasks.`,
    );
  }
}

/** Waits while the infrastructure role may not take targets out of the group; the task goes on serving meanwhile. */
async function mayDeregister(ecs: Ecs, { service }: TaskSetState, loadBalancer: LoadBalancer): Promise<void> {
  const group = loadBalancer.targetGroupArn?.split('/')[1] ?? '';
  for (let first = true; ; first = false) {
    const refused = await refusal(ecs, loadBalancer, 'DeregisterTargets');
    if (refused === undefined || ecs.stopping) return;
    if (first) {
      ecs.announce(
        service,
        `service ${service.name} failed to deregister targets in target-group ${group} with (error ${refused})`,
      );
    }
    await ecs.sim.clock.sleep(Math.max(DRAIN_POLL_MS, DRAIN_POLL_WALL_MS * ecs.sim.clock.scale));
  }
}

/** The refusal of a call that ECS makes with the infrastructure role; undefined when the role may, or there is none. */
async function refusal(
  ecs: Ecs,
  { targetGroupArn = '', advancedConfiguration }: LoadBalancer,
  operation: 'RegisterTargets' | 'DeregisterTargets',
): Promise<string | undefined> {
  const role = advancedConfiguration?.roleArn;
  const action = `elasticloadbalancing:${operation}`;
  if (role === undefined || (await allows(ecs.sim, role, action, targetGroupArn))) return undefined;
  return denial(ecs.sim, role, 'ecs-service-scheduler', action, targetGroupArn);
}

/** Resolves once none of the task's targets is draining any more. */
export async function drained(ecs: Ecs, task: TaskState): Promise<void> {
  for (const loadBalancer of task.taskSet?.loadBalancers ?? []) {
    while ((await targetHealth(ecs, loadBalancer)).get(key(task, loadBalancer))?.State === 'draining') {
      await ecs.sim.clock.sleep(Math.max(DRAIN_POLL_MS, DRAIN_POLL_WALL_MS * ecs.sim.clock.scale));
    }
  }
}

/** The health of a group's targets by `ip:port`; empty when the group does not exist. */
export async function targetHealth(
  ecs: Ecs,
  { targetGroupArn }: LoadBalancer,
): Promise<Map<string, TargetHealth>> {
  try {
    const { TargetHealthDescriptions = [] } = await ecs.sim.call<DescribeTargetHealthOutput>(
      'elasticloadbalancing',
      'DescribeTargetHealth',
      { TargetGroupArn: targetGroupArn },
    );
    return new Map(
      TargetHealthDescriptions.map(({ Target, TargetHealth: health }) => [
        `${Target?.Id ?? ''}:${Target?.Port ?? ''}`,
        health ?? {},
      ]),
    );
  } catch (error) {
    if (error instanceof ApiError) return new Map();
    throw error;
  }
}

export function key(task: TaskState, { containerPort }: LoadBalancer): string {
  return `${task.run.privateIp}:${containerPort ?? ''}`;
}

/** True when the task's targets are healthy or in groups that no listener uses. */
export function serves(
  task: TaskState,
  taskSet: TaskSetState,
  health: ReadonlyMap<string, ReadonlyMap<string, TargetHealth>>,
): boolean {
  return (
    task.run.registered &&
    task.run.containers.every(({ essential, fit }) => !essential || fit) &&
    taskSet.loadBalancers.every((loadBalancer) => {
      const target = health.get(loadBalancer.targetGroupArn ?? '')?.get(key(task, loadBalancer));
      return (
        target?.State === 'healthy' || (target?.State === 'unused' && target.Reason === 'Target.NotInUse')
      );
    })
  );
}
