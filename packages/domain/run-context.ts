/** The run that a step belongs to, as GitHub tells it. */
export interface RunContext {
  /** `owner/name` */
  readonly repository: string;
  /** Numeric ids of the repository and its owner, which a new owner of the names never gets. */
  readonly repositoryId?: string;
  readonly ownerId?: string;
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
  /** `https://github.com/owner/name`; absent outside of a workflow. */
  readonly repositoryUrl?: string;
  /** First line of the commit's message, where the event tells it. */
  readonly commitTitle?: string;
}
