import type { DeploymentState } from './deployment.ts';

/** A deployment of the past, with what it deployed. */
export interface PastDeployment {
  readonly deployment: DeploymentState;
  /** ARN; undefined when its AppSpec can't be read any more, or was not looked for. */
  readonly revision: string | undefined;
}

export type RollbackTarget =
  | { readonly kind: 'found'; readonly past: PastDeployment; readonly revision: string }
  /** What serves is where a rollback would lead. */
  | { readonly kind: 'alreadyThere'; readonly reason: string }
  | { readonly kind: 'none'; readonly reason: string };

/** Begins the description of every deployment that the rollback action makes. */
export const ROLLBACK_WORDS = 'Rollback from ';

function byHand({ description }: DeploymentState): boolean {
  return description.startsWith(ROLLBACK_WORDS);
}

/** Whether a deployment took something back, so that what it took back never counts as good again. */
function isRollback(deployment: DeploymentState): boolean {
  return byHand(deployment) || deployment.creator === 'codeDeployRollback';
}

/**
 * The last revision that succeeded and served before the one that serves now. Failed and stopped deployments don't count,
 * and what an earlier rollback went back from doesn't either. The task set with which the service was created has no
 * deployment, so that a placeholder is never a target.
 * @param history newest first
 */
export function rollbackTarget(history: readonly PastDeployment[], serving: string): RollbackTarget {
  const succeeded = history.filter(({ deployment }) => deployment.status === 'Succeeded');
  const newest = succeeded[0];
  if (newest !== undefined && byHand(newest.deployment) && newest.revision === serving) {
    return {
      kind: 'alreadyThere',
      reason: `deployment ${newest.deployment.id} has already gone back to it`,
    };
  }
  let undone: string | undefined;
  for (const past of succeeded) {
    const { deployment, revision } = past;
    if (revision === undefined || (undone !== undefined && revision !== undone)) continue;
    undone = isRollback(deployment) ? revision : undefined;
    if (undone === undefined && revision !== serving) return { kind: 'found', past, revision };
  }
  const last = history.find(({ deployment }) => deployment.creator !== 'codeDeployRollback');
  return last !== undefined && ['Failed', 'Stopped'].includes(last.deployment.status)
    ? {
        kind: 'alreadyThere',
        reason: `deployment ${last.deployment.id}, the newest, ended ${last.deployment.status} and is not in service`,
      }
    : { kind: 'none', reason: 'no earlier deployment of the group succeeded with another revision' };
}
