import type { WaitUntil } from './budget.ts';
import { hasEnded, hasShiftedWholly, isPastInstallation, type DeploymentProgress } from './phase.ts';

/** Expectations of a deployment. */
export interface Expectation {
  readonly waitUntil: WaitUntil;
  /** ARN that has to serve in the end. */
  readonly revision: string;
  /** ARN that served before. */
  readonly previous: string;
  /** Failed tasks of the replacement that make a crash loop; 0: no number does. */
  readonly maxFailedTasks: number;
  /** Whether `ready` may be reached while tasks of the replacement are missing: a gate will look at them. */
  readonly gated?: boolean | undefined;
}

export type DeploymentVerdict =
  | { readonly kind: 'pending'; readonly reason: string }
  /** The milestone is reached and, unless it is `ready`, our revision serves. */
  | { readonly kind: 'reached' }
  /** The milestone is reached, yet the old revision is still reported as serving: stale, or wrong. */
  | { readonly kind: 'unproven'; readonly serving: string | undefined }
  /** A third revision serves. */
  | { readonly kind: 'superseded'; readonly serving: string }
  /** It ended otherwise than it should. */
  | { readonly kind: 'ended' }
  | { readonly kind: 'crashLoop'; readonly failed: number };

/** Judges one look at our deployment. Success needs both our deployment's milestone and our revision in service. */
export function judgeDeployment(progress: DeploymentProgress, expected: Expectation): DeploymentVerdict {
  const { failed, phase } = progress;
  if (phase === 'failed' || phase === 'stopped') return { kind: 'ended' };
  const reached = hasReached(progress, expected.waitUntil);
  if (reached || progress.hasMoved) {
    const overtaken = proof(progress, expected);
    if (overtaken.kind === 'superseded') return overtaken;
  }
  // As long as the deployment is active, the old tasks are there to go back to, after the milestone too.
  if (!hasEnded(progress) && expected.maxFailedTasks > 0 && failed >= expected.maxFailedTasks) {
    return { kind: 'crashLoop', failed };
  }
  if (!reached) return { kind: 'pending', reason: progress.doing };
  const missing =
    expected.waitUntil === 'ready' && expected.gated !== true ? missingTasks(progress) : undefined;
  return missing === undefined ? proof(progress, expected) : { kind: 'pending', reason: missing };
}

/** Why a deployment that could be continued should not be: not all tasks of the replacement run. */
function missingTasks({ replacement }: DeploymentProgress): string | undefined {
  return replacement === undefined || replacement.running >= replacement.desired
    ? undefined
    : `${replacement.running} of ${replacement.desired} tasks of the replacement run`;
}

function hasReached(progress: DeploymentProgress, waitUntil: WaitUntil): boolean {
  switch (waitUntil) {
    case 'completed':
      return progress.phase === 'succeeded';
    case 'traffic-shifted':
      return hasShiftedWholly(progress);
    case 'ready':
      // Another caller may have continued it between two looks.
      return isPastInstallation(progress);
  }
}

function proof(
  progress: DeploymentProgress,
  { waitUntil, revision, previous }: Expectation,
): DeploymentVerdict {
  const now = progress.serving;
  if (waitUntil === 'ready' && !hasEnded(progress)) return { kind: 'reached' };
  if (now === revision) return { kind: 'reached' };
  return now === undefined || now === previous
    ? { kind: 'unproven', serving: now }
    : { kind: 'superseded', serving: now };
}
