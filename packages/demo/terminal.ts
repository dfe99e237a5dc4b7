/** What a container wrote, `00:01  app | ready`: worth reading although it stands in a group. */
const CONTAINER_LINE = /^\d\d:\d\d {2}\S+ \| /;

/** Writes the demonstration's story: headings, the actions' live lines and the closing table. */
export class Terminal {
  readonly #colour: boolean;
  readonly #write: (line: string) => void;
  readonly #began = Date.now();
  /** Depth of `::group::`: what stands in a group is folded away, as on GitHub, but for what containers write. */
  #folded = 0;

  constructor(write: (line: string) => void, colour: boolean) {
    this.#write = write;
    this.#colour = colour;
  }

  heading(text: string): void {
    this.#folded = 0;
    this.#write('');
    this.#write(this.#paint('1', `${this.#elapsed()}  ${text}`));
  }

  line(text: string): void {
    this.#write(`       ${text}`);
  }

  /** A line as an action printed it; workflow commands become what GitHub would show. */
  action(line: string): void {
    const [, command, , message] = /^::([a-z-]+)( [^:]*)?::(.*)$/.exec(line) ?? [];
    if (command === 'group') {
      if (this.#folded === 0) this.#bar(this.#paint('2', `▸ ${message ?? ''}`));
      this.#folded += 1;
    } else if (command === 'endgroup') {
      this.#folded = Math.max(0, this.#folded - 1);
    } else if (command === 'error' || command === 'warning') {
      const text = (message ?? '').replaceAll('%0D', '').replaceAll('%0A', '\n').replaceAll('%25', '%');
      for (const part of text.split('\n')) this.#bar(this.#paint(command === 'error' ? '31' : '33', part));
    } else if (
      command === undefined &&
      line.trim() !== '' &&
      (this.#folded === 0 || CONTAINER_LINE.test(line))
    ) {
      this.#bar(line);
    }
  }

  table(header: readonly string[], rows: readonly (readonly string[])[]): void {
    const widths = header.map((title, column) =>
      Math.max(title.length, ...rows.map((row) => (row[column] ?? '').length)),
    );
    const render = (row: readonly string[]): string =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd();
    this.#write('');
    this.#write(this.#paint('1', render(header)));
    this.#write(widths.map((width) => '─'.repeat(width)).join('  '));
    for (const row of rows) this.#write(render(row));
  }

  plain(text: string): void {
    this.#write(text);
  }

  #bar(text: string): void {
    this.#write(`     ${this.#paint('2', '│')} ${text}`);
  }

  #elapsed(): string {
    const seconds = Math.round((Date.now() - this.#began) / 1000);
    return `${Math.floor(seconds / 60)}:${(seconds % 60).toString().padStart(2, '0')}`;
  }

  #paint(code: string, text: string): string {
    return this.#colour ? `\u001B[${code}m${text}\u001B[0m` : text;
  }
}
