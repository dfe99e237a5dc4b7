import { targetReason } from '../diagnosis/target-reason.ts';
import { formatRevision } from '../task/revision.ts';
import type { RunningTask } from '../task/running-task.ts';
import type { TargetHealth } from './target-health.ts';
import { served, type Listener } from './listener.ts';

/** One target, and the task behind it. */
export interface MappedTarget extends TargetHealth {
  readonly task?: string;
  readonly revision?: string;
  /** `eni-0123456789abcdef0` */
  readonly networkInterface?: string;
  /** Of the task, in epoch milliseconds. */
  readonly startedAt?: number;
}

/**
 * A way by which requests come in. Exactly one of the candidates is to get them: blue or green, or the only one that
 * there is.
 */
export interface Entrance {
  /** With those of their rules that count. */
  readonly listeners: readonly Listener[];
  /** ARNs of target groups that may be the service's. */
  readonly candidates: readonly string[];
  /** The candidate that the user expects requests to reach. */
  readonly wanted?: string | undefined;
}

/** Observations of one look at the load balancer and the service. */
export interface TargetLook {
  readonly entrances: readonly Entrance[];
  /** Health by target group; a group that does not exist has no entry. */
  readonly health: ReadonlyMap<string, readonly TargetHealth[]>;
  readonly tasks: readonly RunningTask[];
}

export interface TargetExpectation {
  /** ARN of the revision that should serve. */
  readonly revision: string;
  /** In each of the target groups. */
  readonly minHealthy: number;
  /** Name of the listeners; the default is `production listener`. */
  readonly listenerName?: string | undefined;
}

/** State of one target group, in a word. */
export type GroupFinding =
  | 'healthy'
  /** No listener sends requests to any of the candidates. */
  | 'unreached'
  /** Two candidates get requests: a shift is under way or stands still. */
  | 'divided'
  /** Another candidate gets the requests than was expected. */
  | 'elsewhere'
  | 'missing'
  /** Nothing but targets on their way out. */
  | 'empty'
  /** A healthy target is no running task of the revision. */
  | 'stranger'
  | 'tooFew';

/** State of one target group. */
export interface GroupVerdict {
  readonly finding: GroupFinding;
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

export interface TargetVerdict {
  readonly ok: boolean;
  /** Of the groups that are not ok; when all are, of all. */
  readonly reason: string;
  readonly warmingUp: boolean;
  /** In the order of the entrances. */
  readonly groups: readonly GroupVerdict[];
}

/**
 * Whether enough healthy targets serve, in every group that requests really reach, each of them a running task of the
 * expected revision. Draining targets are on their way out and don't count either way.
 */
export function judgeTargets(look: TargetLook, expected: TargetExpectation): TargetVerdict {
  const groups = look.entrances.map((entrance) => judgeEntrance(look, entrance, expected));
  const amiss = groups.filter(({ ok }) => !ok);
  const said = amiss.length > 0 ? amiss : groups;
  return {
    ok: groups.length > 0 && amiss.length === 0,
    reason:
      groups.length === 0 ? 'the service has no target group' : said.map(({ reason }) => reason).join('; '),
    warmingUp: amiss.length > 0 && amiss.every(({ warmingUp }) => warmingUp),
    groups,
  };
}

function judgeEntrance(look: TargetLook, entrance: Entrance, expected: TargetExpectation): GroupVerdict {
  const { candidates, listeners, wanted } = entrance;
  const reached = new Map<string, number>();
  for (const [group, percent] of listeners.flatMap((listener) => [...served(listener)])) {
    if (candidates.includes(group)) reached.set(group, Math.max(percent, reached.get(group) ?? 0));
  }
  const [first, ...more] = reached.keys();
  const refuse = (finding: GroupFinding, reason: string, group?: string): GroupVerdict => ({
    finding,
    ok: false,
    reason,
    warmingUp: false,
    targetGroup: group,
    healthy: 0,
    targets: [],
  });
  const names = candidates.map(groupName);
  if (listeners.length === 0) return refuse('unreached', `no listener forwards to ${names.join(' or ')}`);
  const ports = [...new Set(listeners.map(({ port }) => port))].join(' and ');
  const name = `the ${expected.listenerName ?? 'production listener'} on port ${ports}`;
  if (first === undefined) {
    return refuse(
      'unreached',
      names.length === 1
        ? `${name} does not forward to ${names[0]}`
        : `${name} forwards to none of the service’s target groups (${names.join(', ')})`,
    );
  }
  if (more.length > 0) {
    const split = [...reached].map(([group, percent]) => `${groupName(group)} ${formatPercent(percent)}`);
    return refuse('divided', `${name} still divides the requests: ${split.join(', ')}`);
  }
  if (wanted !== undefined && wanted !== first) {
    return refuse('elsewhere', `${name} forwards to ${groupName(first)}, not to ${groupName(wanted)}`, first);
  }
  return judgeGroup(look, expected, first);
}

/** Thirds have no end. */
function formatPercent(percent: number): string {
  return `${Math.round(percent * 10) / 10} %`;
}

function judgeGroup(look: TargetLook, expected: TargetExpectation, group: string): GroupVerdict {
  const health = look.health.get(group);
  const targets = (health ?? []).map((target) => mapped(target, look.tasks));
  const counted = targets.filter(({ state }) => state !== 'draining' && state !== 'unhealthy.draining');
  const healthy = counted.filter(({ state }) => state === 'healthy');
  const right = healthy.filter(({ revision }) => revision === expected.revision);
  const said = (finding: GroupFinding, reason: string, warmingUp = false): GroupVerdict => ({
    finding,
    ok: finding === 'healthy',
    reason,
    warmingUp,
    targetGroup: group,
    healthy: right.length,
    targets,
  });
  const name = groupName(group);
  const wanted = formatRevision(expected.revision);
  if (health === undefined) return said('missing', `target group ${name} does not exist`);
  if (counted.length === 0) {
    const leaving = targets.length === 0 ? '' : ` but ${targets.length} on the way out`;
    return said('empty', `target group ${name} has no targets${leaving}`);
  }
  const stranger = healthy.find(({ revision }) => revision !== expected.revision);
  if (stranger !== undefined) {
    return said(
      'stranger',
      stranger.task === undefined
        ? `healthy target ${stranger.id}:${stranger.port} in ${name} is no running task of the service`
        : `healthy target ${stranger.id}:${stranger.port} in ${name} runs ${formatRevision(stranger.revision ?? '')}, not ${wanted}`,
    );
  }
  const others = counted.filter(({ state }) => state !== 'healthy');
  const detail = [...new Set(others.map((one) => targetReason(one).replace(/\.$/, '')))].join('; ');
  if (right.length >= expected.minHealthy) {
    const besides = detail === '' ? '' : ` (besides, ${detail})`;
    return said(
      'healthy',
      `${right.length} healthy ${right.length === 1 ? 'target' : 'targets'} in ${name}, all of ${wanted}${besides}`,
    );
  }
  return said(
    'tooFew',
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
    // The load balancer names a zone only of what lies outside its VPC.
    ...(target.zone === undefined && task.zone !== undefined ? { zone: task.zone } : {}),
    ...(task.networkInterface === undefined ? {} : { networkInterface: task.networkInterface }),
    ...(task.startedAt === undefined ? {} : { startedAt: task.startedAt }),
  };
}

/** The name inside a target group's ARN. */
export function groupName(arn: string): string {
  return /:targetgroup\/([^/]+)\//.exec(arn)?.[1] ?? arn;
}
