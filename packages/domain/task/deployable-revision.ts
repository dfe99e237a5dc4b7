/** A registered task definition, as far as deploying it and explaining its failures needs it. */
export interface DeployableRevision {
  readonly arn: string;
  readonly status: 'ACTIVE' | 'INACTIVE' | 'DELETE_IN_PROGRESS' | (string & {});
  readonly containers: readonly DeployableContainer[];
  /** Reference of the image of the container that serves. */
  readonly image?: string | undefined;
  /** `awsvpc`, `bridge`, `host` or `none`. */
  readonly networkMode?: string;
  /** Names of the volumes that are to be configured when a service or task is launched. */
  readonly volumesAtLaunch?: readonly string[];
}

export interface DeployableContainer {
  readonly name: string;
  readonly essential: boolean;
  readonly ports: readonly number[];
  /** Where its output goes, when it goes to CloudWatch Logs. */
  readonly log?: {
    readonly group: string;
    readonly streamPrefix: string;
    /** When it is named; else the client's own. */
    readonly region?: string;
  };
}
