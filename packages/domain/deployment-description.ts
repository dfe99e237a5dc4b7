import type { RunContext } from './run-context.ts';
import { formatRevision } from './revision.ts';

/** CodeDeploy's limit, in characters. */
const LIMIT = 256;

/**
 * What CodeDeploy keeps beside a deployment: the user's words, cut to fit, and behind them commit and run. By the latter
 * an attempt of the same run finds a deployment whose creation was not answered, and a re-run finds its predecessor's.
 */
export function describeDeployment(run: RunContext, revision: string, words?: string): string {
  const marks = [
    formatRevision(revision),
    ...(run.commit === '' ? [] : [`commit ${run.commit}`]),
    ...(run.runUrl === '' ? [] : [`${run.runUrl}/attempts/${run.runAttempt}`]),
  ].join(' ');
  if (words === undefined) return marks.slice(0, LIMIT);
  const room = LIMIT - marks.length - 3;
  return room < 1 ? marks.slice(0, LIMIT) : `${words.slice(0, room)} | ${marks}`;
}

/** Whether a deployment was made for this commit. */
export function isOfCommit(description: string, commit: string): boolean {
  return commit !== '' && description.includes(`commit ${commit}`);
}

/** The commit for which a deployment was made, if its description tells. */
export function commitOf(description: string): string | undefined {
  return /\bcommit ([0-9a-f]{40})\b/.exec(description)?.[1];
}
