import { servingRevision, type ServiceEvent } from '@cutover/domain/task/ecs-service';
import { hasFailed, observeStops, type StoppedTask } from '@cutover/domain/task/failed-task';
import type { Finding } from '@cutover/domain/finding';
import type { SummarySection } from '@cutover/domain/outcome';
import { troublesOf } from '@cutover/domain/task/service-trouble';
import { causesOf } from '../deployment/causes.ts';
import { stopsInWords, stopsSection } from '../deployment/stopped-tasks.ts';
import { lastLines, logSection, observeLog, showLog } from '../deployment/task-log.ts';
import type { World } from '../world.ts';
import type { Checked } from './check.ts';
import type { VerifyPlan } from './plan.ts';
import type { ReportedTarget } from './report.ts';

/** Why the health of the targets was not proven, whatever the service's deployment controller. */
export interface Explanation {
  readonly findings: readonly Finding[];
  readonly sections: readonly SummarySection[];
  /** `3 tasks stopped: …`, or the newest event of the service that tells of trouble; empty when ECS says nothing. */
  readonly sentence: string;
}

/** Collects what the tasks, their logs, the service's events and the targets say. */
export async function explain(
  world: World,
  planned: VerifyPlan,
  checked: Checked,
  targets: readonly ReportedTarget[],
): Promise<Explanation> {
  const failed = await failedTasks(world, planned, checked);
  // A permission that lacks must not hide the failure itself.
  const log = await lastLines(world, failed).catch(() => undefined);
  showLog(world, log);
  const quotable = world.showLogs === 'none' ? undefined : log;
  const events = isAmiss(checked) ? troublesOf(checked.service.events) : [];
  return {
    findings: causesOf(
      [
        ...observeLog(world, log),
        ...observeStops(failed),
        ...observeTargets(targets),
        ...events.map(({ text }) => ({
          source: 'ecs:DescribeServices events' as const,
          text,
          subject: checked.service.name,
        })),
      ],
      quotable,
      failed,
    ),
    sections: [...stopsSection(failed), ...eventsSection(events), ...logSection(quotable)],
    sentence: stopsInWords(failed) || (events[0]?.text ?? ''),
  };
}

/** Targets or answers are not as they should be; an alarm alone says nothing about the tasks. */
function isAmiss({ round, superseded, verdict }: Checked): boolean {
  return superseded || !verdict.ok || round?.ok === false;
}

/**
 * Failed tasks of the expected revision and, for production, of the one that serves instead. Rolling deployments have no task
 * sets, so the revision decides, not `startedBy`.
 */
async function failedTasks(
  { aws }: World,
  { revision, role }: VerifyPlan,
  checked: Checked,
): Promise<readonly StoppedTask[]> {
  if (!isAmiss(checked)) return [];
  const { cluster, name } = checked.service;
  const concerned = [revision, ...(role === 'production' ? [servingRevision(checked.service)] : [])];
  const stopped = await aws.serviceTasks.stopped(cluster, name).catch(() => []);
  return stopped.filter((task) => hasFailed(task) && concerned.includes(task.taskDefinition));
}

/** Events that the summary shows. */
const MOST_EVENTS = 5;

function eventsSection(events: readonly ServiceEvent[]): readonly SummarySection[] {
  if (events.length === 0) return [];
  return [
    {
      kind: 'table',
      title: 'Events of the service',
      header: ['Time', 'Event'],
      rows: events
        .slice(0, MOST_EVENTS)
        .map(({ at, text }) => [`${new Date(at).toISOString().slice(0, 19).replace('T', ' ')} UTC`, text]),
    },
  ];
}

function observeTargets(targets: readonly ReportedTarget[]) {
  return targets
    .filter(({ state }) => state === 'unhealthy' || state === 'unused' || state === 'unavailable')
    .flatMap(({ description, id, port, reason }) =>
      [reason, description]
        .filter((text) => text !== undefined)
        .map((text) => ({
          source: 'elasticloadbalancing:DescribeTargetHealth reason' as const,
          text,
          subject: `${id}:${port}`,
        })),
    );
}
