import type { Finding } from '@cutover/domain/finding';
import type { Outcome, SummarySection } from '@cutover/domain/outcome';
import type { World } from '../world.ts';

/** How a deployment that was asked for ended; each step makes its own outcome and outputs of it. */
export interface Conclusion {
  readonly kind: Exclude<Outcome['kind'], 'unchanged'>;
  readonly headline: string;
  /** What state production is in, and what to do; empty after a success. */
  readonly remedy: string;
  readonly findings: readonly Finding[];
  readonly summary: readonly SummarySection[];
  readonly deploymentId: string | undefined;
  readonly status: string | undefined;
  readonly rolledBack: boolean;
  readonly rollbackDeploymentId: string | undefined;
  readonly superseded: boolean;
  /** Epoch milliseconds. */
  readonly shiftedAt: number | undefined;
  readonly startedAt: number;
  readonly endedAt: number;
}

/** The command by which a person stops a deployment and goes back. */
export function stopCommand(id: string): string {
  return `aws deploy stop-deployment --deployment-id ${id} --auto-rollback-enabled`;
}

/** What is true of a deployment of which nothing is known yet. */
export function nothingKnown(world: World, startedAt: number): Omit<Conclusion, 'kind' | 'headline'> {
  return {
    remedy: '',
    findings: [],
    summary: [],
    deploymentId: undefined,
    status: undefined,
    rolledBack: false,
    rollbackDeploymentId: undefined,
    superseded: false,
    shiftedAt: undefined,
    startedAt,
    endedAt: world.clock.now(),
  };
}

/** From now on `post:` has nothing to do. */
export function settle(world: World): void {
  world.remember('settled', 'true');
}
