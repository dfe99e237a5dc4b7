import { inOneLine } from '@cutover/domain/text/line';

/** Text from outside as plain words of a Markdown document: no markup, no HTML, no link, no new line. */
export function plain(text: string): string {
  return inOneLine(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(/[\\`*_[\]|~$#@]/g, (character) => `\\${character}`);
}

/** Text as inline code; fit for a cell of a table. */
export function inlineCode(text: string): string {
  const line = text.replaceAll(/[\r\n]+/g, ' ');
  if (line.trim() === '') return '';
  const fence = '`'.repeat(longestRun(line) + 1);
  const pad = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${line.replaceAll('|', '\\|')}${pad}${fence}`;
}

/** A fenced block whose fence is longer than any in the text. */
export function codeBlock(text: string, language: string): string {
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1));
  return `${fence}${language}\n${withoutLastEnds(text)}\n${fence}`;
}

/** A table; cells are Markdown already. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
}

/** A part that is folded until a reader opens it; `title` is plain text, `body` is Markdown. */
export function folded(title: string, body: string): string {
  const summary = title
    .replaceAll(/[\r\n]+/g, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
  return `<details><summary>${summary}</summary>\n\n${body}\n\n</details>`;
}

/** A link; an address that is not http(s) is shown as text. */
export function link(label: string, address: string): string {
  if (!/^https?:\/\//.test(address)) return plain(address);
  const encoded = address.replaceAll(/[\s<>()|]/g, (character) => encodeURIComponent(character));
  return `[${plain(label)}](${encoded.replaceAll('(', '%28').replaceAll(')', '%29')})`;
}

function withoutLastEnds(text: string): string {
  let end = text.length;
  while (text[end - 1] === '\n') end--;
  return text.slice(0, end);
}

function longestRun(text: string): number {
  return (text.match(/`+/g) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0);
}
