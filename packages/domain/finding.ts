import type { Facts } from './diagnosis/facts.ts';
import type { Trouble } from './trouble.ts';

/** A diagnosed cause. `what` is the cause in one sentence, `fix` how to mend it, `link` its documentation. */
export interface Finding extends Trouble {
  /** Stable name of the failure, as in `image-not-found`. */
  readonly id: string;
  /** Message of AWS or of a tool, word for word; no secrets. */
  readonly evidence: readonly string[];
  /**
   * How sure the cause is; absent means `certain`. `likely`: the form of the message says so; `possible`: the message only says that
   * something failed.
   */
  readonly certainty?: 'certain' | 'likely' | 'possible';
  /** Names of the case in `what` and `fix`, for the same sentences in another language. */
  readonly facts?: Facts;
}
