import type { MappedTarget, TargetVerdict } from './target-verdict.ts';

/** How often, and how often in a row, a load balancer checks its targets. */
export interface CheckRhythm {
  readonly intervalSeconds: number;
  readonly healthyCount: number;
  readonly unhealthyCount: number;
}

/** How long the targets of a shifted deployment have to prove themselves, in milliseconds. */
export interface Settling {
  /** The targets must stay healthy so long: within it the load balancer finds out that one no longer answers. */
  readonly settleMs: number;
  /** None may be healthy so long before the version counts as one that does not serve. */
  readonly patienceMs: number;
  /** Too few may be healthy so long: ECS replaces a task that it lost. */
  readonly recoveryMs: number;
}

/** A service's grace period is honoured up to this: users are served by these targets already. */
const MOST_GRACE_MS = 120_000;
/** A task needs so long from its start to its first health check. */
const REPLACEMENT_MS = 180_000;
/** Looks that a judgement of "does not serve" takes at least, however much time lies between them. */
const LEAST_LOOKS = 4;

/** The times that follow from the slowest of the target groups' health checks. */
export function settlingOf(groups: readonly CheckRhythm[], graceSeconds: number): Settling {
  const longest = (count: (group: CheckRhythm) => number): number =>
    Math.max(0, ...groups.map((group) => group.intervalSeconds * count(group) * 1000));
  const patienceMs =
    longest(({ healthyCount, unhealthyCount }) => healthyCount + unhealthyCount) +
    Math.min(graceSeconds * 1000, MOST_GRACE_MS);
  return {
    settleMs: longest(({ unhealthyCount }) => unhealthyCount),
    patienceMs,
    recoveryMs: patienceMs + REPLACEMENT_MS,
  };
}

export type SettlingVerdict =
  | { readonly kind: 'pending'; readonly reason: string }
  /** The targets were healthy, and the deployment's own, for the settled time. */
  | { readonly kind: 'settled' }
  /** Requests reach targets that do not serve; with those that were seen, though some may be gone. */
  | { readonly kind: 'sick'; readonly reason: string; readonly targets: readonly MappedTarget[] }
  /** Requests do not reach the deployment's targets. */
  | { readonly kind: 'misrouted'; readonly reason: string };

/** Findings of the listener, not of the targets behind it. */
const OF_THE_LISTENER = new Set(['unreached', 'divided', 'elsewhere']);

/**
 * Judges look after look at the targets that get production's requests. Times are AWS's. The first look may be the only one
 * when it comes a settled time after the shift: a target that failed since would be unhealthy by then.
 */
export class TargetRecord {
  readonly #settling: Settling;
  #okSince: number | undefined;
  #amissSince: number | undefined;
  #noneSince: number | undefined;
  #looks = 0;
  /** The newest look that saw targets in trouble: ECS replaces those, and an empty group explains nothing. */
  #telling: { readonly reason: string; readonly targets: readonly MappedTarget[] } | undefined;

  /** @param shiftedAt when all of production's requests had moved, in epoch milliseconds */
  constructor(settling: Settling, shiftedAt: number) {
    this.#settling = settling;
    this.#okSince = shiftedAt;
    this.#amissSince = shiftedAt;
    this.#noneSince = shiftedAt;
  }

  /** Whether a look at this moment could prove anything. */
  isDue(at: number): boolean {
    return this.#looks > 0 || this.#okSince === undefined || at - this.#okSince >= this.#settling.settleMs;
  }

  /** @param at when the load balancer answered, in epoch milliseconds */
  add(verdict: TargetVerdict, at: number): SettlingVerdict {
    const { settleMs, patienceMs, recoveryMs } = this.#settling;
    const { reason } = verdict;
    if (verdict.ok) {
      this.#looks = 0;
      this.#amissSince = undefined;
      this.#noneSince = undefined;
      this.#okSince ??= at;
      return at - this.#okSince >= settleMs
        ? { kind: 'settled' }
        : { kind: 'pending', reason: `${reason}, and have to stay so for ${settleMs / 1000} s` };
    }
    this.#okSince = undefined;
    this.#looks += 1;
    this.#amissSince ??= at;
    const troubled = verdict.groups
      .flatMap(({ targets }) => targets)
      .filter(({ state }) => state === 'unhealthy' || state === 'unused' || state === 'unavailable');
    if (troubled.length > 0) this.#telling = { reason, targets: troubled };
    if (verdict.groups.some(({ healthy }) => healthy > 0)) this.#noneSince = undefined;
    else this.#noneSince ??= at;
    const late = (since: number | undefined, limit: number): boolean =>
      since !== undefined && at - since >= limit && this.#looks >= LEAST_LOOKS;
    if (late(this.#amissSince, recoveryMs) || late(this.#noneSince, patienceMs)) {
      const misrouted = verdict.groups.some(({ finding }) => OF_THE_LISTENER.has(finding));
      return misrouted ? { kind: 'misrouted', reason } : this.#sick(reason);
    }
    return { kind: 'pending', reason };
  }

  #sick(now: string): SettlingVerdict {
    const seen = this.#telling;
    if (seen === undefined) return { kind: 'sick', reason: now, targets: [] };
    const reason = seen.reason === now ? now : `${now}; before that, ${seen.reason}`;
    return { kind: 'sick', reason, targets: seen.targets };
  }
}
