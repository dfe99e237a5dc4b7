import { parseRevision } from '@cutover/domain/task/revision';

/** DeregisterTaskDefinition has a bucket of 20 calls that fills by one a second, for all jobs of the account. */
const MOST_AT_ONCE = 10;

export interface PrunePlan {
  /** ARNs, oldest first. */
  readonly deregister: readonly string[];
  /** Why an older one stays: by ARN. */
  readonly kept: ReadonlyMap<string, string>;
  /** How many more may go in a later run. */
  readonly later: number;
}

/**
 * Which revisions of a family nothing can need any more: not among the newest `keep`, not in use, and older than the one
 * that serves, as a newer one may be waiting for its deployment.
 * @param revisions ARNs of the ACTIVE ones
 * @param inUse by ARN, with what uses it
 * @param serving what production runs now; nothing may go while it is of another family
 */
export function prunePlan(
  revisions: readonly string[],
  keep: number,
  inUse: ReadonlyMap<string, string>,
  serving: string,
): PrunePlan {
  const number = (arn: string): number => parseRevision(arn)?.number ?? 0;
  const newestFirst = revisions.toSorted((a, b) => number(b) - number(a));
  const family = parseRevision(serving)?.family;
  const kept = new Map<string, string>();
  const unneeded: string[] = [];
  for (const arn of newestFirst.slice(keep)) {
    if (parseRevision(arn)?.family !== family || number(arn) >= number(serving)) continue;
    const use = inUse.get(arn);
    if (use === undefined) unneeded.unshift(arn);
    else kept.set(arn, use);
  }
  const deregister = unneeded.slice(0, MOST_AT_ONCE);
  return { deregister, kept, later: unneeded.length - deregister.length };
}
