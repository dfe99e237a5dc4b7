import { posix } from 'node:path';

interface Rule {
  readonly exception: boolean;
  readonly matches: (path: string) => boolean;
}

/** What the rules said about a folder, needed for what lies in it. */
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
      // A rule that can't change the verdict is not tried, and so is not handed down to what lies below.
      const match = folder?.matched[index] === true || (exception === ignored && matches(path));
      matched.push(match);
      if (match) ignored = !exception;
    }
    return { ignored, matched };
  }
}

function readRule(line: string): readonly Rule[] {
  // A comment begins in the first column; white space before it makes it a pattern.
  if (line.startsWith('#') || line.trim() === '') return [];
  const trimmed = line.trim();
  const exception = trimmed.startsWith('!');
  const written = (exception ? trimmed.slice(1) : trimmed).trim();
  if (written === '') return [];
  const clean = posix.normalize(written).replace(/(?<=.)\/$/, '');
  const pattern = clean.length > 1 && clean.startsWith('/') ? clean.slice(1) : clean;
  return [{ exception, matches: matcher(pattern) }];
}

/** Go's `filepath.Match` with `**`, which stands for any number of folders. */
function matcher(pattern: string): (path: string) => boolean {
  let source = '';
  let special = false;
  for (let at = 0; at < pattern.length; at++) {
    const character = pattern[at] ?? '';
    if (character === '*' && pattern[at + 1] === '*') {
      at++;
      const slash = pattern[at + 1] === '/';
      if (slash) at++;
      if (at + 1 >= pattern.length) source += '.*';
      // Plain text behind leading asterisks is compared with the end of the path.
      else if (source === '' && !slash && !/[*?[\]\\]/.test(pattern.slice(2))) source += '.*';
      else source += '(?:.*/)?';
      special = true;
    } else if (character === '*') {
      source += '[^/]*';
      special = true;
    } else if (character === '?') {
      source += '[^/]';
      special = true;
    } else if (character === '\\' && at + 1 < pattern.length) {
      at++;
      source += literal(pattern[at] ?? '');
      special = true;
    } else if (character === '[' || character === ']') {
      source += character;
      special = true;
    } else source += literal(character);
  }
  if (!special) return (path) => path === pattern;
  let expression: RegExp;
  try {
    expression = new RegExp(`^${source}$`, 's');
  } catch {
    // Docker refuses such a file and says so better than we could.
    return () => false;
  }
  return (path) => expression.test(path);
}

function literal(character: string): string {
  return /[.+(){}|$^*?/\\]/.test(character) ? `\\${character}` : character;
}
