import { posix } from 'node:path';
import { fromRe2 } from './re2-pattern.ts';

interface Rule {
  readonly exception: boolean;
  readonly matches: (path: string) => boolean;
}

/** Verdict of the rules on a folder; its entries need it. */
export interface Ignored {
  readonly ignored: boolean;
  readonly matched: readonly boolean[];
}

/** The rules of a `.dockerignore` file, as Docker reads them: the last one that matches a path or a folder above it wins. */
export class DockerIgnore {
  /** Whether something below an ignored folder may be wanted after all. */
  readonly hasExceptions: boolean;
  readonly #rules: readonly Rule[];

  constructor(text: string) {
    this.#rules = text
      .replace(/^\uFEFF/, '')
      .split(/\r?\n/)
      .flatMap(readRule);
    this.hasExceptions = this.#rules.some(({ exception }) => exception);
  }

  /**
   * @param path relative to the context, with `/`
   * @param folder what was said about the folder that the path lies in; absent at the root
   */
  look(path: string, folder?: Ignored): Ignored {
    const matched: boolean[] = [];
    let ignored = false;
    for (const [index, { exception, matches }] of this.#rules.entries()) {
      // As in Docker, a rule that can't change the verdict is not tried. It counts as no match for the entries of a folder, too.
      const match = folder?.matched[index] === true || (exception === ignored && matches(path));
      matched.push(match);
      if (match) ignored = !exception;
    }
    return { ignored, matched };
  }
}

/** Unicode's white space, which Go trims; JavaScript trims another set. */
const SPACE = String.raw`[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+`;
const BEFORE = new RegExp(`^${SPACE}`);
const BLANK = new RegExp(SPACE);

function trim(text: string): string {
  let end = text.length;
  while (end > 0 && BLANK.test(text[end - 1] ?? '')) end--;
  return text.slice(0, end).replace(BEFORE, '');
}

/** Go's `filepath.Clean`. */
function clean(path: string): string {
  return posix.normalize(path).replace(/(?<=.)\/$/s, '');
}

function readRule(line: string): readonly Rule[] {
  // A comment begins in the first column; white space before it makes it a pattern.
  if (line.startsWith('#')) return [];
  const trimmed = trim(line);
  if (trimmed === '') return [];
  const inverted = trimmed.startsWith('!');
  let written = inverted ? trim(trimmed.slice(1)) : trimmed;
  if (written !== '') written = clean(written).replace(/^\/(?=.)/s, '');
  // Docker cleans each line of the file once more, and only then looks for the `!` of an exception.
  const pattern = clean(trim(inverted ? `!${written}` : written));
  if (pattern === '!' || pattern === '') return [];
  const exception = pattern.startsWith('!');
  return [{ exception, matches: matcher(exception ? pattern.slice(1) : pattern) }];
}

/** How a pattern is compared, as github.com/moby/patternmatcher does it, its oddities included. */
function matcher(pattern: string): (path: string) => boolean {
  // Go's scanner skips a byte order mark at the beginning, as the second of two joined files has one.
  const marked = pattern.startsWith('\uFEFF');
  const characters = Array.from(marked ? pattern.slice(1) : pattern);
  let kind: 'exact' | 'prefix' | 'suffix' | 'expression' = 'exact';
  let source = '^';
  for (let at = 0; at < characters.length; at++) {
    const character = characters[at] ?? '';
    if (character === '*' && characters[at + 1] === '*') {
      const first = at === 0;
      at++;
      if (characters[at + 1] === '/') at++;
      if (at + 1 < characters.length) {
        source += '(.*/)?';
        kind = 'expression';
      } else if (kind === 'exact') kind = 'prefix';
      else {
        source += '.*';
        kind = 'expression';
      }
      if (first) kind = 'suffix';
    } else if (character === '*' || character === '?') {
      source += character === '*' ? '[^/]*' : '[^/]';
      kind = 'expression';
    } else if (character === '\\' && at + 1 < characters.length) {
      at++;
      source += `\\${characters[at] ?? ''}`;
      kind = 'expression';
    } else if (character === '[' || character === ']') {
      source += character;
      kind = 'expression';
      // Docker's code intends to escape {, } and | here too, but leaves them: they keep their meaning in the expression.
    } else source += /[.+()$\\]/.test(character) ? `\\${character}` : character;
  }
  switch (kind) {
    case 'exact':
      return (path) => path === pattern;
    case 'prefix': {
      const start = pattern.slice(0, -2);
      return (path) => path.startsWith(start);
    }
    case 'suffix': {
      // Docker cuts two bytes off the mark, whose third begins no path.
      if (marked) return () => false;
      const end = pattern.slice(2);
      return (path) => path.endsWith(end) || (end.startsWith('/') && path === end.slice(1));
    }
    case 'expression': {
      const expression = fromRe2(`${source}$`);
      // Docker refuses such a file and says so better than we could.
      return (path) => expression !== undefined && testable(expression, path);
    }
  }
}

/** An expression is compiled when it is first needed, and one of megabytes is refused only then. */
function testable(expression: RegExp, path: string): boolean {
  try {
    return expression.test(path);
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}
