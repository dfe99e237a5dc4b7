import type { Fault } from '@cutover/simulator/kernel/faults';

/** A fault and its name in the table. */
export type NamedFault = readonly [name: string, fault: Fault];

/** The columns within a moment, in the order in which they are printed. */
export const FAULTS: readonly NamedFault[] = [
  ['throttling x3', { throttle: true, times: 3 }],
  ['500', { serverError: 500 }],
  ['connection reset', { reset: 'before' }],
  ['response lost after effect', { reset: 'after' }],
  ['5 s latency', { latencyMs: 5000 }],
  ['AccessDenied', { deny: true, times: 'always' }],
];

/** Faults that every repetition meets again, beside a refusal by IAM. */
export const OUTAGES: readonly NamedFault[] = [
  ['500 for good', { serverError: 500, times: 'always' }],
  ['connection reset for good', { reset: 'before', times: 'always' }],
  ['throttling for good', { throttle: true, times: 'always' }],
];

/** Whether a fault lasts that a step hopes to see the end of. */
export function isOutage(fault: Fault | undefined): boolean {
  return lasts(fault) && fault?.deny === undefined;
}

/** Whether whoever meets the fault meets it again, however often the call is repeated. */
export function lasts(fault: Fault | undefined): boolean {
  return fault?.times === 'always';
}
