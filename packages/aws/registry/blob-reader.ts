import { asError } from '@cutover/domain/text/reason';
/**
 * A blob read in ranges that follow one another, as chunks of an upload do, by one pass over its bytes. A range that starts
 * elsewhere begins a new pass.
 */
export class BlobReader {
  readonly #open: (from: number) => AsyncIterable<Uint8Array>;
  #source: AsyncIterator<Uint8Array> | undefined;
  /** Byte of the blob that comes next: `#rest` begins there. */
  #at = 0;
  #rest: Uint8Array | undefined;
  #failure: Error | undefined;

  /** @param open the blob from a byte on */
  constructor(open: (from: number) => AsyncIterable<Uint8Array>) {
    this.#open = open;
  }

  /** The error that ended the reading; undefined while there is none. */
  get failure(): Error | undefined {
    return this.#failure;
  }

  /** The bytes from `from` up to `to`, which is not part of them. */
  async *read(from: number, to: number): AsyncGenerator<Uint8Array> {
    if (this.#source === undefined || this.#at !== from) await this.#restart(from);
    const source = this.#source;
    while (this.#at < to) {
      const piece = this.#rest ?? (await this.#next());
      // A request that broke off may still wait for a piece while the next one reads anew.
      if (piece === undefined || this.#source !== source) return;
      const taken = piece.subarray(0, to - this.#at);
      this.#rest = taken.length < piece.length ? piece.subarray(taken.length) : undefined;
      this.#at += taken.length;
      yield taken;
    }
  }

  /** Ends the pass; the next range begins another one. */
  async close(): Promise<void> {
    const source = this.#source;
    this.#source = undefined;
    this.#rest = undefined;
    await source?.return?.(undefined);
  }

  async #restart(from: number): Promise<void> {
    await this.close();
    this.#failure = undefined;
    this.#source = this.#open(from)[Symbol.asyncIterator]();
    this.#at = from;
  }

  async #next(): Promise<Uint8Array | undefined> {
    try {
      const result = await this.#source?.next();
      return result === undefined || result.done === true ? undefined : result.value;
    } catch (error) {
      this.#failure = asError(error);
      throw error;
    }
  }
}
