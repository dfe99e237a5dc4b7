import type { Fault } from '@cutover/simulator/kernel/faults';

/** An operation as faults name it. */
export interface Operation {
  readonly service: string;
  readonly operation: string;
}

/** How a step ended. */
export type Verdict = 'done' | 'old version serves' | 'by hand' | 'as without the step' | 'out of sight';

export interface CellResult {
  readonly verdict: Verdict | undefined;
  /** What must not be; empty when the cell holds. */
  readonly violations: readonly string[];
  readonly requests: number;
}

/** One moment of a step's life, in which any call may be struck. */
export interface Stage {
  /** The column: `before create`. */
  readonly name: string;
  /** Calls that the step makes in that moment when nothing is wrong. */
  operations(): Promise<readonly Operation[]>;
  play(operation: Operation, fault: Fault): Promise<CellResult>;
}
