import { AwsCallError } from '@cutover/domain/errors';

/** No list of the suite has so many pages. */
const MOST_PAGES = 2000;

/** The walk through a list that comes in pages. An endpoint that gives a token twice would be walked for ever. */
export class Pages {
  readonly #action: string;
  readonly #seen = new Set<string>();
  #token: string | undefined;

  /** @param action IAM action, for the error */
  constructor(action: string) {
    this.#action = action;
  }

  /** The token that asks for the next page; undefined for the first. */
  get token(): string | undefined {
    return this.#token;
  }

  /** Takes note of the token that came with a page. */
  came(token: string | undefined): void {
    this.#token = token === '' ? undefined : token;
  }

  /**
   * Whether a further page is to be read.
   * @throws AwsCallError when its token was given before
   */
  more(): boolean {
    if (this.#token === undefined) return false;
    if (this.#seen.has(this.#token) || this.#seen.size >= MOST_PAGES) {
      throw new AwsCallError({
        action: this.#action,
        code: 'EndlessPages',
        what: 'the pages of the answer repeat, and have no end.',
        fix: 'What answers is not AWS as it should be. Check AWS_ENDPOINT_URL and the proxy.',
      });
    }
    this.#seen.add(this.#token);
    return true;
  }
}
