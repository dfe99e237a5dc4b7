// eslint-disable-next-line typescript/consistent-type-definitions -- outputs need an index signature
export type Outputs = {
  /** Of the target group that has the fewest. */
  readonly 'healthy-count': number;
  /** Several are separated by commas. */
  readonly 'target-group-arn'?: string | undefined;
  readonly 'task-definition-arn'?: string | undefined;
  /** JSON: one object a target. */
  readonly targets: string;
};
