/** Ends a line for a terminal, a browser or .NET, in which GitHub's runner is written. */
const LINE_END = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/;

/**
 * Characters without a glyph: controls, formatting and what Unicode lets a comparison ignore. .NET compares texts by
 * culture and passes over them, so that `#`, a soft hyphen, `#[` counts as `##[`. Tabs and colours stay.
 */
const INVISIBLE =
  // eslint-disable-next-line no-control-regex
  /(?!\t|\u001b\[[\d;]{0,20}m)[\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/gu;

// eslint-disable-next-line no-control-regex
const COMMAND = /##(?=\u001b?\[)/g;

/** The lines of a text from outside. */
export function splitLines(text: string): string[] {
  return text.split(LINE_END);
}

/** A text in one line. */
export function oneLine(text: string): string {
  return splitLines(text).join(' ');
}

/**
 * A line that the runner can't take for a command, whatever a container printed: it reads `::name::` at the start of a
 * line and `##[name]` anywhere in it. Whoever prints a line from outside puts words of our own before it all the same.
 */
export function harmless(line: string): string {
  return line
    .replaceAll(INVISIBLE, '')
    .replace(/^(\s*):(?=:)/, '$1: ')
    .replaceAll(COMMAND, '## ');
}

/** A text without colours, for what is no terminal. */
export function uncoloured(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.replaceAll(/\u001b\[[\d;]{0,20}m/g, '');
}

/** A text for an annotation, a summary or an output: its lines stay, what can't be seen goes. */
export function visible(text: string): string {
  return splitLines(text)
    .map((line) => line.replaceAll(INVISIBLE, ''))
    .join('\n');
}
