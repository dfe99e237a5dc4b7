import { StringDecoder } from 'node:string_decoder';

const HEADER = 8;

/** Takes apart the engine's stream of both outputs: frames of one byte of source, three of padding, four of length. */
export class Demultiplexer {
  #rest: Buffer = Buffer.alloc(0);
  readonly #write: (source: 'stdout' | 'stderr', chunk: string) => void;
  readonly #decoders = { stdout: new StringDecoder('utf8'), stderr: new StringDecoder('utf8') };

  constructor(write: (source: 'stdout' | 'stderr', chunk: string) => void) {
    this.#write = write;
  }

  feed(chunk: Buffer): void {
    this.#rest = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    while (this.#rest.length >= HEADER) {
      const end = HEADER + this.#rest.readUInt32BE(4);
      if (this.#rest.length < end) return;
      const source = this.#rest[0] === 2 ? 'stderr' : 'stdout';
      const text = this.#decoders[source].write(this.#rest.subarray(HEADER, end));
      if (text !== '') this.#write(source, text);
      this.#rest = this.#rest.subarray(end);
    }
  }
}
