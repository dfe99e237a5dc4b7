/** A diagnosed cause: what was seen, why it happened, how to mend it. */
export interface Finding {
  /** Stable name of the failure, as in `image-not-found`. */
  readonly id: string;
  /** One sentence: the cause. */
  readonly cause: string;
  /** What AWS or a tool said, word for word; no secrets. */
  readonly evidence: readonly string[];
  /** One sentence or two: what to do. */
  readonly fix: string;
  /** Documentation of the cause. */
  readonly url?: string;
}
