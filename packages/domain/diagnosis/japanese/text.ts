/** Cause and fix of a finding in Japanese; names stand in them as in the English ones. */
export interface Texts {
  readonly cause: string;
  readonly fix: string;
}
