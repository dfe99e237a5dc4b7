import type { RunContext } from '../run-context.ts';

/**
 * Tags by which a revision tells where it came from. register-taskdef writes them; the guard against stale commits, the
 * rollback to a commit or digest, and a registration whose answer was lost read them.
 */
export const TRACE_TAGS = {
  /** The commit's 40 hexadecimal digits. */
  commit: 'cutover:commit',
  /** URL of the workflow run. */
  run: 'cutover:run',
  /** `sha256:…` of the image that the inputs named; absent when they named several or none by digest. */
  digest: 'cutover:digest',
} as const;

/** Longest value of a tag. */
const LONGEST = 256;

/** What the tags of a revision tell; absent members were not written. */
export interface Trace {
  readonly commit?: string;
  readonly runUrl?: string;
  readonly digest?: string;
}

/** Reads where a revision came from. */
export function traceOf(tags: ReadonlyMap<string, string>): Trace {
  const commit = tags.get(TRACE_TAGS.commit);
  const runUrl = tags.get(TRACE_TAGS.run);
  const digest = tags.get(TRACE_TAGS.digest);
  return {
    ...(commit === undefined ? {} : { commit }),
    ...(runUrl === undefined ? {} : { runUrl }),
    ...(digest === undefined ? {} : { digest }),
  };
}

/** The base's tags, the input's over them, and where the revision comes from. An older origin is never kept. */
export function revisionTags(
  base: ReadonlyMap<string, string>,
  given: ReadonlyMap<string, string>,
  run: RunContext,
  digest: string | undefined,
): ReadonlyMap<string, string> {
  const trace = [
    [TRACE_TAGS.commit, run.commit],
    [TRACE_TAGS.run, run.runUrl],
    [TRACE_TAGS.digest, digest ?? ''],
  ] as const;
  return new Map([
    ...[...base].filter(([key]) => !isReserved(key)),
    ...given,
    ...trace.filter(([, value]) => value !== '' && value.length <= LONGEST),
  ]);
}

/** Keys of AWS, which nobody else may write, and our own. */
export function isReserved(key: string): boolean {
  return /^(aws|cutover):/i.test(key);
}
