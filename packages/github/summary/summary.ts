import { isConsole } from '@cutover/domain/console';
import type { Finding } from '@cutover/domain/finding';
import { isSuccess, type Outcome, type SummarySection } from '@cutover/domain/outcome';
import type { RunContext } from '@cutover/domain/run-context';
import type { Trouble } from '@cutover/domain/trouble';
import { words } from '../annotations.ts';
import { formatClock, formatDuration } from '../duration.ts';
import { codeBlock, folded, inlineCode, link, plain, table } from '../markdown.ts';
import type { RecordedEvent } from '../recorder.ts';
import { rootCauseOf, shortened, type RootCause } from '../root-cause.ts';
import { timeline } from '../timeline.ts';
import { ganttChart, trafficChart } from './charts.ts';
import { cut, firstSentence, icon, renderSection, titlesOf } from './sections.ts';
import { renderLinks, renderVersions, versionsOf } from './versions.ts';

/** GitHub refuses a step's summary above 1 MiB. */
const SUMMARY_BYTES = 900_000;

export interface Told {
  readonly step: string;
  readonly outcome: Outcome;
  readonly events: readonly RecordedEvent[];
  /** Absent when the inputs were refused. */
  readonly run?: RunContext | undefined;
  /** Epoch milliseconds. */
  readonly startedAt: number;
  readonly endedAt: number;
}

/**
 * The job summary of one step as Markdown; everything from outside is encoded. Order: verdict, root cause and what to do,
 * the versions with links, pictures, the step's own sections, warnings; what few readers need is folded.
 */
export function renderSummary({ endedAt, events, outcome, run, startedAt, step }: Told): string {
  const sections = withoutQuoted(
    outcome.summary ?? [],
    'findings' in outcome ? (outcome.findings ?? []) : [],
  );
  const versions = versionsOf(events);
  // A heading of five lines is none.
  const [verdict, rest] = firstSentence(shortened(outcome.what));
  const isRollback = step === 'rollback';
  const parts = [
    `## ${icon(outcome.kind)} ${plain(verdict)}`,
    ...(rest === '' ? [] : [plain(rest)]),
    `${inlineCode(step)} ${words(outcome.kind)} after ${formatDuration((endedAt - startedAt) / 1000)}.`,
    ...('fix' in outcome
      ? renderTrouble(outcome, titleOf(step))
      : 'findings' in outcome && outcome.findings !== undefined
        ? renderCause(outcome.findings, { what: outcome.what, fix: '' }, titleOf(step))
        : []),
    ...renderVersions(versions, events, run, isSuccess(outcome)),
    ...renderLinks(versions, events, run, isRollback),
    ...[ganttChart(events, startedAt, endedAt, failedStage(sections)), trafficChart(events, endedAt)].flatMap(
      (chart) => (chart === undefined ? [] : [codeBlock(chart, 'mermaid')]),
    ),
    ...sections.map(renderSection),
    ...renderWarnings(events),
    ...renderTimeline(events, startedAt, endedAt),
    ...renderDocuments(events, sections),
  ];
  let room = SUMMARY_BYTES;
  const fitting = parts.filter((part) => {
    const bytes = Buffer.byteLength(part) + 2;
    if (bytes > room) return false;
    room -= bytes;
    return true;
  });
  return fitting.map((part) => `${part}\n\n`).join('');
}

/** The sections without the log lines that a finding quotes word for word. */
function withoutQuoted(
  sections: readonly SummarySection[],
  findings: readonly Finding[],
): readonly SummarySection[] {
  const quoted = new Set(findings.map(({ evidence }) => evidence.join('\n').trim()));
  return sections.flatMap((section): readonly SummarySection[] => {
    if (section.kind === 'code') return quoted.has(section.text.trim()) ? [] : [section];
    if (section.kind !== 'stages') return [section];
    const stages = section.stages.map((stage) => ({
      ...stage,
      sections: withoutQuoted(stage.sections, findings),
    }));
    return [{ kind: 'stages', stages }];
  });
}

/** The root cause with its evidence, and what to do; a sentence that the outcome says itself is not repeated. */
function renderTrouble(outcome: Extract<Outcome, { fix: string }>, title: string): readonly string[] {
  const { findings, link: address, fix } = outcome;
  return [
    ...renderCause(findings, outcome, title),
    `**What now:** ${plain(fix)}${address === undefined ? '' : ` ${link('Open the console', address)}`}`,
  ];
}

/** Heading of the cause: a diagnosis tells of the present, every other step of its own failure. */
function titleOf(step: string): string {
  return step === 'diagnose' ? 'Findings' : 'What went wrong';
}

/** The findings, the root cause under a heading of its own. */
function renderCause(
  findings: readonly Finding[],
  told: Pick<Trouble, 'what' | 'fix'>,
  title: string,
): readonly string[] {
  const cause = rootCauseOf(findings);
  return cause === undefined
    ? findings.map((finding) => renderFinding(finding, told)).filter(Boolean)
    : renderRoot(cause, told, title);
}

/** The root cause, its evidence and its fix; below them, folded, AWS's own sentences and whatever else was found. */
function renderRoot(
  { evidence, inFull, others, root }: RootCause,
  told: Pick<Trouble, 'what' | 'fix'>,
  title: string,
): readonly string[] {
  return [
    `### ${title}`,
    renderFinding({ ...root, evidence }, told),
    ...(inFull.length === 0 ? [] : [folded('In the words of AWS', codeBlock(inFull.join('\n'), 'text'))]),
    ...(others.length === 0
      ? []
      : [
          folded(
            others.length === 1 ? '1 more finding' : `${others.length} more findings`,
            others.map((finding) => renderFinding(finding, told)).join('\n\n'),
          ),
        ]),
  ].filter(Boolean);
}

function renderFinding(
  { what, evidence, fix, link: url }: Finding,
  told: Pick<Trouble, 'what' | 'fix'>,
): string {
  const documentation =
    url === undefined ? '' : link(isConsole(url) ? 'Open the console' : 'Documentation', url);
  // Evidence that the cause quotes whole is not shown again below it.
  const proof = evidence.every((line) => what.includes(line.trim())) ? [] : evidence;
  return [
    ...(told.what.includes(what.replace(/\.$/, '')) ? [] : [`**Cause:** ${plain(what)}`]),
    ...(proof.length === 0 ? [] : [codeBlock(proof.join('\n'), 'text')]),
    ...(fix !== '' && !told.fix.includes(fix)
      ? [`**Fix:** ${plain(fix)}${documentation === '' ? '' : ` ${documentation}`}`]
      : [documentation].filter(Boolean)),
  ].join('\n\n');
}

function failedStage(sections: readonly SummarySection[]): string | undefined {
  const stages = sections.flatMap((section) => (section.kind === 'stages' ? section.stages : []));
  return stages.find(({ kind }) => kind !== 'succeeded' && kind !== 'unchanged')?.name;
}

/** A warning that several services share is shown once, behind their names. */
function renderWarnings(events: readonly RecordedEvent[]): string[] {
  const warnings = events.flatMap((event) =>
    event.type === 'warning' && event.inSections !== true ? [event] : [],
  );
  const services = new Map<string, Set<string>>();
  for (const { fix, of: service, what } of warnings) {
    const text = service === undefined ? what : what.replace(`${service}: `, '');
    const key = `${plain(text)}${fix === undefined ? '' : ` ${plain(fix)}`}`;
    services.set(key, (services.get(key) ?? new Set()).add(service ?? ''));
  }
  return [...services].map(([text, names]) => {
    const of = [...names].filter((name) => name !== '');
    return `> ⚠️ ${of.length === 0 ? '' : `${plain(of.join(', '))}: `}${text}`;
  });
}

function renderTimeline(events: readonly RecordedEvent[], startedAt: number, endedAt: number): string[] {
  const rows = timeline(events, startedAt, endedAt);
  if (rows.length === 0) return [];
  return [
    folded(
      'Timeline',
      table(
        ['Time', 'Event', 'Took'],
        rows.map(({ link: address, seconds, text, tookSeconds }) => [
          formatClock(seconds),
          address === undefined ? plain(text) : link(text, address),
          tookSeconds === undefined ? '' : formatDuration(tookSeconds),
        ]),
      ),
    ),
  ];
}

/** The last text of each title; what the outcome shows already is not told twice. */
function renderDocuments(events: readonly RecordedEvent[], sections: readonly SummarySection[]): string[] {
  const shown = new Set(titlesOf(sections));
  const documents = new Map(
    events.flatMap((event) =>
      event.type === 'document' && event.inSections !== true && !shown.has(event.title)
        ? [[event.title, event] as const]
        : [],
    ),
  );
  return [...documents.values()].map(({ language, text, title }) =>
    folded(title, codeBlock(cut(text), language)),
  );
}
