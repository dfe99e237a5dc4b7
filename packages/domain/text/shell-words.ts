/** A command line that can't be split into words; `message` completes "… is not ". */
export class NoShellWords extends Error {
  override readonly name = 'NoShellWords';
}

const OPERATOR = /[|&;<>`()]/;

/**
 * Splits a command line as a POSIX shell does: blanks separate, single quotes keep everything, double quotes keep
 * everything but `\"`, `\\`, `\$` and `` \` ``, a backslash keeps the next character. Nothing is expanded.
 * @throws NoShellWords for an open quote and for operators, which only a real shell can carry out
 */
export function splitShellWords(line: string): readonly string[] {
  const words: string[] = [];
  let word: string | undefined;
  for (let index = 0; index < line.length; index++) {
    const character = line[index] as string;
    if (character === "'") {
      const end = line.indexOf("'", index + 1);
      if (end < 0) throw new NoShellWords(`a command: the quote ' at character ${index + 1} is never closed`);
      word = (word ?? '') + line.slice(index + 1, end);
      index = end;
    } else if (character === '"') {
      const quoted = /^"((?:[^"\\]|\\[^])*)"/.exec(line.slice(index));
      if (quoted === null)
        throw new NoShellWords(`a command: the quote " at character ${index + 1} is never closed`);
      word =
        (word ?? '') +
        (quoted[1] as string).replaceAll(/\\(["\\$`\n])/g, (_, kept: string) => (kept === '\n' ? '' : kept));
      index += quoted[0].length - 1;
    } else if (character === '\\') {
      index += 1;
      const kept = line[index];
      if (kept === undefined) throw new NoShellWords('a command: it ends with a backslash');
      if (kept !== '\n') word = (word ?? '') + kept;
    } else if (/\s/.test(character)) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else if (OPERATOR.test(character)) {
      throw new NoShellWords(
        `a command without a shell: ${character} at character ${index + 1} means something to a shell only`,
      );
    } else {
      word = (word ?? '') + character;
    }
  }
  if (word !== undefined) words.push(word);
  return words;
}

/** The line that `splitShellWords` splits into these words. */
export function joinShellWords(words: readonly string[]): string {
  return words
    .map((word) => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`))
    .join(' ');
}
