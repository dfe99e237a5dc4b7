import type { Finding } from '@cutover/domain/finding';
import type { Outcome, SummarySection } from '@cutover/domain/outcome';
import { words } from './annotations.ts';
import { formatClock, formatDuration } from './duration.ts';
import { codeBlock, folded, inlineCode, link, plain, table } from './markdown.ts';
import type { RecordedEvent } from './recorder.ts';
import { timeline } from './timeline.ts';

/** GitHub refuses a step's summary above 1 MiB; a single document must not displace the rest. */
const SUMMARY_BYTES = 900_000;
const DOCUMENT_LIMIT = 100_000;

export interface Told {
  readonly step: string;
  readonly outcome: Outcome;
  readonly events: readonly RecordedEvent[];
  /** Epoch milliseconds. */
  readonly startedAt: number;
  readonly endedAt: number;
}

/** The job summary of one step as Markdown; everything from outside is encoded. */
export function renderSummary({ endedAt, events, outcome, startedAt, step }: Told): string {
  const parts = [
    `## ${icon(outcome.kind)} ${plain(outcome.headline)}`,
    `${inlineCode(step)} ${words(outcome.kind)} after ${formatDuration((endedAt - startedAt) / 1000)}.`,
    ...('remedy' in outcome
      ? [
          ...outcome.findings.map(renderFinding),
          `**What now:** ${plain(outcome.remedy)}${outcome.link === undefined ? '' : ` ${link('Open the console', outcome.link)}`}`,
        ]
      : []),
    ...(outcome.summary ?? []).map(renderSection),
    ...(outcome.summary?.some(({ kind }) => kind === 'facts') === true ? [] : renderOutputs(outcome)),
    ...renderWarnings(events),
    ...renderTimeline(events, startedAt, endedAt),
    ...renderDocuments(events, outcome.summary),
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

function icon(kind: Outcome['kind']): string {
  switch (kind) {
    case 'succeeded':
      return '✅';
    case 'unchanged':
      return '☑️';
    case 'rolledBack':
      return '↩️';
    case 'failed':
      return '❌';
    case 'timedOut':
      return '⏱️';
    case 'cancelled':
      return '🚫';
  }
}

function renderFinding({ cause, evidence, fix, url }: Finding): string {
  return [
    `**Cause:** ${plain(cause)}`,
    ...(evidence.length === 0 ? [] : [codeBlock(evidence.join('\n'), 'text')]),
    `**Fix:** ${plain(fix)}${url === undefined ? '' : ` ${link('Documentation', url)}`}`,
  ].join('\n\n');
}

function renderSection(section: SummarySection): string {
  switch (section.kind) {
    case 'table':
      return `### ${plain(section.title)}\n\n${table(
        section.header.map(plain),
        section.rows.map((row) => row.map(plain)),
      )}`;
    case 'code':
      return folded(section.title, codeBlock(cut(section.text), section.language));
    case 'facts':
      return [
        ...(section.title === undefined ? [] : [`### ${plain(section.title)}`]),
        table(
          ['', ''],
          section.facts.map(([name, value]) => [`**${plain(name)}**`, renderValue(value)]),
        ),
      ].join('\n\n');
  }
}

function renderOutputs({ outputs }: Outcome): string[] {
  const given = Object.entries(outputs).filter(([, value]) => value !== undefined && value !== '');
  if (given.length === 0) return [];
  return [
    table(
      ['Output', 'Value'],
      given.map(([name, value]) => [inlineCode(name), renderValue(String(value))]),
    ),
  ];
}

/** Names and addresses read best as they are: links are links, identifiers are code. */
function renderValue(value: string): string {
  if (URL.canParse(value) && /^https?:\/\/\S+$/.test(value)) {
    // Pages of the console have addresses of 200 characters; their names say enough.
    return link(/\bconsole\.(aws\.)?amazon/.test(new URL(value).host) ? 'Open the console' : value, value);
  }
  return /^\S*[:/\d_]\S*$/.test(value) ? inlineCode(value) : plain(value);
}

function renderWarnings(events: readonly RecordedEvent[]): string[] {
  const warnings = events.flatMap((event) => (event.type === 'warning' ? [event] : []));
  return warnings.map(
    ({ remedy, text }) => `> ⚠️ ${plain(text)}${remedy === undefined ? '' : ` ${plain(remedy)}`}`,
  );
}

function renderTimeline(events: readonly RecordedEvent[], startedAt: number, endedAt: number): string[] {
  const rows = timeline(events, startedAt, endedAt);
  if (rows.length === 0) return [];
  return [
    `### Timeline\n\n${table(
      ['Time', 'Event', 'Took'],
      rows.map(({ link: address, seconds, text, tookSeconds }) => [
        formatClock(seconds),
        address === undefined ? plain(text) : link(text, address),
        tookSeconds === undefined ? '' : formatDuration(tookSeconds),
      ]),
    )}`,
  ];
}

/** The last text of each title; what the outcome shows already is not told twice. */
function renderDocuments(events: readonly RecordedEvent[], sections: Outcome['summary'] = []): string[] {
  const shown = new Set(sections.map(({ title }) => title));
  const documents = new Map(
    events.flatMap((event) =>
      event.type === 'document' && !shown.has(event.title) ? [[event.title, event] as const] : [],
    ),
  );
  return [...documents.values()].map(({ language, text, title }) =>
    folded(title, codeBlock(cut(text), language)),
  );
}

function cut(text: string): string {
  return text.length <= DOCUMENT_LIMIT
    ? text
    : `${text.slice(0, DOCUMENT_LIMIT)}\n… (${text.length - DOCUMENT_LIMIT} characters more)`;
}
