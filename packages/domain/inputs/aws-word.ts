import { slipAmong } from '../text/slip.ts';
import { field, InvalidInput, quoted, type FieldOptions, type Given } from './input.ts';

/** Words of AWS are written like `FARGATE`, `X86_64` or `awsvpc`. */
const WORD = /^[A-Za-z][\w-]{0,63}$/;

/**
 * A word of one of AWS's enumerations. A slip of the pen is refused; any other word may be newer than this version, so it is
 * passed on, with a note.
 * @param meant words of other tools in small letters, with the one that AWS has for each
 */
export function awsWord<const O extends FieldOptions>(
  words: readonly string[],
  options: O,
  meant: Readonly<Record<string, string>> = {},
): Given<string, O> {
  const parsed = field((value): string => {
    if (words.includes(value)) return value;
    const slip = slipAmong(value, words, meant);
    if (slip === undefined && WORD.test(value)) return value;
    throw new InvalidInput(
      `one of ${words.join(', ')}`,
      slip === undefined ? `Write one of ${words.join(', ')}.` : `Did you mean ${slip}?`,
    );
  }, options);
  const reading = (value: string): string | undefined =>
    words.includes(value) || !WORD.test(value)
      ? undefined
      : `${quoted(value)} is none of ${words.join(', ')}; AWS decides about it.`;
  return { ...parsed, form: { kind: 'choice', choices: words }, reading };
}
