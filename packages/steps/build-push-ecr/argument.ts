import { InvalidInput, quoted, type Field } from '@cutover/domain/inputs/input';

/**
 * A field whose value becomes an argument of `docker`. A text that begins with a dash is refused, so that no value can
 * become an option; of a map the keys are looked at, since a value stands behind `KEY=`.
 */
export function argument<T>(of: Field<T>): Field<T> {
  return {
    ...of,
    parse: (text) => {
      const value = of.parse(text);
      const option = textsOf(value).find((one) => one.trimStart().startsWith('-'));
      if (option === undefined) return value;
      throw new InvalidInput(
        `a value for Docker: ${quoted(option)} begins with a dash, as options do`,
        'Remove the dash; write a path that begins with one as ./-name.',
        'the text',
      );
    },
  };
}

function textsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (value instanceof Map) return [...(value as ReadonlyMap<string, string>).keys()];
  return Array.isArray(value) ? (value as readonly string[]) : [];
}
