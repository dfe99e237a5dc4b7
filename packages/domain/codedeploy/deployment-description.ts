import type { DeploymentMarks } from '../deployment/deployment.ts';
import type { RunContext } from '../run-context.ts';
import { formatRevision } from '../task/revision.ts';

/** CodeDeploy's limit, in characters. */
const LIMIT = 256;
/** Stands between the user's words and our marks; the marks hold none of it. */
const SEPARATOR = ' | ';

const MARKS =
  /^(?:(?<rollback>rollback)(?: [\w-]+:\d+ -> [\w-]+:\d+)?|[\w-]+:\d+)?(?:(?:^| )commit (?<commit>[0-9a-f]{40}))?(?:(?:^| )(?<runUrl>https?:\/\/[^\s|]+\/actions\/runs\/\d+)\/attempts\/(?<attempt>\d+))?$/;

/**
 * The description of a deployment: the user's words, cut to fit, and behind them our marks. By the marks an attempt of the
 * same run finds a deployment whose creation was not answered, a re-run finds its predecessor's, and the rollback action
 * knows its own deployments and those of a run. Marks are read from the end only, so that no word of a user is one.
 * @param words what the user wrote
 * @param replaces revision that a rollback goes back from; absent for a release
 */
export function describeDeployment(
  run: RunContext,
  revision: string,
  { words, replaces }: { readonly words?: string | undefined; readonly replaces?: string | undefined } = {},
): string {
  const marks = marksOf(run, formatRevision(revision), replaces);
  if (words === undefined) return marks;
  const room = LIMIT - marks.length - SEPARATOR.length;
  return room < 1 ? marks : `${cut(words, room)}${SEPARATOR}${marks}`;
}

/** The longest form that fits: the run matters most, then the commit, then the revisions. */
function marksOf(run: RunContext, label: string, replaces: string | undefined): string {
  const heads =
    replaces === undefined ? [label, ''] : [`rollback ${formatRevision(replaces)} -> ${label}`, 'rollback'];
  const commit = run.commit === '' ? '' : `commit ${run.commit}`;
  const url = run.runUrl === '' ? '' : `${run.runUrl}/attempts/${run.runAttempt || '1'}`;
  const tails = [[commit, url], [url], [commit], []];
  const forms = tails.flatMap((tail) => heads.map((head) => [head, ...tail].filter(Boolean).join(' ')));
  return forms.find(({ length }) => length <= LIMIT) ?? '';
}

/** Never ends within a character, which CodeDeploy would give back changed. */
function cut(words: string, length: number): string {
  const short = words.slice(0, length);
  return /[\uD800-\uDBFF]$/.test(short) ? short.slice(0, -1) : short;
}

/** Reads the marks of a description, whatever the user wrote before them. */
export function readMarks(description: string): DeploymentMarks {
  const at = description.lastIndexOf(SEPARATOR);
  const found = MARKS.exec(at === -1 ? description : description.slice(at + SEPARATOR.length))?.groups ?? {};
  return {
    isRollback: found['rollback'] !== undefined,
    commit: found['commit'],
    runUrl: found['runUrl'],
    runAttempt: found['attempt'],
  };
}
