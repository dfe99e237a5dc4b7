import type { Clock } from '@cutover/domain/clock';
import type { ProxySettings } from '@cutover/domain/proxy';

/** How the clients of this edge reach AWS. */
export interface Connection {
  readonly clock: Clock;
  /**
   * Ends the calls that are under way when it is aborted: reads at once, writes after a short grace, so that their effect
   * is known where possible. A call that begins later is not touched by it: it makes production safe.
   */
  readonly signal: AbortSignal;
  /** Refuses every call that begins after it is aborted, with its reason. For what only reads: nothing is made safe then. */
  readonly closed?: AbortSignal | undefined;
  readonly proxy?: ProxySettings | undefined;
  /** Attempts at one call in total; 8 unless given. */
  readonly attempts?: number | undefined;
}

/** Whether an operation only reads, by its name. */
export function isRead(operation: string): boolean {
  return /^(Describe|Get|List|Batch(Get|Check)|Simulate|Validate|Filter|AssumeRole)/.test(operation);
}
