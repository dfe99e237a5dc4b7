/** Where a deployment is on its way, whichever engine carries it out. */
export type DeploymentPhase =
  | 'created'
  | 'installing'
  /** Waits to be continued before the shift. */
  | 'ready'
  | 'shifting'
  /** All traffic has moved, and the old tasks still run. */
  | 'baking'
  /** The old tasks are being stopped. */
  | 'terminating'
  | 'succeeded'
  | 'failed'
  | 'stopped';

/** State of a deployment at one look, in terms that every engine shares. */
export interface DeploymentProgress {
  readonly phase: DeploymentPhase;
  /** When the phase began, in epoch milliseconds by AWS's clock; undefined when the engine does not tell. */
  readonly since: number | undefined;
  /** Whether all production traffic has moved; hooks after the shift may still run. */
  readonly hasMoved: boolean;
  /** When it had, in epoch milliseconds by AWS's clock. */
  readonly shiftedAt: number | undefined;
  /** Share of the production traffic that the replacement gets, 0 to 100. */
  readonly shiftedPercent: number;
  /** Tasks of the replacement; undefined before it exists. */
  readonly replacement: { readonly running: number; readonly desired: number } | undefined;
  /** Number of tasks that the replacement lost by their own fault. */
  readonly failed: number;
  /** ARN of the revision that serves production; undefined when none does. */
  readonly serving: string | undefined;
  /** The engine's current stage, in its own words. */
  readonly doing: string;
}

const SHIFTED: ReadonlySet<DeploymentPhase> = new Set(['baking', 'terminating', 'succeeded']);
const PAST_READY: ReadonlySet<DeploymentPhase> = new Set(['ready', 'shifting', ...SHIFTED]);
const ENDED: ReadonlySet<DeploymentPhase> = new Set(['succeeded', 'failed', 'stopped']);

/** Whether all production traffic has moved and nothing of the shift is outstanding. */
export function hasShiftedWholly({ phase }: DeploymentProgress): boolean {
  return SHIFTED.has(phase);
}

/** Whether the deployment waits to be continued, or is past that. */
export function isPastInstallation({ phase }: DeploymentProgress): boolean {
  return PAST_READY.has(phase);
}

export function hasEnded({ phase }: DeploymentProgress): boolean {
  return ENDED.has(phase);
}
