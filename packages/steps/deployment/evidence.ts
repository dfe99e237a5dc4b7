import type { DeploymentLook, DeploymentStage } from '@cutover/domain/deployment/look';
import type { Observation } from '@cutover/domain/diagnosis/diagnose';
import type { Facts } from '@cutover/domain/diagnosis/facts';
import { hasFailed, observeStops, type StoppedTask } from '@cutover/domain/task/failed-task';
import type { Finding } from '@cutover/domain/finding';
import type { SummarySection } from '@cutover/domain/outcome';
import { tellsTrouble } from '@cutover/domain/task/service-trouble';
import type { TargetHealth } from '@cutover/domain/target/target-health';
import type { World } from '../world.ts';
import { causesOf } from './causes.ts';
import { unreachedPort } from './unreached-port.ts';
import { stopsInWords, stopsSection } from './stopped-tasks.ts';
import { lastLines, logSection, observeLog, showLog, type TaskLog } from './task-log.ts';

/** Findings about a deployment that did not end well. */
export interface Evidence {
  readonly findings: readonly Finding[];
  readonly sections: readonly SummarySection[];
  /** `3 tasks stopped: …`, for a headline; empty when no task did. */
  readonly stops: string;
}

/**
 * Collects what AWS knows about a failure. Every part is optional: a permission that lacks, or a resource that is gone by
 * now, must not hide the failure itself.
 * @param seen targets in trouble that were seen earlier and may be gone by now
 */
export async function gatherEvidence(
  world: World,
  look: DeploymentLook,
  seen: readonly TargetHealth[] = [],
): Promise<Evidence> {
  const { deployment, replacement, said, service, stages } = look;
  const targetGroup = replacement?.targetGroup;
  const failed = await failedTasks(world, look);
  const [health, group, log] = await Promise.all([
    targetGroup === undefined ? undefined : optional(() => world.aws.loadBalancing.health(targetGroup)),
    targetGroup === undefined ? undefined : optional(() => world.aws.loadBalancing.targetGroup(targetGroup)),
    optional(() => lastLines(world, failed)),
  ]);
  const present = (health ?? []).filter(({ state }) => state === 'unhealthy' || state === 'unused');
  // Until the traffic shifts, no listener forwards to the replacement's target group.
  const sick = [
    ...present,
    ...seen.filter((one) => !present.some(({ id, port }) => id === one.id && port === one.port)),
  ].filter(({ reason }) => reason !== 'Target.NotInUse');
  const events = service.events.filter(
    ({ text, at }) => at >= (deployment.createdAt ?? 0) && tellsTrouble(text),
  );
  const path = group?.healthCheck.path ? { path: group.healthCheck.path } : {};
  const observations: Observation[] = [
    ...observeLog(world, log),
    ...observeStops(failed),
    ...observeHealth(sick, path),
    ...said.ofStages,
    ...events.map(({ text }) => ({
      source: 'ecs:DescribeServices events' as const,
      text,
      subject: service.name,
      facts: path,
    })),
    ...said.ofAll,
  ];
  const quotable = world.showLogs === 'none' ? undefined : log;
  const unreached = unreachedPort(quotable, sick);
  const findings = [
    ...(unreached === undefined ? [] : [unreached]),
    ...causesOf(observations, quotable, failed),
  ];
  showLog(world, log);
  return {
    findings,
    sections: sections(stages, failed, sick, quotable),
    stops: stopsInWords(failed),
  };
}

/** The replacement's failed tasks, with those that have stopped since the look. */
async function failedTasks({ aws }: World, look: DeploymentLook): Promise<readonly StoppedTask[]> {
  const startedBy = look.replacement?.startedBy;
  if (startedBy === undefined) return look.failedTasks;
  const { cluster, name } = look.service;
  const stopped = await optional(() => aws.serviceTasks.stopped(cluster, name, startedBy));
  const known = new Set(look.failedTasks.map(({ arn }) => arn));
  return [...look.failedTasks, ...(stopped ?? []).filter((task) => hasFailed(task) && !known.has(task.arn))];
}

/** Reasons of targets in trouble, for the diagnosis. */
export function observeHealth(targets: readonly TargetHealth[], facts: Facts): readonly Observation[] {
  return targets.flatMap(({ id, port, reason, description }) => [
    ...(reason === undefined
      ? []
      : [
          {
            source: 'elasticloadbalancing:DescribeTargetHealth reason' as const,
            text: reason,
            subject: `${id}:${port}`,
            facts,
          },
        ]),
    ...(description === undefined
      ? []
      : [
          {
            source: 'elasticloadbalancing:DescribeTargetHealth description' as const,
            text: description,
            subject: `${id}:${port}`,
            facts,
          },
        ]),
  ]);
}

function sections(
  stages: readonly DeploymentStage[],
  failed: readonly StoppedTask[],
  sick: readonly TargetHealth[],
  log: TaskLog | undefined,
): readonly SummarySection[] {
  return [
    ...stagesSection(stages),
    ...stopsSection(failed),
    ...(sick.length === 0
      ? []
      : [
          {
            kind: 'table' as const,
            title: 'Targets',
            header: ['Target', 'State', 'Reason', 'Said'],
            rows: sick.map((one) => [
              `${one.id}:${one.port}`,
              one.state,
              one.reason ?? '',
              one.description ?? '',
            ]),
          },
        ]),
    ...logSection(log),
  ];
}

/** The stages with their durations; empty before the engine names any. */
function stagesSection(stages: readonly DeploymentStage[]): readonly SummarySection[] {
  if (stages.length === 0) return [];
  return [
    {
      kind: 'table',
      title: 'Lifecycle',
      folded: true,
      header: ['Event', 'Status', 'Seconds'],
      rows: stages.map(({ name, status, startedAt, endedAt }) => [
        name,
        status,
        startedAt === undefined || endedAt === undefined ? '' : ((endedAt - startedAt) / 1000).toFixed(1),
      ]),
    },
  ];
}

async function optional<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch {
    return undefined;
  }
}
