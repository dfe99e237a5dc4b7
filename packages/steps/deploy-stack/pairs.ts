import { ConfigurationError } from '@cutover/domain/errors';
import { nearestName } from '@cutover/domain/inputs/input';
import type { Override } from './structured-overrides.ts';

/**
 * Reads `KEY=value` a line, or several on a line separated by commas or, as for the AWS CLI, by spaces: either ends a value
 * only where the name of a parameter follows, so that lists of subnets and sentences stay whole. A value in double quotes
 * loses them.
 * @param file name for places
 * @throws ConfigurationError for a line without a name; its text may be the rest of a value and is not repeated
 */
export function readPairs(text: string, file: string, names: readonly string[]): readonly Override[] {
  const found: Override[] = [];
  const problems = [];
  for (const { column, line, text: piece } of pieces(text, names)) {
    const at = piece.indexOf('=');
    const name = piece.slice(0, Math.max(at, 0)).trim();
    const place = { file, line, column };
    if (name === '') {
      const word = /^[A-Za-z0-9]{1,40}$/.test(piece.trim()) ? JSON.stringify(piece.trim()) : 'the text';
      problems.push({
        what: `Input parameter-overrides: ${word} is not KEY=value.`,
        fix: 'Write one KEY=value a line.',
        place,
      });
      continue;
    }
    const value = piece.slice(at + 1);
    found.push({ name, value: /^".*"$/s.test(value.trim()) ? value.trim().slice(1, -1) : value, place });
  }
  if (problems.length > 0) throw new ConfigurationError(problems);
  return found;
}

function pieces(
  text: string,
  names: readonly string[],
): readonly { readonly text: string; readonly line: number; readonly column: number }[] {
  return text.split(/\r?\n/).flatMap((row, index) => {
    if (row.trim() === '') return [];
    const starts = [0];
    for (const { index: at, 1: name = '' } of row.matchAll(/[,\s]\s*([A-Za-z0-9]+)=/g)) {
      // A comma or a space between double quotes belongs to the value.
      if ((row.slice(starts.at(-1), at).match(/"/g)?.length ?? 0) % 2 === 1) continue;
      // A slip in a name must not become part of the value before it.
      if (names.includes(name) || nearestName(name, names) !== undefined) starts.push(at + 1);
    }
    return starts.map((start, which) => {
      const next = starts[which + 1];
      const piece = row.slice(start, next === undefined ? undefined : next - 1);
      const blank = piece.length - piece.trimStart().length;
      return { text: piece, line: index + 1, column: start + blank + 1 };
    });
  });
}
