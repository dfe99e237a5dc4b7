/** Milestone of a deployment that a step waits for. */
export type WaitUntil = 'ready' | 'traffic-shifted' | 'completed';

/** How long a deployment may take, by what it waits for. */
export interface DeploymentBudget {
  /** Milliseconds. */
  readonly totalMs: number;
  /** `install 60 min + shift 15 min`: why it is so long. */
  readonly reason: string;
}

/** Facts that set the length of a deployment, beside its engine's configuration. */
export interface BudgetQuestion {
  readonly waitUntil: WaitUntil;
  /** Number of hooks that run during the deployment. */
  readonly hooks: number;
  /** The user's own limit, which replaces the sum. */
  readonly minutes?: number | undefined;
  /** How long a gate may take, which then ends the wait before the shift. */
  readonly gateMinutes?: number | undefined;
}
