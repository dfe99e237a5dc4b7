import type { Finding } from '../finding.ts';
import { NOT_SHOWN } from '../inputs/show-logs.ts';
import { factsOf, fill, type Facts } from './facts.ts';
import { readLines, SURRENDER, type Line } from './lines.ts';
import type { Recogniser } from './recogniser.ts';
import { RECOGNISERS } from './recognisers.ts';
import { explains } from './relations.ts';
import { placeOf, type Place, type Source } from './source.ts';

export { RECOGNISERS } from './recognisers.ts';

/** Something that AWS or a tool said. */
export interface Observation {
  readonly source: Source;
  /** Word for word; several lines are read as several statements. */
  readonly text: string;
  /** Whom it is about: a container, a task, a resource of a stack. */
  readonly subject?: string;
  /** Facts about the case besides the words: the path of a health check. */
  readonly facts?: Facts;
  /** Whether its words may be read for the cause, and not be quoted. */
  readonly unquoted?: boolean;
}

/** Characters of a statement that are kept as evidence. */
const EVIDENCE_LENGTH = 400;
const EVIDENCE_COUNT = 3;
/** With what the symptoms say that the root explains. */
const EVIDENCE_WITH_SYMPTOMS = 5;

/** Places whose lines may tell of a failure that the program survived; AWS tells of what it gave up. */
const LOGS = new Set<Place>(['application', 'build']);

interface Match {
  readonly row: Recogniser;
  readonly line: Line;
  readonly start: number;
  readonly text: string;
  readonly facts: Facts;
}

/** A finding in the making. */
interface Found {
  readonly row: Recogniser;
  readonly evidence: string[];
  facts: Facts;
  /** Position of the observation, then of its last line: the nearest to the end of the log is the cause. */
  readonly observation: number;
  line: number;
}

/**
 * Names the causes behind what was observed, the root first, each once with its evidence. Of several causes in one log the one nearest its
 * end comes first. Symptoms that a root explains are folded into its evidence. An unknown failure gives no finding.
 */
export function diagnose(observations: readonly Observation[]): readonly Finding[] {
  const found = new Map<string, Found>();
  const retried = new Map<string, Found>();
  let ended = false;
  observations.forEach((observation, index) => {
    const place = placeOf(observation.source);
    const { matches, gaveUp } = matchesIn(observation, place);
    ended ||= gaveUp || place === undefined || place === 'exit' || place === 'task';
    for (const match of matches) {
      const survived = place === undefined || LOGS.has(place) ? match.line.survived : undefined;
      if (survived === 'dismissed') continue;
      add(survived === undefined ? found : retried, match, observation, index);
    }
  });
  const certain = [...found.values()];
  // A program that tried again and ended all the same: the failure that it met last is the cause.
  const all =
    ended && !certain.some(({ row }) => rankOf(row) === 0) ? [...certain, ...retried.values()] : certain;
  return rooted(all.toSorted(compareFound));
}

function add(into: Map<string, Found>, match: Match, observation: Observation, index: number): void {
  const { row, line, facts } = match;
  const known = into.get(row.id);
  const entry = known ?? {
    row,
    evidence: [],
    facts: observation.facts ?? {},
    observation: index,
    line: line.order,
  };
  const text = evidence(observation, match);
  if (!entry.evidence.includes(text) && entry.evidence.length < EVIDENCE_COUNT) entry.evidence.push(text);
  if (observation.unquoted !== true) entry.facts = { ...entry.facts, ...facts };
  if (entry.observation === index) entry.line = Math.max(entry.line, line.order);
  into.set(row.id, entry);
}

function compareFound(a: Found, b: Found): number {
  return rankOf(a.row) - rankOf(b.row) || a.observation - b.observation || b.line - a.line;
}

/** Findings without those that another one explains, which keeps their words as evidence. */
function rooted(sorted: readonly Found[]): readonly Finding[] {
  const roots = sorted.filter(({ row }) => rankOf(row) === 0);
  const rootOf = (one: Found): Found | undefined =>
    roots.find((root) => root !== one && explains(root.row.id, one.row.id)) ??
    (rankOf(one.row) === 0 ? undefined : roots[0]);
  const folded = new Map<Found, string[]>();
  const kept = sorted.filter((one) => {
    const root = rootOf(one);
    if (root === undefined) return true;
    folded.set(root, [...(folded.get(root) ?? []), ...one.evidence]);
    return false;
  });
  return kept.map((one) => {
    const { id, cause, fix, url } = one.row;
    const words = [...new Set([...one.evidence, ...(folded.get(one) ?? [])])].slice(
      0,
      EVIDENCE_WITH_SYMPTOMS,
    );
    return {
      id,
      what: fill(cause, one.facts),
      evidence: words,
      fix: fill(fix, one.facts),
      certainty: certaintyOf(one.row),
      link: url,
      facts: one.facts,
    };
  });
}

/** `certain`: the message means this; `likely`: its form does; `possible`: it only says that something failed. */
function certaintyOf({ vague }: Recogniser): NonNullable<Finding['certainty']> {
  if (vague === undefined) return 'certain';
  return vague === 'kind' ? 'likely' : 'possible';
}

const RANKS = { kind: 0, outer: 1, symptom: 2 } as const;

/** Roots first, then what is true but vague, then symptoms. */
function rankOf({ vague }: Recogniser): number {
  return vague === undefined ? 0 : RANKS[vague];
}

/** A row's patterns, made to find every match in a text of many lines. */
interface Reader {
  readonly row: Recogniser;
  readonly patterns: readonly RegExp[];
}

const readers = new Map<Place | undefined, readonly Reader[]>();

function readersAt(place: Place | undefined): readonly Reader[] {
  const known = readers.get(place);
  if (known !== undefined) return known;
  const made = RECOGNISERS.filter(({ strict, where }) =>
    place === undefined ? strict !== true : where.includes(place),
  ).map((row) => ({
    row,
    patterns: row.patterns.map(
      ({ flags, source }) => new RegExp(source, `g${flags.includes('m') ? flags : `${flags}m`}`),
    ),
  }));
  readers.set(place, made);
  return made;
}

/** The best match of each line, and whether the text says that the program gave up. */
function matchesIn(
  { text }: Observation,
  place: Place | undefined,
): { readonly matches: readonly Match[]; readonly gaveUp: boolean } {
  const said = place === 'exit' ? text.replace(/^\s*(\d{1,3})\s*$/, 'exit code $1') : text;
  const lines = readLines(said);
  const starts: number[] = [];
  let length = 0;
  for (const line of lines) {
    starts.push(length);
    length += line.text.length + 1;
  }
  const whole = lines.map((line) => line.text).join('\n');
  const perLine = new Map<number, Map<string, Match>>();
  for (const { row, patterns } of readersAt(place)) {
    for (const pattern of patterns) {
      for (const found of whole.matchAll(pattern)) {
        const at = lineAt(starts, found.index);
        const line = lines[at];
        if (line === undefined) continue;
        const start = found.index - (starts[at] ?? 0);
        const match = { row, line, start, text: found[0], facts: factsOf(found.groups) };
        const known = perLine.get(at) ?? new Map<string, Match>();
        perLine.set(at, known.set(row.id, merged(known.get(row.id), match)));
      }
    }
  }
  const matches = [...perLine]
    .toSorted(([a], [b]) => a - b)
    .flatMap(([, known]) => [...known.values()].toSorted(compare).slice(0, 1));
  return { matches: matches.filter((match) => !isShadowed(match, matches)), gaveUp: SURRENDER.test(whole) };
}

/** Two matches of one row in one line: what the earlier pattern caught goes before. */
function merged(known: Match | undefined, match: Match): Match {
  if (known === undefined) return match;
  const first = compare(match, known) < 0 ? match : known;
  return { ...first, facts: { ...match.facts, ...known.facts } };
}

/** Whether another match reads the same lines as one statement: wrapped words mean nothing by themselves. */
function isShadowed({ line }: Match, matches: readonly Match[]): boolean {
  return (
    matches.length < 200 &&
    matches.some(
      ({ line: other }) =>
        other.glue !== undefined &&
        other.index <= line.index &&
        other.end >= line.end &&
        (line.glue === undefined ||
          (line.glue === ' ' && other.glue === '') ||
          other.end - other.index > line.end - line.index),
    )
  );
}

function lineAt(starts: readonly number[], index: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= index) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Inner causes of a chain come later in its text, so the last match wins; of one place, the row of the fewest places. */
function compare(a: Match, b: Match): number {
  return (
    vagueness(a.row) - vagueness(b.row) ||
    b.start - a.start ||
    a.row.where.length - b.row.where.length ||
    b.text.length - a.text.length
  );
}

const VAGUENESS = { kind: 1, outer: 2, symptom: 3 } as const;

function vagueness({ vague }: Recogniser): number {
  return vague === undefined ? 0 : VAGUENESS[vague];
}

/** The observed text with its source and subject; a long line is cut around the match. */
function evidence({ source, subject, unquoted }: Observation, { line, text }: Match): string {
  const said = line.shown;
  const shown = unquoted === true ? NOT_SHOWN : said.length <= EVIDENCE_LENGTH ? said : cut(said, text);
  return `${subject === undefined ? source : `${source} (${subject})`}: ${shown}`;
}

function cut(line: string, match: string): string {
  const at = Math.max(0, line.indexOf(match.slice(0, 40)));
  const from = Math.max(0, Math.min(at - 80, line.length - EVIDENCE_LENGTH));
  const to = from + EVIDENCE_LENGTH;
  return `${from > 0 ? '…' : ''}${line.slice(from, to)}${to < line.length ? '…' : ''}`;
}
