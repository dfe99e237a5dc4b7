import { quoted } from '../inputs/input.ts';
import type { RunContext } from '../run-context.ts';
import type { Trouble } from '../trouble.ts';

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

/** Tag of a revision that rollback registered again: `family:number` of the one that it copies. */
export const COPY_TAG = 'cutover:copy-of';

/** Longest value of a tag. */
const LONGEST = 256;

/** Facts from the tags of a revision; absent members were not written. */
export interface Trace {
  readonly commit?: string;
  readonly runUrl?: string;
  readonly digest?: string;
  /** `family:number` of the revision that it copies. */
  readonly copyOf?: string;
}

/** Reads where a revision came from. */
export function traceOf(tags: ReadonlyMap<string, string>): Trace {
  const commit = tags.get(TRACE_TAGS.commit);
  const runUrl = tags.get(TRACE_TAGS.run);
  const digest = tags.get(TRACE_TAGS.digest);
  const copyOf = tags.get(COPY_TAG);
  return {
    ...(commit === undefined ? {} : { commit }),
    ...(runUrl === undefined ? {} : { runUrl }),
    ...(digest === undefined ? {} : { digest }),
    ...(copyOf === undefined ? {} : { copyOf }),
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

/** Why ECS takes no such tag, or why it can't be chosen freely; undefined when all is well. */
export function tagProblem(key: string, value: string): Trouble | undefined {
  if (key === '') return { what: 'a tag has no key', fix: 'Write {"key": "…", "value": "…"}.' };
  if (/^aws:/i.test(key)) {
    return {
      what: `the key ${quoted(key)} begins with aws:`,
      fix: 'Choose another key: those that begin with aws: are written by AWS only.',
    };
  }
  if (isReserved(key)) {
    return {
      what: `the key ${quoted(key)} begins with cutover:`,
      fix: 'Choose another key: those that begin with cutover: are written by Cutover only.',
    };
  }
  if (key.length > 128 || value.length > LONGEST) {
    return {
      what: `the tag ${quoted(key)} has a ${key.length > 128 ? `key of ${key.length}` : `value of ${value.length}`} characters`,
      fix: `A key has at most 128 characters, a value ${LONGEST}.`,
    };
  }
  if (TAG_TEXT.test(key) && TAG_TEXT.test(value)) return undefined;
  return {
    what: `the tag ${quoted(`${key}=${value}`)} has characters that ECS takes in no tag`,
    fix: 'Use letters, digits, spaces and _ . : / = + - @ only.',
  };
}

/** Characters that ECS allows in keys and values of tags. */
const TAG_TEXT = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;
