import type { Outcome, SummarySection, SummaryStage } from '@cutover/domain/outcome';
import { formatDuration } from '../duration.ts';
import { codeBlock, folded, inlineCode, link, plain, table } from '../markdown.ts';

/** Maximum characters of one document: GitHub limits a summary, and a long document must not displace the rest. */
const DOCUMENT_LIMIT = 100_000;

/** A section as Markdown. */
export function renderSection(section: SummarySection): string {
  switch (section.kind) {
    case 'table': {
      const text = table(
        section.header.map(plain),
        section.rows.map((row) => row.map(plain)),
      );
      return section.folded === true ? folded(section.title, text) : `### ${plain(section.title)}\n\n${text}`;
    }
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
    case 'stages':
      return renderStages(section.stages);
  }
}

/**
 * The stages as a list, which a narrow screen wraps (a table would not). Below it their details, folded except for a failed
 * stage.
 */
function renderStages(stages: readonly SummaryStage[]): string {
  const overview = stages.map(
    ({ headline, kind, name, seconds }) =>
      // A failed stage shows its first sentence; the verdict at the top of the summary shows the whole headline.
      `- ${icon(kind)} **${plain(name)}** (${formatDuration(seconds)}): ${plain(isFine(kind) ? headline : firstSentence(headline)[0])}`,
  );
  const details = stages.flatMap(({ kind, name, sections }) => {
    if (sections.length === 0) return [];
    // Code sections are folded already: fold them once only.
    if (isFine(kind) && sections.every((one) => one.kind === 'code'))
      return sections.map((one) => renderSection({ ...one, title: `${name}: ${one.title}` }));
    const text = sections.map(renderSection).join('\n\n');
    return [
      isFine(kind)
        ? folded(`Details of ${name}`, text)
        : `### ${plain(name)}\n\n${text.replaceAll(/^### /gm, '#### ')}`,
    ];
  });
  return [`### Stages\n\n${overview.join('\n')}`, ...details].join('\n\n');
}

function isFine(kind: SummaryStage['kind']): boolean {
  return kind === 'succeeded' || kind === 'unchanged';
}

/** The first sentence of a text and the rest, which is empty for one sentence. */
export function firstSentence(text: string): readonly [first: string, rest: string] {
  const [, first, rest] = /^([^]{20,}?[.!?])\s+(?=[^a-z\s])([^]+)$/.exec(text) ?? [];
  return first === undefined || rest === undefined ? [text, ''] : [first, rest];
}

export function icon(kind: Outcome['kind']): string {
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

/** Renders an http(s) URL as a link, one word with `:`, `/`, `_` or a digit as code, and anything else as text. */
function renderValue(value: string): string {
  if (URL.canParse(value) && /^https?:\/\/\S+$/.test(value)) {
    // URLs of the AWS console have about 200 characters, so a link text replaces them.
    return link(/\bconsole\.(aws\.)?amazon/.test(new URL(value).host) ? 'Open the console' : value, value);
  }
  return /^\S*[:/\d_]\S*$/.test(value) ? inlineCode(value) : plain(value);
}

/** Titles of everything that the sections show, those of stages included. */
export function titlesOf(sections: readonly SummarySection[]): readonly string[] {
  return sections.flatMap((section) =>
    section.kind === 'stages'
      ? section.stages.flatMap(({ sections: inner }) => titlesOf(inner))
      : section.title === undefined
        ? []
        : [section.title],
  );
}

/** The text, cut after DOCUMENT_LIMIT characters with a last line that counts what is missing. */
export function cut(text: string): string {
  return text.length <= DOCUMENT_LIMIT
    ? text
    : `${text.slice(0, DOCUMENT_LIMIT)}\n… (${text.length - DOCUMENT_LIMIT} characters more)`;
}
