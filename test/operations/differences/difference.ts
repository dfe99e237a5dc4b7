/** One difference of the simulator and moto, with the source that says who is right. */
export interface Difference {
  readonly operation: string;
  /** Names of cases, or paths and types of members of the answer. */
  readonly where: readonly string[];
  readonly simulator: string;
  readonly moto: string;
  /** `unknown`: no source decides, and nothing here depends on it. */
  readonly right: 'simulator' | 'moto' | 'unknown';
  /** The published API model (botocore's), a page below docs.aws.amazon.com, or why nothing decides. */
  readonly source: string;
}
