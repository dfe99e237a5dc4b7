/** A safety rule, what removes it from the sources, and the tests that must then fail. */
export interface MutationRow {
  /** What must never happen, as a sentence. */
  readonly rule: string;
  /** The file that holds the rule, from the root of the repository. */
  readonly file: string;
  /** The source text to replace; it occurs exactly once in the file. */
  readonly find: string;
  readonly replace: string;
  /** The fewest test files that must fail. */
  readonly tests: readonly string[];
  /** Runs only tests whose full name matches this pattern, as Jest's `-t`. */
  readonly only?: string;
}
