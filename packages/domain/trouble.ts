import type { Place } from './text/place.ts';

/**
 * A fault and its fix. Problems of inputs, rules, requirements, findings, outcomes and warnings extend it, so a fault keeps its words
 * from where it is found to where it is shown.
 */
export interface Trouble {
  /** The fault, in sentences that name the resource and the value. */
  readonly what: string;
  /** Fix, in sentences; empty when there is nothing to do. */
  readonly fix: string;
  /** Message of AWS or of a tool, word for word; no secrets. */
  readonly evidence?: readonly string[];
  /** Where the wrong value was written. */
  readonly place?: Place;
  /** Page that shows the resource in the AWS console, or documents the fault. */
  readonly link?: string;
}
