import type { OutputKinds, OutputsOf } from '@cutover/domain/outcome';

/** Outputs of the pipeline; each value is set as soon as it is true. */
export const OUTPUTS = {
  image: 'string',
  digest: 'string',
  /** The revision that was registered or found for this run. */
  'task-definition-arn': 'string',
  /** The revision that served before. */
  'previous-task-definition-arn': 'string',
  changed: 'boolean',
  'migration-task-arn': 'string',
  'migration-exit-code': 'number',
  /** The database as it was before the migration. */
  'snapshot-id': 'string',
  'deployment-id': 'string',
  'codedeploy-deployment-id': 'string',
  'deployment-status': 'string',
  'rolled-back': 'boolean',
  'rollback-deployment-id': 'string',
  superseded: 'boolean',
  'traffic-shifted-at': 'string',
  'healthy-count': 'number',
  /** Where users reach the service. */
  'service-url': 'string',
} as const satisfies OutputKinds;

export type PipelineOutputs = OutputsOf<typeof OUTPUTS>;
