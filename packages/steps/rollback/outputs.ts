// eslint-disable-next-line typescript/consistent-type-definitions -- outputs need an index signature
export type Outputs = {
  /** What serves in the end. */
  readonly 'task-definition-arn'?: string | undefined;
  /** What served before. */
  readonly 'previous-task-definition-arn'?: string | undefined;
  readonly 'deployment-id'?: string | undefined;
  readonly 'deployment-status'?: string | undefined;
  /** JSON: the newest deployments, and which of them may be gone back to. */
  readonly candidates?: string | undefined;
};
