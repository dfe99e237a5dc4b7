import type { Deployment } from '@cutover/domain/deployment/deployment';

/** Result of the way back. Ids are those of the deployment that goes back. */
export type TakenBack =
  | { readonly kind: 'rolledBack'; readonly id: string }
  /** Production may be in between. */
  | { readonly kind: 'rollbackFailed'; readonly id: string; readonly deployment: Deployment }
  | { readonly kind: 'rollbackUnfinished'; readonly id: string; readonly status: string }
  /** The engine made no way back. */
  | { readonly kind: 'none' };

/** How the following of a way back is bounded. */
export interface WayBackOptions {
  readonly intervalMs: number;
  readonly signal?: AbortSignal;
  /** For all of it, in milliseconds; without a limit what such things take at most. */
  readonly limitMs?: number;
  /** False: no replacement was ever seen. */
  readonly replaced?: boolean;
}
