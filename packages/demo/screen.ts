import { wrapText } from '@cutover/local/wrap';
import { painter, type Paint } from '@cutover/local/paint';

const COLUMNS = 80;
const INDENT = '        ';

/** Writes the story: at most 80 columns, and on a terminal a last line that is alive. */
export class Screen {
  readonly paint: Paint;
  readonly #write: (text: string) => void;
  readonly #isTerminal: boolean;
  #live = '';

  /** @param isTerminal whether a line can be written over */
  constructor(write: (text: string) => void, isTerminal: boolean, colour: boolean) {
    this.#write = write;
    this.#isTerminal = isTerminal;
    this.paint = painter(colour);
  }

  /** `2 of 5  Release version 1` */
  chapter(mark: string, text: string): void {
    this.line('');
    const [first = '', ...rest] = wrapText(text, COLUMNS - INDENT.length);
    this.line(`${mark.padEnd(INDENT.length)}${this.paint('bold', first)}`);
    for (const line of rest) this.line(INDENT + line);
  }

  /** A line of the chapter; a long one is wrapped. */
  tell(text: string, hanging = ''): void {
    const lines = wrapText(text, COLUMNS - INDENT.length, hanging);
    for (const line of lines) this.line(INDENT + line);
  }

  line(text: string): void {
    this.#clear();
    this.#write(`${text}\n`);
  }

  /** Replaces the last line on a terminal; elsewhere nothing is shown. */
  live(text: string): void {
    if (!this.#isTerminal || text === this.#live) return;
    this.#clear();
    this.#write(INDENT + text);
    this.#live = text;
  }

  #clear(): void {
    if (this.#live === '') return;
    this.#write('\r\u001B[2K');
    this.#live = '';
  }
}
