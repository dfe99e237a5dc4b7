import { consoleLink } from '@cutover/domain/console';
import type { Outcome, SummarySection } from '@cutover/domain/outcome';
import { formatRevision } from '@cutover/domain/task/revision';
import { textTable } from '@cutover/domain/text/text-table';
import type { World } from '../world.ts';
import type { Checked } from './check.ts';
import { explain } from './explain.ts';
import type { VerifyOutputs } from './outputs.ts';
import { probeUrl, type VerifyPlan } from './plan.ts';
import {
  alarmSection,
  factsOf,
  probeSection,
  remedyOf,
  reportedTargets,
  targetsAsJson,
  targetTable,
} from './report.ts';
import type { StateTimes } from './since.ts';

/** Observations so far. */
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
export async function concludeVerification(
  world: World,
  planned: VerifyPlan,
  proven: Proven,
  watched: Watched,
): Promise<Outcome<VerifyOutputs>> {
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
    // The headline says what was expected and found.
    return {
      kind: 'succeeded',
      what: provenInWords(planned, watched),
      outputs,
      summary: summary.filter(({ kind }) => kind !== 'facts'),
    };
  }
  const arn = last?.verdict.groups.find(
    ({ ok, targetGroup }) => !ok && targetGroup !== undefined,
  )?.targetGroup;
  const why = last === undefined ? undefined : await explain(world, planned, last, targets);
  const said = why === undefined || why.sentence === '' ? '' : ` ${why.sentence.replace(/\.$/, '')}.`;
  return {
    // Slow targets are no failure; targets that fail again and again are one.
    kind: last?.verdict.warmingUp === true && said === '' ? 'timedOut' : 'failed',
    what: `The health of ${formatRevision(planned.revision)} was not proven within ${Math.round(proven.waitedMs / 1000)} s: ${proven.reason}.${said}`,
    fix: last === undefined ? 'Run the job again.' : `${remedyOf(last)} This step changed nothing.`,
    findings: why?.findings ?? [],
    outputs,
    summary: [...summary, ...(why?.sections ?? [])],
    link: consoleLink(
      world.aws.region,
      arn === undefined || last?.superseded === true
        ? { kind: 'service', cluster: planned.cluster, service: planned.service }
        : { kind: 'targetGroup', arn },
    ),
  };
}

function provenInWords(planned: VerifyPlan, { last, address }: Watched): string {
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

export function sectionsOf(
  planned: VerifyPlan,
  { address, last, times }: Watched,
): readonly SummarySection[] {
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

export function outputsOf(planned: VerifyPlan, { last, times }: Watched): VerifyOutputs {
  const groups = last?.verdict.groups ?? [];
  const reached = groups.flatMap(({ targetGroup }) => targetGroup ?? []);
  return {
    'healthy-count': groups.length === 0 ? 0 : Math.min(...groups.map(({ healthy }) => healthy)),
    'target-group-arn': reached.length === 0 ? undefined : reached.join(','),
    'task-definition-arn': planned.revision,
    'service-url': planned.serviceUrl,
    targets: targetsAsJson(reportedTargets(last, times)),
  };
}
