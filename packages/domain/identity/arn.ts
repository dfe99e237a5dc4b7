/** `arn:partition:service:region:account:resource` taken apart. */
export interface Arn {
  readonly partition: string;
  readonly service: string;
  readonly region: string;
  readonly account: string;
  readonly resource: string;
}

const PATTERN = /^arn:(aws[\w-]*):([\w-]+):([\w-]*):(\d{12}|):(.+)$/;

export function parseArn(text: string): Arn | undefined {
  const [, partition, service, region, account, resource] = PATTERN.exec(text) ?? [];
  if (partition === undefined || service === undefined || resource === undefined) return undefined;
  return { partition, service, region: region ?? '', account: account ?? '', resource };
}

/** The last segment of a resource: a task's id, a service's or cluster's name. */
export function lastSegment(arn: string): string {
  return arn.slice(Math.max(arn.lastIndexOf('/'), arn.lastIndexOf(':')) + 1);
}
