/** What the pipeline leaves; each value is there as soon as it is true. */
export type PipelineOutputs = {
  readonly image?: string | undefined;
  readonly digest?: string | undefined;
  /** The revision that was registered or found for this run. */
  readonly 'task-definition-arn'?: string | undefined;
  /** The revision that served before. */
  readonly 'previous-task-definition-arn'?: string | undefined;
  readonly changed?: boolean | undefined;
  readonly 'migration-task-arn'?: string | undefined;
  readonly 'migration-exit-code'?: number | undefined;
  /** The database as it was before the migration. */
  readonly 'snapshot-id'?: string | undefined;
  readonly 'deployment-id'?: string | undefined;
  readonly 'codedeploy-deployment-id'?: string | undefined;
  readonly 'deployment-status'?: string | undefined;
  readonly 'rolled-back'?: boolean | undefined;
  readonly 'rollback-deployment-id'?: string | undefined;
  readonly superseded?: boolean | undefined;
  readonly 'traffic-shifted-at'?: string | undefined;
  readonly 'healthy-count'?: number | undefined;
};

export const OUTPUT_NAMES = [
  'image',
  'digest',
  'task-definition-arn',
  'previous-task-definition-arn',
  'changed',
  'migration-task-arn',
  'migration-exit-code',
  'snapshot-id',
  'deployment-id',
  'codedeploy-deployment-id',
  'deployment-status',
  'rolled-back',
  'rollback-deployment-id',
  'superseded',
  'traffic-shifted-at',
  'healthy-count',
] as const satisfies readonly (keyof PipelineOutputs)[];
