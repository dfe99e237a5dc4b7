/** The run that a step belongs to, as GitHub tells it. */
export interface RunContext {
  /** `owner/name` */
  readonly repository: string;
  /** 40 hexadecimal digits. */
  readonly commit: string;
  /** `refs/heads/main` */
  readonly ref: string;
  readonly runId: string;
  readonly runAttempt: string;
  readonly job: string;
  /** GITHUB_ACTION: tells two steps of one job apart that call the same action. */
  readonly step?: string;
  /** `https://github.com/owner/name/actions/runs/1` */
  readonly runUrl: string;
  readonly actor: string;
}
