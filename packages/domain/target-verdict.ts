import { targetReason } from './diagnosis/target-reason.ts';
import { formatRevision } from './revision.ts';
import type { RunningTask } from './running-task.ts';
import type { TargetHealth } from './target-health.ts';
import { served, type Listener } from './listener.ts';

/** One target, and the task behind it. */
export interface MappedTarget extends TargetHealth {
  readonly task?: string;
  readonly revision?: string;
  readonly startedAt?: number;
}

/** What one look at the load balancer and the service saw. */
export interface TargetLook {
  /** The listeners that take production requests. */
  readonly listeners: readonly Listener[];
  /** Target groups that may be the service's. */
  readonly targetGroups: readonly string[];
  /** Health by target group; a group that does not exist has no entry. */
  readonly health: ReadonlyMap<string, readonly TargetHealth[]>;
  readonly tasks: readonly RunningTask[];
}

export interface TargetExpectation {
  /** ARN of the revision that should serve. */
  readonly revision: string;
  readonly minHealthy: number;
  /** The group that the user expects requests to reach. */
  readonly targetGroup?: string | undefined;
}

export interface TargetVerdict {
  readonly ok: boolean;
  /** Why not; when ok, what was proven. */
  readonly reason: string;
  /** Nothing is wrong but that it takes its time: targets are still being checked. */
  readonly warmingUp: boolean;
  /** The group that really gets the requests; undefined when there is none, or more than one. */
  readonly targetGroup: string | undefined;
  /** Healthy targets of the expected revision. */
  readonly healthy: number;
  readonly targets: readonly MappedTarget[];
}

/**
 * Whether enough healthy targets serve, in the group that production requests really reach, each of them a running task
 * of the expected revision. Draining targets are on their way out and don't count either way.
 */
export function judgeTargets(look: TargetLook, expected: TargetExpectation): TargetVerdict {
  const reached = new Map<string, number>();
  for (const listener of look.listeners) {
    for (const [group, percent] of served(listener)) {
      if (look.targetGroups.includes(group)) reached.set(group, Math.max(percent, reached.get(group) ?? 0));
    }
  }
  const [first, ...more] = [...reached.keys()];
  const refuse = (reason: string, group?: string): TargetVerdict => ({
    ok: false,
    reason,
    warmingUp: false,
    targetGroup: group,
    healthy: 0,
    targets: [],
  });
  const name = listenerName(look.listeners);
  if (first === undefined) {
    return refuse(
      `${name} forwards to none of the service’s target groups (${look.targetGroups.map(groupName).join(', ')})`,
    );
  }
  if (more.length > 0) {
    const split = [...reached].map(([group, percent]) => `${groupName(group)} ${percent} %`).join(', ');
    return refuse(`${name} still divides the requests: ${split}`);
  }
  if (expected.targetGroup !== undefined && expected.targetGroup !== first) {
    return refuse(
      `${name} forwards to ${groupName(first)}, not to ${groupName(expected.targetGroup)}`,
      first,
    );
  }
  return judgeGroup(look, expected, first);
}

function judgeGroup(look: TargetLook, expected: TargetExpectation, group: string): TargetVerdict {
  const health = look.health.get(group);
  const targets = (health ?? []).map((target) => mapped(target, look.tasks));
  const counted = targets.filter(({ state }) => state !== 'draining' && state !== 'unhealthy.draining');
  const healthy = counted.filter(({ state }) => state === 'healthy');
  const right = healthy.filter(({ revision }) => revision === expected.revision);
  const said = (ok: boolean, reason: string, warmingUp = false): TargetVerdict => ({
    ok,
    reason,
    warmingUp,
    targetGroup: group,
    healthy: right.length,
    targets,
  });
  const name = groupName(group);
  const wanted = formatRevision(expected.revision);
  if (health === undefined) return said(false, `target group ${name} does not exist`);
  if (counted.length === 0) return said(false, `target group ${name} has no targets`);
  const stranger = healthy.find(({ revision }) => revision !== expected.revision);
  if (stranger !== undefined) {
    return said(
      false,
      stranger.task === undefined
        ? `healthy target ${stranger.id}:${stranger.port} in ${name} is no running task of the service`
        : `healthy target ${stranger.id}:${stranger.port} in ${name} runs ${formatRevision(stranger.revision ?? '')}, not ${wanted}`,
    );
  }
  if (right.length >= expected.minHealthy) {
    return said(
      true,
      `${right.length} healthy ${right.length === 1 ? 'target' : 'targets'} in ${name}, all of ${wanted}`,
    );
  }
  const others = counted.filter(({ state }) => state !== 'healthy');
  const detail = [...new Set(others.map((one) => targetReason(one).replace(/\.$/, '')))].join('; ');
  return said(
    false,
    `${right.length} of ${expected.minHealthy} targets are healthy in ${name}${detail === '' ? '' : ` (${detail})`}`,
    others.length > 0 && others.every(({ state }) => state === 'initial'),
  );
}

function mapped(target: TargetHealth, tasks: readonly RunningTask[]): MappedTarget {
  const task = tasks.find(
    ({ addresses, status }) =>
      status === 'RUNNING' &&
      (addresses.includes(target.id) || addresses.includes(`${target.id}:${target.port}`)),
  );
  if (task === undefined) return target;
  return {
    ...target,
    task: task.arn,
    revision: task.taskDefinition,
    ...(task.startedAt === undefined ? {} : { startedAt: task.startedAt }),
  };
}

function listenerName(listeners: readonly Listener[]): string {
  return listeners.length === 0
    ? 'No listener'
    : `the production listener on port ${listeners.map(({ port }) => port).join(' and ')}`;
}

/** The name inside a target group's ARN. */
export function groupName(arn: string): string {
  return /:targetgroup\/([^/]+)\//.exec(arn)?.[1] ?? arn;
}
