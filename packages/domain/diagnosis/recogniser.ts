/** One known failure: how it reads, why it happens, how to mend it. */
export interface Recogniser {
  /** Stable name; findings carry it, tests and documents refer to it. */
  readonly id: string;
  /** Any of them recognises it. They hold no account id, region, name, digest or count, and only the early part of long texts. */
  readonly patterns: readonly RegExp[];
  /** Counts only in observations of such a source. */
  readonly from?: RegExp;
  /** One or two sentences: the likeliest cause first. */
  readonly cause: string;
  readonly fix: string;
  readonly url: string;
  /** `symptom`: only says that something else failed. `outer`: true but vague; anything inside it says more. */
  readonly vague?: 'symptom' | 'outer';
}
