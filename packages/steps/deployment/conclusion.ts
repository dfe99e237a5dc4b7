import type { Finding } from '@cutover/domain/finding';
import type { SummarySection } from '@cutover/domain/outcome';
import type { World } from '../world.ts';

/** Facts about a deployment, however it ended. Times are epoch milliseconds. */
interface Seen {
  readonly what: string;
  readonly summary: readonly SummarySection[];
  readonly deploymentId: string | undefined;
  readonly status: string | undefined;
  readonly shiftedAt: number | undefined;
  readonly startedAt: number;
  readonly endedAt: number;
}

/** Further facts about a deployment that did not succeed. */
interface Amiss extends Seen {
  /** State of production, and the next thing to do. */
  readonly fix: string;
  readonly findings: readonly Finding[];
  /** Whether a third revision serves. */
  readonly superseded: boolean;
}

/** How a deployment that was asked for ended; each step makes its own outcome and outputs of it. */
export type Conclusion =
  | (Seen & { readonly kind: 'succeeded' })
  /** The revision from before serves again. */
  | (Amiss & {
      readonly kind: 'rolledBack';
      readonly rolledBack: true;
      readonly rollbackDeploymentId: string;
    })
  | (Amiss & {
      readonly kind: 'failed' | 'timedOut';
      readonly rolledBack: false;
      readonly rollbackDeploymentId: string | undefined;
    })
  /** The job was cancelled; the way back may be finished or not. */
  | (Amiss & {
      readonly kind: 'cancelled';
      readonly rolledBack: boolean;
      readonly rollbackDeploymentId: string | undefined;
    });

/** Facts about a deployment of which nothing is known yet. */
export function nothingKnown(world: World, startedAt: number) {
  return {
    summary: [] as readonly SummarySection[],
    deploymentId: undefined as string | undefined,
    status: undefined as string | undefined,
    shiftedAt: undefined as number | undefined,
    startedAt,
    endedAt: world.clock.now(),
  };
}

/** The same, when it did not succeed. */
export function nothingRestored(world: World, startedAt: number) {
  return {
    ...nothingKnown(world, startedAt),
    findings: [] as readonly Finding[],
    superseded: false,
    rolledBack: false as const,
    rollbackDeploymentId: undefined as string | undefined,
  };
}

/** From now on `post:` has nothing to do. */
export function settle(world: World): void {
  world.remember('settled', 'true');
}
