import { reasonOf } from '../text/reason.ts';
import { field, InvalidInput, type Field, type FieldOptions } from './input.ts';
import { NoShellWords, splitShellWords } from '../text/shell-words.ts';

/** An argument vector written as a JSON array of strings or as shell words. */
export function command(options: FieldOptions = {}): Field<readonly string[] | undefined> {
  return field<readonly string[] | undefined, FieldOptions>(parseCommand, {
    ...options,
    form: { kind: 'words' },
  });
}

/** One command a line, run one after the other. */
export function commands(options: FieldOptions = {}): Field<readonly (readonly string[])[]> {
  return {
    ...field(
      (text) =>
        text
          .split(/\r?\n/)
          .filter((line) => line.trim() !== '')
          .map(parseCommand),
      { ...options, default: '', form: { kind: 'lines' } },
    ),
  };
}

/** @throws InvalidInput */
export function parseCommand(text: string): readonly string[] {
  if (text.trimStart().startsWith('[')) {
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch (error) {
      throw new InvalidInput(
        `a JSON array of strings (${reasonOf(error)})`,
        'Write it like ["npm", "run", "migrate"], or as words: npm run migrate.',
      );
    }
    if (!Array.isArray(value) || value.length === 0 || !value.every((one) => typeof one === 'string')) {
      throw new InvalidInput('a JSON array of strings', 'Write it like ["npm", "run", "migrate"].');
    }
    return value;
  }
  try {
    const words = splitShellWords(text);
    if (words.length === 0) throw new NoShellWords('a command: it is empty');
    return words;
  } catch (error) {
    if (!(error instanceof NoShellWords)) throw error;
    throw new InvalidInput(
      error.message,
      'Quote it, or let the container’s shell do it: ["sh", "-c", "first && second"].',
    );
  }
}
