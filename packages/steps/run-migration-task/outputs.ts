import type { OutputKinds, OutputsOf } from '@cutover/domain/outcome';

/** Outputs of `run-migration-task`; all are unset when no task was started. */
export const OUTPUTS = {
  'task-arn': 'string',
  'run-task-arn': 'string',
  'task-id': 'string',
  'exit-code': 'number',
  'stopped-reason': 'string',
  'log-url': 'string',
  'duration-seconds': 'number',
  'snapshot-id': 'string',
  'log-tail': 'string',
  'log-output': 'string',
} as const satisfies OutputKinds;

export type MigrationOutputs = OutputsOf<typeof OUTPUTS>;
