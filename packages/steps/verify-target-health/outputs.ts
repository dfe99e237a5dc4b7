import type { OutputKinds, OutputsOf } from '@cutover/domain/outcome';

/** Outputs of `verify-target-health`. */
export const OUTPUTS = {
  /** Of the target group that has the fewest. */
  'healthy-count': 'number',
  /** Several are separated by commas. */
  'target-group-arn': 'string',
  'task-definition-arn': 'string',
  /** Where users reach what was proven; unknown without a stack and `url`. */
  'service-url': 'string',
  /** JSON: one object a target. */
  targets: 'string',
} as const satisfies OutputKinds;

export type VerifyOutputs = OutputsOf<typeof OUTPUTS, 'healthy-count' | 'targets'>;
