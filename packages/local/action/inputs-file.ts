import { readFile } from 'node:fs/promises';
import { LineCounter, isMap, isScalar, parseDocument } from 'yaml';
import { UsageError } from '../usage-error.ts';

/**
 * Inputs from a YAML or JSON file, written as below `with:`.
 * @param shown the path as the user wrote it
 * @throws UsageError with file, line and column
 */
export async function readInputsFile(path: string, shown: string): Promise<Record<string, string>> {
  let text;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    throw new UsageError(`--inputs ${shown} can't be read: ${(error as NodeJS.ErrnoException).code}`);
  }
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter });
  const at = (offset: number | undefined): string => {
    const { col, line } = counter.linePos(offset ?? 0);
    return `${shown}:${line}:${col}`;
  };
  const [error] = document.errors;
  if (error !== undefined)
    throw new UsageError(`${at(error.pos[0])}: ${error.message.split('\n')[0]?.replace(/ at line .*$/, '')}`);
  const { contents } = document;
  if (!isMap(contents))
    throw new UsageError(`${at(contents?.range?.[0])}: expected inputs, one NAME: VALUE a line`);
  return Object.fromEntries(
    contents.items.map(({ key, value }): [string, string] => {
      const name = isScalar(key) ? String(key.value) : '';
      if (value === null) return [name, ''];
      // Numbers and booleans reach an action as they are written: 0777 stays 0777.
      if (isScalar(value))
        return [name, typeof value.value === 'string' ? value.value : (value.source ?? '')];
      const { range } = value as { range?: readonly number[] };
      throw new UsageError(
        `${at(range?.[0])}: input ${name} is a list or mapping; inputs are texts: write several lines behind ${name}: |`,
      );
    }),
  );
}
