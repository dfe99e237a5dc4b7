import type { OutputKinds, OutputsOf } from '@cutover/domain/outcome';

/** Outputs of `rollback`. */
export const OUTPUTS = {
  /** The revision that serves in the end. */
  'task-definition-arn': 'string',
  /** The revision that served before. */
  'previous-task-definition-arn': 'string',
  'deployment-id': 'string',
  /** The same, by the name that AWS's action gives it. */
  'codedeploy-deployment-id': 'string',
  'deployment-status': 'string',
  /** Whether this step took the service back. */
  'rolled-back': 'boolean',
  /** JSON: the newest deployments, and which of them may be gone back to. */
  candidates: 'string',
} as const satisfies OutputKinds;

export type RollbackOutputs = OutputsOf<typeof OUTPUTS>;
