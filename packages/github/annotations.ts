import { statSync } from 'node:fs';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { error as annotateError, type AnnotationProperties } from '@actions/core';
import { formatPlace, type Place } from '@cutover/domain/errors';
import type { Finding } from '@cutover/domain/finding';
import type { Outcome } from '@cutover/domain/outcome';
import type { Ending } from './ending.ts';
import { rootCauseOf, says, shortened, type RootCause } from './root-cause.ts';

/** The runner cuts messages at 4096 characters; the start of each part matters most. */
const MESSAGE_LIMIT = 4000;
/** GitHub shows ten errors of a step. */
const ANNOTATION_LIMIT = 10;

type Trouble = Exclude<Outcome, { kind: 'succeeded' | 'unchanged' }>;

/** Tells the trouble where people look first: on the run's page and beside the line that is wrong. */
export function annotate(step: string, trouble: Trouble, ending: Ending, workspace: string): void {
  const title = `${step} ${words(trouble.kind)}`;
  if (ending.problems.length === 0) {
    annotateError(messageOf(trouble), { title });
    return;
  }
  for (const [index, problem] of ending.problems.slice(0, ANNOTATION_LIMIT).entries()) {
    const { what, place, fix } = problem;
    const at = place === undefined ? undefined : positionOf(place, workspace);
    const text = place === undefined ? what : `${formatPlace(place)}: ${what}`;
    // Facts that belong to all problems go with the first one.
    const rest = index === 0 ? [...trouble.findings.map(describeFinding), trouble.link] : [];
    annotateError(cut([text, `Fix: ${fix}`, ...rest].filter(Boolean).join('\n'), MESSAGE_LIMIT), {
      title,
      ...at,
    });
  }
}

/** The kind of an outcome as words that follow the step's name. */
export function words(kind: Outcome['kind']): string {
  switch (kind) {
    case 'succeeded':
      return 'succeeded';
    case 'unchanged':
      // A dry run ends so, too, which may have found much to do.
      return 'changed nothing';
    case 'rolledBack':
      return 'was rolled back';
    case 'failed':
      return 'failed';
    case 'timedOut':
      return 'timed out';
    case 'cancelled':
      return 'was cancelled';
  }
}

/** The root cause first, with its evidence and its fix; then what happened, what else was found, and what to do now. */
function messageOf({ findings, fix, link, what }: Trouble): string {
  const ending = [fix, link].filter(Boolean).join('\n');
  const cause = rootCauseOf(findings);
  const body =
    cause === undefined ? [what, ...findings.map(describeFinding)] : withRoot(cause, shortened(what));
  return `${cut(body.join('\n'), MESSAGE_LIMIT - ending.length - 1)}\n${ending}`;
}

function withRoot({ evidence, others, root }: RootCause, headline: string): readonly string[] {
  const isTold = says(headline, root.what);
  return [
    isTold ? headline : root.what,
    ...evidence.map((line) => `Evidence: ${line}`),
    ...(root.fix === '' ? [] : [`Fix: ${root.fix}`]),
    ...(root.link === undefined ? [] : [`See: ${root.link}`]),
    ...(isTold ? [] : [headline]),
    ...others.map(({ fix, what }) => `Also: ${what} ${fix}`),
  ];
}

function describeFinding({ what, evidence, fix, link }: Finding): string {
  return [
    `Cause: ${what}`,
    ...evidence.slice(0, 5).map((line) => `Evidence: ${cut(shortened(line), 400)}`),
    `Fix: ${fix}`,
    ...(link === undefined ? [] : [`See: ${link}`]),
  ].join('\n');
}

/** Only a file of the workspace can carry an annotation; the name of an input can't. */
function positionOf({ column, file, line }: Place, workspace: string): AnnotationProperties {
  if (file === undefined) return {};
  const absolute = resolve(workspace, file);
  const path = relative(workspace, absolute);
  if (path.startsWith('..') || isAbsolute(path)) return {};
  if (statSync(absolute, { throwIfNoEntry: false })?.isFile() !== true) return {};
  return {
    file: path.split(sep).join('/'),
    ...(line === undefined ? {} : { startLine: line }),
    ...(column === undefined ? {} : { startColumn: column }),
  };
}

function cut(text: string, limit: number): string {
  return text.length <= limit ? text : `${text.slice(0, Math.max(0, limit - 1))}…`;
}
