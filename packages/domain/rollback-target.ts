import type { DeploymentState } from './deployment.ts';

/** A deployment of the past, with what it deployed. */
export interface PastDeployment {
  readonly deployment: DeploymentState;
  /** ARN; undefined when its AppSpec can't be read, or was not looked for. */
  readonly revision: string | undefined;
}

/** What a deployment of the past is to somebody who wants to go back. */
export type Standing =
  /** Where a rollback leads by itself. */
  | 'target'
  /** Served once, before the target. */
  | 'earlier'
  /** Serves now. */
  | 'serving'
  /** Succeeded, and was gone back from; never a target by itself. */
  | 'undone'
  /** Failed, was stopped, or is under way. */
  | 'unsuccessful'
  /** Succeeded with a revision that nobody can tell any more. */
  | 'unknown';

export type RollbackTarget =
  | { readonly kind: 'found'; readonly past: PastDeployment; readonly revision: string }
  /** What serves is where a rollback would lead; `next` is what served before it. */
  | { readonly kind: 'alreadyThere'; readonly reason: string; readonly next: PastDeployment | undefined }
  /** What served before can't be told, so that anything older would be a guess. */
  | { readonly kind: 'unknown'; readonly past: PastDeployment }
  | { readonly kind: 'none'; readonly reason: string };

export interface JudgedHistory {
  readonly target: RollbackTarget;
  /** In the order of the history. */
  readonly standings: readonly Standing[];
}

/** What serves now. */
export interface Serving {
  readonly revision: string;
  /** The deployment that made the PRIMARY task set; undefined for the one created with the service. */
  readonly deployment?: string | undefined;
}

/** Begins the description of every deployment that the rollback action makes. */
export const ROLLBACK_WORDS = 'Rollback from ';

function byHand({ description }: DeploymentState): boolean {
  return description.startsWith(ROLLBACK_WORDS);
}

function byCodeDeploy({ creator }: DeploymentState): boolean {
  return creator === 'codeDeployRollback';
}

/**
 * The last revision that succeeded and served before the one that serves now. Failed and stopped deployments don't count,
 * and what a rollback went back from doesn't either. A release that failed and was taken back has nothing left to go back
 * from: whoever wants to go further has to say where, or a rollback that follows a failed release would lead users to the
 * version before the good one. The task set with which the service was created has no deployment, so that a placeholder is
 * never a target.
 * @param history newest first
 */
export function rollbackTarget(history: readonly PastDeployment[], serving: Serving): JudgedHistory {
  const standings: Standing[] = [];
  let found: PastDeployment | undefined;
  let unknown: PastDeployment | undefined;
  let undone: string | undefined;
  for (const past of history) {
    const { deployment, revision } = past;
    if (deployment.status !== 'Succeeded') {
      standings.push('unsuccessful');
    } else if (undone !== undefined && revision !== undone) {
      standings.push('undone');
    } else {
      undone = byHand(deployment) || byCodeDeploy(deployment) ? revision : undefined;
      if (revision === undefined) {
        standings.push('unknown');
        if (found === undefined) unknown ??= past;
      } else if (revision === serving.revision) {
        standings.push('serving');
      } else if (found === undefined && unknown === undefined) {
        standings.push('target');
        found = past;
      } else {
        standings.push('earlier');
      }
    }
  }
  const arrived = whyThere(history, serving);
  if (arrived === undefined) return { target: targetOf(found, unknown), standings };
  return {
    target: { kind: 'alreadyThere', reason: arrived, next: found },
    standings: standings.map((one) => (one === 'target' ? 'earlier' : one)),
  };
}

function targetOf(found: PastDeployment | undefined, unknown: PastDeployment | undefined): RollbackTarget {
  if (found?.revision !== undefined) return { kind: 'found', past: found, revision: found.revision };
  if (unknown !== undefined) return { kind: 'unknown', past: unknown };
  return { kind: 'none', reason: 'no earlier deployment of the group succeeded with another revision' };
}

/** Why what serves is what a rollback leads to; undefined when it is not. */
function whyThere(history: readonly PastDeployment[], serving: Serving): string | undefined {
  const newest = history.find(({ deployment }) => deployment.status === 'Succeeded');
  if (newest !== undefined && byHand(newest.deployment) && newest.revision === serving.revision) {
    return `deployment ${newest.deployment.id} has already gone back to it`;
  }
  const last = history.find(({ deployment }) => !byCodeDeploy(deployment) && !byHand(deployment))?.deployment;
  if (last === undefined || !['Failed', 'Stopped'].includes(last.status)) return undefined;
  // Stopped after the shift and without a rollback, it serves nevertheless.
  if (last.id === serving.deployment) return undefined;
  return `the newest release, deployment ${last.id}, ended ${last.status} and is not in service`;
}
