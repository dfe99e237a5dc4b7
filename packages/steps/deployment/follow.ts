import { hasShiftedWholly } from '@cutover/domain/deployment/phase';
import { deploymentChanges } from '@cutover/domain/deployment/progress';
import type { DeploymentBudget } from '@cutover/domain/deployment/budget';
import type { DeploymentLook } from '@cutover/domain/deployment/look';
import {
  judgeDeployment,
  type DeploymentVerdict,
  type Expectation,
} from '@cutover/domain/deployment/verdict';
import { AccessDeniedError } from '@cutover/domain/errors';
import type { SettlingVerdict } from '@cutover/domain/target/settling';
import { wait, type WaitResult } from '@cutover/domain/wait';
import type { World } from '../world.ts';
import { abortable } from './abortable.ts';
import type { Engine } from './engine.ts';
import type { Lookout } from './lookout.ts';
import type { Expected, ProductionProof } from './production.ts';

/** Polls for which a serving revision other than the deployed one may be a stale answer. */
export const STALE_POLLS = 6;
/** How long a last look is tried again when AWS can't be reached at the deadline. */
const LAST_LOOK_MS = 30_000;
/** Between two assurances that nothing changed, in milliseconds. */
const REASSURANCE_MS = 60_000;

/** How long the engine may not know a deployment after its creation (eventual consistency), in milliseconds. */
const UNKNOWN_MS = 60_000;

/** A right that is missing for looking is named; what the engine did is not taken back for it. */
const SEEN_BY_ENGINE_ALONE: SettlingVerdict = { kind: 'settled' };

export type Followed = {
  /** The newest look. */
  readonly look: DeploymentLook;
} & (
  | { readonly kind: Exclude<DeploymentVerdict['kind'], 'pending'>; readonly verdict: DeploymentVerdict }
  | Extract<WaitResult<unknown>, { kind: 'timedOut' }>
  /** Traffic has shifted, and production's requests do not reach healthy targets of the revision. */
  | Extract<SettlingVerdict, { kind: 'sick' | 'misrouted' }>
);

/**
 * Follows one deployment until it is decided, and reports every change once.
 * @throws the signal's reason when the step is cancelled; errors of the AWS calls
 */
export async function follow(
  world: World,
  engine: Engine,
  lookout: Lookout,
  expected: Expectation,
  options: { readonly budget: DeploymentBudget; readonly intervalMs: number; readonly startedAt: number },
  proof: ProductionProof,
): Promise<Followed> {
  const { clock, progress, signal } = world;
  const { id } = lookout;
  const deadline = options.startedAt + options.budget.totalMs;
  const followedSince = clock.now();
  let unproven = 0;
  let blind = false;
  let reassuredAt = clock.now();
  const result = await wait<Followed>(
    async () => {
      const before = lookout.newest;
      const next = await abortable(signal, lookout.look()).catch((error: unknown) => {
        if (before === undefined && lookout.isUnknown(error) && clock.now() - followedSince < UNKNOWN_MS)
          return undefined;
        throw error;
      });
      if (next === undefined) return { state: 'pending', reason: `${engine.name} does not know ${id} yet` };
      const changes = deploymentChanges(before, next);
      for (const change of changes) progress.report(change);
      if (changes.length > 0) reassuredAt = clock.now();
      const seen = next.progress;
      const verdict = judgeDeployment(seen, expected);
      const reached = verdict.kind === 'reached';
      if (
        expected.waitUntil !== 'ready' &&
        hasShiftedWholly(seen) &&
        (reached || verdict.kind === 'pending')
      ) {
        const proven = blind
          ? SEEN_BY_ENGINE_ALONE
          : await abortable(signal, proof.look(expectedOf(next, engine.answeredAt()), reached)).catch(
              (error: unknown) => {
                if (!(error instanceof AccessDeniedError)) throw error;
                blind = true;
                progress.report({
                  type: 'warning',
                  what: `Whether healthy targets get production’s requests could not be seen: ${error.message}`,
                  fix: error.fix,
                });
                return SEEN_BY_ENGINE_ALONE;
              },
            );
        if (proven.kind === 'sick' || proven.kind === 'misrouted')
          return { state: 'done', value: { ...proven, look: next } };
        if (proven.kind === 'pending') return { state: 'pending', reason: proven.reason };
      }
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
      jitter: lookout.jitter,
      lastLookMs: LAST_LOOK_MS,
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
  return { ...result, look: lookout.newest };
}

function expectedOf(look: DeploymentLook, now: number): Expected {
  const { progress, replacement, service } = look;
  return {
    shiftedAt: progress.shiftedAt ?? now,
    now,
    desired: replacement?.desired ?? service.desired,
    targetGroup: replacement?.targetGroup,
  };
}
