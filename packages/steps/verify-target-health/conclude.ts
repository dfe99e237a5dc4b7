import { consoleLink } from '@cutover/domain/console';
import { diagnose } from '@cutover/domain/diagnosis/diagnose';
import { primaryTaskSet } from '@cutover/domain/ecs-service';
import { distinctStops, hasFailed, observeStops, type StoppedTask } from '@cutover/domain/failed-task';
import type { Finding } from '@cutover/domain/finding';
import type { Outcome, SummarySection } from '@cutover/domain/outcome';
import { formatRevision } from '@cutover/domain/revision';
import { textTable } from '@cutover/domain/text-table';
import type { World } from '../world.ts';
import type { Checked } from './check.ts';
import type { Outputs } from './outputs.ts';
import { probeUrl, type Plan } from './plan.ts';
import {
  alarmSection,
  factsOf,
  probeSection,
  remedyOf,
  reportedTargets,
  targetsAsJson,
  targetTable,
  type ReportedTarget,
} from './report.ts';
import type { StateTimes } from './since.ts';

/** What was seen so far. */
export interface Watched {
  readonly times: StateTimes;
  last: Checked | undefined;
  /** Where requests are sent; found once. */
  address: string | undefined;
}

export type Proven =
  | { readonly kind: 'proven' }
  | { readonly kind: 'unproven'; readonly reason: string; readonly waitedMs: number };

/** How the watch ended, in words. */
export async function conclude(
  world: World,
  planned: Plan,
  proven: Proven,
  watched: Watched,
): Promise<Outcome<Outputs>> {
  const { last } = watched;
  const outputs = outputsOf(planned, watched);
  const targets = reportedTargets(last, watched.times);
  const table = targetTable(targets);
  if (targets.length > 0) {
    world.progress.report({
      type: 'document',
      title: table.title,
      language: 'text',
      text: textTable(table.header, table.rows),
    });
  }
  const summary = sectionsOf(planned, watched);
  if (proven.kind === 'proven') {
    return { kind: 'succeeded', headline: provenInWords(planned, watched), outputs, summary };
  }
  const arn = last?.verdict.groups.find(
    ({ ok, targetGroup }) => !ok && targetGroup !== undefined,
  )?.targetGroup;
  const failed = await failedTasks(world, last);
  const [stop] = distinctStops(failed);
  const stops =
    stop === undefined
      ? ''
      : ` ${stop.count} task${stop.count === 1 ? '' : 's'} stopped: ${stop.text.replace(/\.$/, '')}.`;
  return {
    // What takes its time only is no failure; what falls over again and again is one.
    kind: last?.verdict.warmingUp === true && failed.length === 0 ? 'timedOut' : 'failed',
    headline: `The health of ${formatRevision(planned.revision)} was not proven within ${Math.round(proven.waitedMs / 1000)} s: ${proven.reason}.${stops}`,
    remedy: last === undefined ? 'Run the job again.' : `${remedyOf(last)} This step changed nothing.`,
    findings: findingsOf(targets, failed),
    outputs,
    summary,
    link: consoleLink(
      world.aws.region,
      arn === undefined || last?.superseded === true
        ? { kind: 'service', cluster: planned.cluster, service: planned.service }
        : { kind: 'targetGroup', arn },
    ),
  };
}

function provenInWords(planned: Plan, { last, address }: Watched): string {
  const times = planned.consecutive === 1 ? 'once' : `${planned.consecutive} times in a row`;
  const round = last?.round;
  const url = round === undefined || address === undefined ? '' : probeUrl(address, planned.probe?.path);
  return [
    `${last?.verdict.reason ?? ''}; seen ${times}`,
    ...(round === undefined
      ? []
      : [`${url} answers as expected (slowest ${Math.round(round.slowestMs)} ms)`]),
    ...(planned.alarms.length === 0 ? [] : [`${planned.alarms.join(', ')} OK`]),
  ]
    .join('; ')
    .concat('.');
}

/** Tasks of PRIMARY that fell over, where targets are missing. */
async function failedTasks({ aws }: World, checked: Checked | undefined): Promise<readonly StoppedTask[]> {
  const primary = checked === undefined ? undefined : primaryTaskSet(checked.service);
  const starved = checked?.verdict.groups.some(({ finding }) => finding === 'tooFew' || finding === 'empty');
  if (checked === undefined || primary === undefined || starved !== true) return [];
  const { cluster, name } = checked.service;
  // A permission that lacks must not hide the failure itself.
  const stopped = await aws.taskSetTasks.stopped(cluster, name, primary.id).catch(() => []);
  return stopped.filter(hasFailed);
}

/** Why targets are ill or missing: their reasons, and what the tasks said that stopped. */
function findingsOf(targets: readonly ReportedTarget[], failed: readonly StoppedTask[]): readonly Finding[] {
  return diagnose([
    ...observeStops(failed),
    ...targets
      .filter(({ state }) => state === 'unhealthy' || state === 'unused' || state === 'unavailable')
      .flatMap(({ description, id, port, reason }) =>
        [reason, description]
          .filter((text) => text !== undefined)
          .map((text) => ({
            source: 'elasticloadbalancing:DescribeTargetHealth',
            text,
            subject: `${id}:${port}`,
          })),
      ),
  ]);
}

export function sectionsOf(planned: Plan, { address, last, times }: Watched): readonly SummarySection[] {
  if (last === undefined) return [];
  const { probe } = planned;
  const targets = reportedTargets(last, times);
  return [
    factsOf(planned, last),
    ...(targets.length === 0 ? [] : [targetTable(targets)]),
    ...(last.round === undefined || address === undefined
      ? []
      : [probeSection(probeUrl(address, probe?.path), last.round)]),
    ...(last.alarms.length === 0 ? [] : [alarmSection(last.alarms)]),
  ];
}

export function outputsOf(planned: Plan, { last, times }: Watched): Outputs {
  const groups = last?.verdict.groups ?? [];
  const reached = groups.flatMap(({ targetGroup }) => targetGroup ?? []);
  return {
    'healthy-count': groups.length === 0 ? 0 : Math.min(...groups.map(({ healthy }) => healthy)),
    'target-group-arn': reached.length === 0 ? undefined : reached.join(','),
    'task-definition-arn': planned.revision,
    targets: targetsAsJson(reportedTargets(last, times)),
  };
}
