import type { Deployment } from './deployment.ts';

/** A deployment of the past, with what it deployed. */
export interface PastDeployment {
  readonly deployment: Deployment;
  /** ARN; undefined when the engine can't tell it, or was not asked. */
  readonly revision: string | undefined;
  /** Why the engine can't tell the revision; ends a sentence. */
  readonly whyUnknown: string;
}

/** Role of a past deployment in a rollback. */
export type Standing =
  /** Where a rollback leads by itself. */
  | 'target'
  /** Served once, before the target. */
  | 'earlier'
  /** Serves now. */
  | 'serving'
  /** Succeeded, and was gone back from; never a target by itself. */
  | 'undone'
  /** Deployed by the run whose deployments are all gone back from; never a target by itself. */
  | 'sameRun'
  /** Failed, was stopped, or is under way. */
  | 'unsuccessful'
  /** Succeeded with a revision that nobody can tell any more. */
  | 'unknown';

export type RollbackTarget =
  | { readonly kind: 'found'; readonly past: PastDeployment; readonly revision: string }
  /** The target of the rollback serves already; `next` is the revision that served before it. */
  | { readonly kind: 'alreadyThere'; readonly reason: string; readonly next: PastDeployment | undefined }
  /** The revision that served before is unknown, so anything older would be a guess. */
  | { readonly kind: 'unknown'; readonly past: PastDeployment }
  /** The newest deployment that succeeded is not what serves, so the history does not tell what served before. */
  | { readonly kind: 'notServing'; readonly past: PastDeployment }
  | { readonly kind: 'none'; readonly reason: string };

export interface JudgedHistory {
  readonly target: RollbackTarget;
  /** In the order of the history. */
  readonly standings: readonly Standing[];
}

/** The revision that serves now. */
export interface Serving {
  readonly revision: string;
  /** Id of the deployment that made the tasks that serve; undefined for those created with the service. */
  readonly deployment?: string | undefined;
}

/** Whether the rollback action or the engine made the deployment to go back. */
export function goesBack({ isAutomaticRollback, marks }: Deployment): boolean {
  return marks.isRollback || isAutomaticRollback;
}

/**
 * The last revision that succeeded and served before the one that serves now. Failed and stopped deployments don't count,
 * and what a rollback went back from doesn't either. A release that failed and was taken back has nothing left to go back
 * from: whoever wants to go further has to say where, or a rollback that follows a failed release would lead users to the
 * version before the good one. The tasks with which the service was created have no deployment, so that a placeholder is
 * never a target.
 * @param history newest first
 * @param isOfRun tells deployments of the run that is gone back from as a whole: none of them is a target
 */
export function rollbackTarget(
  history: readonly PastDeployment[],
  serving: Serving,
  isOfRun?: (past: PastDeployment) => boolean,
): JudgedHistory {
  const standings: Standing[] = [];
  let found: PastDeployment | undefined;
  let unknown: PastDeployment | undefined;
  let undone: string | undefined;
  for (const past of history) {
    const { deployment, revision } = past;
    if (deployment.ended !== 'succeeded') {
      standings.push('unsuccessful');
    } else if (undone !== undefined && revision !== undone) {
      standings.push('undone');
    } else {
      undone = goesBack(deployment) ? revision : undefined;
      if (revision === undefined) {
        standings.push('unknown');
        if (found === undefined) unknown ??= past;
      } else if (revision === serving.revision) {
        standings.push('serving');
      } else if (isOfRun?.(past) === true) {
        standings.push('sameRun');
      } else if (found === undefined && unknown === undefined) {
        standings.push('target');
        found = past;
      } else {
        standings.push('earlier');
      }
    }
  }
  // A run that is gone back from as a whole is known to serve.
  const arrived = isOfRun === undefined ? whyThere(history, serving) : undefined;
  if (arrived === undefined) {
    const newest = newestOutOfService(history, serving);
    const target =
      newest === undefined ? targetOf(found, unknown) : ({ kind: 'notServing', past: newest } as const);
    return { target, standings };
  }
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
  const newest = history.find(({ deployment }) => deployment.ended === 'succeeded');
  if (newest !== undefined && newest.deployment.marks.isRollback && newest.revision === serving.revision) {
    return `deployment ${newest.deployment.id} has already gone back to it`;
  }
  const last = history.find(({ deployment }) => !goesBack(deployment))?.deployment;
  if (last === undefined || last.ended === undefined || last.ended === 'succeeded') return undefined;
  // Stopped after the shift and without a rollback, it serves nevertheless.
  if (last.id === serving.deployment) return undefined;
  return `the newest release, deployment ${last.id}, ended ${last.status} and is not in service`;
}

/**
 * The newest deployment that succeeded, when something else serves: then somebody changed the service in another way, or
 * ECS's answer is older than the engine's.
 */
export function newestOutOfService(
  history: readonly PastDeployment[],
  serving: Serving,
): PastDeployment | undefined {
  const at = history.findIndex(({ deployment }) => deployment.ended === 'succeeded');
  const newest = history[at];
  if (newest === undefined || newest.revision === serving.revision) return undefined;
  // A newer one that was stopped after its shift serves as well.
  const serves = history.slice(0, at + 1).some(({ deployment }) => deployment.id === serving.deployment);
  return serves ? undefined : newest;
}
