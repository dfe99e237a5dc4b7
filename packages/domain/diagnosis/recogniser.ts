import type { Place } from './source.ts';

/**
 * One known failure: how it reads, why it happens, how to mend it. Cause and fix may name what the pattern's named groups caught:
 * `{variable}`, or `{variable|the variable}` with the words for when nothing was caught.
 */
export interface Recogniser {
  /** Stable name; findings carry it, tests and documents refer to it. */
  readonly id: string;
  /**
   * Any of them recognises it, in text that `readLines` has normalised: one blank between words, no colours, straight quotes. They hold
   * no account id, region, name, digest or count, and only the early part of long texts. A pattern with `\n` reads several lines.
   */
  readonly patterns: readonly RegExp[];
  /** Places in which it may match. */
  readonly where: readonly Place[];
  /** Its words are common ones, as of a code: it counts in its places alone, never in text of unknown origin. */
  readonly strict?: boolean;
  /** One or two sentences: the likeliest cause first. */
  readonly cause: string;
  readonly fix: string;
  readonly url: string;
  /**
   * `kind`: a general form; a row that knows more about the same line goes before it. `outer`: true but vague; anything inside it says more.
   * `symptom`: only says that something else failed.
   */
  readonly vague?: 'kind' | 'outer' | 'symptom';
}

/** Places in which AWS quotes its own refusals: an error of ECS stands in events of a stack or a deployment as well. */
export const AWS_PLACES: readonly Place[] = ['call', 'stack', 'deployment', 'service', 'task'];

/** Rows of one table; those that name no place of their own take the table's. */
export function rowsAt(
  where: readonly Place[],
  rows: readonly (Omit<Recogniser, 'where'> & Partial<Pick<Recogniser, 'where'>>)[],
): readonly Recogniser[] {
  return rows.map((row) => ({ where, ...row }));
}
