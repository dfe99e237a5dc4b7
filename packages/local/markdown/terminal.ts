import { lexer, type Token, type Tokens } from 'marked';
import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';
import type { Paint } from '../paint.ts';

export interface TerminalOptions {
  readonly columns: number;
  readonly paint: Paint;
  /** Whether folded parts are shown whole, and not only by their titles. */
  readonly unfold: boolean;
}

/** A job summary for a terminal: no mark-up, no line wider than the terminal, diagrams left out. */
export function toTerminal(markdown: string, options: TerminalOptions): string {
  const blocks: string[] = [];
  let folded = false;
  for (const token of lexer(markdown)) {
    if (token.type === 'html') {
      const title = /<summary>([^]*?)<\/summary>/.exec(token.raw)?.[1];
      if (title !== undefined) {
        blocks.push(options.paint('dim', `▸ ${unescaped(title)}`));
        folded = !options.unfold;
      }
      if (token.raw.includes('</details>')) folded = false;
    } else if (!folded) {
      const text = block(token, options);
      if (text !== '') blocks.push(text);
    }
  }
  // Titles of folded parts stand together.
  return blocks
    .map(
      (text, index) =>
        `${text}${blocks[index + 1]?.includes('▸') === true && text.includes('▸') ? '\n' : '\n\n'}`,
    )
    .join('');
}

function block(token: Token, options: TerminalOptions): string {
  const { columns, paint } = options;
  switch (token.type) {
    case 'heading':
      return paint('bold', wrapAnsi(inline((token as Tokens.Heading).tokens, paint), columns));
    case 'paragraph':
    case 'text':
      return wrapAnsi(inline((token as Tokens.Paragraph).tokens, paint), columns);
    case 'blockquote': {
      const { tokens } = token as Tokens.Blockquote;
      const inner = tokens.map((one) => block(one, { ...options, columns: columns - 2 })).filter(Boolean);
      return inner
        .join('\n\n')
        .split('\n')
        .map((line) => `${paint('dim', '│')} ${line}`)
        .join('\n');
    }
    case 'list':
      return (token as Tokens.List).items
        .map((item) => {
          const lines = item.tokens.map((one) => block(one, { ...options, columns: columns - 2 })).join('\n');
          return `• ${lines.replaceAll('\n', '\n  ')}`;
        })
        .join('\n');
    case 'code': {
      const { lang = '', text } = token as Tokens.Code;
      if (lang === 'mermaid') return '';
      return text
        .split('\n')
        .map((line) => `  ${paint(lang === 'diff' ? diffStyle(line) : 'dim', line)}`)
        .join('\n');
    }
    case 'table':
      return table(token as Tokens.Table, options);
    case 'hr':
      return paint('dim', '─'.repeat(columns));
    default:
      return '';
  }
}

function diffStyle(line: string): 'green' | 'red' | 'dim' {
  return line.startsWith('+') ? 'green' : line.startsWith('-') ? 'red' : 'dim';
}

function inline(tokens: readonly Token[], paint: Paint): string {
  return tokens
    .map((token): string => {
      switch (token.type) {
        case 'strong':
          return paint('bold', inline((token as Tokens.Strong).tokens, paint));
        case 'em':
        case 'del':
          return inline((token as Tokens.Em).tokens, paint);
        case 'codespan':
          return paint('cyan', (token as Tokens.Codespan).text);
        case 'link': {
          const { href, tokens: label } = token as Tokens.Link;
          const text = inline(label, paint);
          return text === href ? paint('blue', href) : `${text} ${paint('blue', `<${href}>`)}`;
        }
        case 'br':
          return '\n';
        case 'escape':
          return (token as Tokens.Escape).text;
        case 'html':
          return /^<br\s*\/?>$/.test(token.raw) ? '\n' : '';
        case 'text': {
          const { text, tokens: inner } = token as Tokens.Text;
          return inner === undefined ? unescaped(text) : inline(inner, paint);
        }
        default:
          return unescaped(token.raw);
      }
    })
    .join('');
}

/** Columns side by side when the terminal has room for them, else one row below the other. */
function table({ header, rows }: Tokens.Table, { columns, paint }: TerminalOptions): string {
  const titles = header.map(({ tokens }) => inline(tokens, paint));
  const cells = rows.map((row) => row.map(({ tokens }) => inline(tokens, paint)));
  const shown = titles.some(Boolean) ? [titles.map((title) => paint('bold', title)), ...cells] : cells;
  const natural = titles.map((_, column) =>
    Math.max(
      ...shown.map((row) => Math.max(...(row[column] ?? '').split('\n').map((line) => stringWidth(line)))),
    ),
  );
  const widths = fitting(natural, columns - 2 * (titles.length - 1));
  if (widths === undefined)
    return cells
      .map((row) =>
        row
          .flatMap((cell, column) =>
            cell === ''
              ? []
              : [wrapAnsi(`${titles[column] === '' ? '' : `${titles[column]}: `}${cell}`, columns)],
          )
          .join('\n'),
      )
      .join('\n\n');
  return shown.map((row) => sideBySide(row, widths)).join('\n');
}

/** Widths of columns that fit together: the widest give way, down to 16. Undefined when that is not enough. */
function fitting(natural: readonly number[], room: number): readonly number[] | undefined {
  const widths = [...natural];
  for (;;) {
    const excess = widths.reduce((sum, width) => sum + width, 0) - room;
    if (excess <= 0) return widths;
    const widest = Math.max(...widths);
    if (widest <= 16) return undefined;
    const at = widths.indexOf(widest);
    const second = Math.max(16, ...widths.filter((_, index) => index !== at));
    widths[at] = Math.max(16, widest - excess, Math.min(second, widest - 1));
  }
}

function sideBySide(row: readonly string[], widths: readonly number[]): string {
  const wrapped = row.map((cell, column) => wrapAnsi(cell, widths[column] ?? 1, { hard: true }).split('\n'));
  const height = Math.max(...wrapped.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) =>
    wrapped
      .map((lines, column) => {
        const text = lines[line] ?? '';
        return text + ' '.repeat(Math.max(0, (widths[column] ?? 0) - stringWidth(text)));
      })
      .join('  ')
      .trimEnd(),
  ).join('\n');
}

function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}
