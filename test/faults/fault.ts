import type { Fault } from '@cutover/simulator/kernel/faults';

/** The columns within a moment, in the order in which they are printed. */
export const FAULTS: readonly (readonly [name: string, fault: Fault])[] = [
  ['throttling x3', { throttle: true, times: 3 }],
  ['500', { serverError: 500 }],
  ['connection reset', { reset: 'before' }],
  ['response lost after effect', { reset: 'after' }],
  ['5 s latency', { latencyMs: 5000 }],
  ['AccessDenied', { deny: true, times: 'always' }],
];
