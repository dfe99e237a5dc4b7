import { jitterOf } from '@cutover/domain/deployment-attention';
import { deploymentChanges } from '@cutover/domain/deployment-progress';
import type { DeploymentBudget } from '@cutover/domain/deployment-budget';
import type { DeploymentLook } from '@cutover/domain/deployment-look';
import {
  judgeDeployment,
  type DeploymentVerdict,
  type Expectation,
} from '@cutover/domain/deployment-verdict';
import { AwsCallError } from '@cutover/domain/errors';
import { wait } from '@cutover/domain/wait';
import type { World } from '../world.ts';
import { abortable } from './abortable.ts';
import type { Lookout } from './look.ts';

/** Polls for which a serving revision other than the deployed one may be a stale answer. */
export const STALE_POLLS = 6;
/** Between two assurances that nothing changed, in milliseconds. */
const REASSURANCE_MS = 60_000;

/** So long may CodeDeploy not know a deployment that it has just created. */
const UNKNOWN_MS = 60_000;

function isUnknownYet(error: unknown): boolean {
  return error instanceof AwsCallError && error.code === 'DeploymentDoesNotExistException';
}

export type Followed = {
  /** The newest look. */
  readonly look: DeploymentLook;
} & (
  | { readonly kind: Exclude<DeploymentVerdict['kind'], 'pending'>; readonly verdict: DeploymentVerdict }
  | { readonly kind: 'timedOut'; readonly reason: string; readonly waitedMs: number }
);

/**
 * Follows one deployment until it is decided, and reports every change once.
 * @throws the signal's reason when the step is cancelled; errors of the AWS calls
 */
export async function follow(
  world: World,
  lookout: Lookout,
  expected: Expectation,
  options: { readonly budget: DeploymentBudget; readonly intervalMs: number; readonly startedAt: number },
): Promise<Followed> {
  const { clock, progress, signal } = world;
  const { id } = lookout;
  const deadline = options.startedAt + options.budget.totalMs;
  const followedSince = clock.now();
  let unproven = 0;
  let reassuredAt = clock.now();
  const result = await wait(
    async () => {
      const before = lookout.newest;
      const next = await abortable(signal, lookout.look()).catch((error: unknown) => {
        if (before === undefined && isUnknownYet(error) && clock.now() - followedSince < UNKNOWN_MS)
          return undefined;
        throw error;
      });
      if (next === undefined) return { state: 'pending', reason: `CodeDeploy does not know ${id} yet` };
      const changes = deploymentChanges(before, next);
      for (const change of changes) progress.report(change);
      if (changes.length > 0) reassuredAt = clock.now();
      const verdict = judgeDeployment(next, expected);
      if (verdict.kind === 'pending') return { state: 'pending', reason: verdict.reason };
      if (verdict.kind === 'unproven' && ++unproven < STALE_POLLS) {
        return { state: 'pending', reason: 'the deployed revision is not yet reported as serving' };
      }
      return { state: 'done', value: { kind: verdict.kind, verdict, look: next } };
    },
    {
      clock,
      signal,
      deadline,
      intervalMs: options.intervalMs,
      jitter: jitterOf(options.intervalMs),
      onPending: (reason, waitedMs) => {
        if (clock.now() - reassuredAt < REASSURANCE_MS) return;
        reassuredAt = clock.now();
        progress.report({
          type: 'still.waiting',
          what: reason,
          seconds: Math.round(waitedMs / 1000),
          budgetSeconds: Math.round(options.budget.totalMs / 1000),
        });
      },
    },
  );
  if (result.kind === 'done') return result.value;
  if (lookout.newest === undefined) throw new Error('a wait ends with at least one look');
  return { kind: 'timedOut', reason: result.reason, waitedMs: result.waitedMs, look: lookout.newest };
}
