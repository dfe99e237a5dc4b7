import { ConfigurationError } from './errors.ts';

/** One input of an action: how its text becomes a value. An input left empty is `undefined` or its default. */
export interface Field<T> {
  /** @throws InvalidInput */
  readonly parse: (text: string) => T;
  /** As written in `action.yml`. */
  readonly default?: string;
  readonly required: boolean;
  /** Masked in every log line. */
  readonly secret: boolean;
  /** Other names under which users know this input. */
  readonly aliases: readonly string[];
}

export interface FieldOptions {
  readonly default?: string;
  readonly required?: true;
  readonly secret?: true;
  readonly aliases?: readonly string[];
}

// eslint-disable-next-line typescript/no-explicit-any -- a schema mixes fields of every type
export type InputSchema = Readonly<Record<string, Field<any>>>;

/** The values that a schema yields, by input name. */
export type Inputs<S extends InputSchema> = {
  readonly [K in keyof S]: S[K] extends Field<infer T> ? T : never;
};

type Given<T, O extends FieldOptions> = Field<
  O extends { required: true } | { default: string } ? T : T | undefined
>;

/** Thrown by a field's parser: `expected` completes "… is not ". */
export class InvalidInput extends Error {
  override readonly name = 'InvalidInput';
  readonly remedy: string;
  /** What is shown of the value, where the whole of it may hold what nobody should read in a log. */
  readonly shown: string | undefined;

  constructor(expected: string, remedy: string, shown?: string) {
    super(expected);
    this.remedy = remedy;
    this.shown = shown;
  }
}

/** A value longer than this is cut in a message: it is to be recognised, not read. */
const LONGEST_SHOWN = 200;

/** A value in quotes as messages show it. */
export function quoted(value: string): string {
  return value.length <= LONGEST_SHOWN
    ? JSON.stringify(value)
    : `${JSON.stringify(value.slice(0, LONGEST_SHOWN))}… (${value.length} characters)`;
}

/** A field of a type of its own. */
export function field<T, const O extends FieldOptions>(parse: (text: string) => T, options: O): Given<T, O> {
  const { required, secret, aliases = [], ...rest } = options;
  return { ...rest, parse, required: required === true, secret: secret === true, aliases } as Given<T, O>;
}

export function text<const O extends FieldOptions = object>(options = {} as O): Given<string, O> {
  return field((value) => value, options);
}

/** Text of a fixed form. `expected` completes "… is not ", as in "the ARN of a role". */
export function matching<
  const O extends FieldOptions & { pattern: RegExp; expected: string; example: string },
>(options: O): Given<string, O> {
  const { pattern, expected, example, ...rest } = options;
  return field((value) => {
    if (!pattern.test(value)) throw new InvalidInput(expected, `Write it like ${example}.`);
    return value;
  }, rest as O);
}

/** `true` or `false`, whatever the case; anything else is refused, never read as false. */
export function flag<const O extends FieldOptions>(options: O): Given<boolean, O> {
  return field((value) => {
    switch (value.toLowerCase()) {
      case 'true':
        return true;
      case 'false':
        return false;
      default:
        throw new InvalidInput('a boolean', 'Write true or false.');
    }
  }, options);
}

export function choice<const C extends string, const O extends FieldOptions>(
  choices: readonly C[],
  options: O,
): Given<C, O> {
  return field((value) => {
    const found = choices.find((one) => one === value);
    if (found === undefined)
      throw new InvalidInput(`one of ${choices.join(', ')}`, `Write one of ${choices.join(', ')}.`);
    return found;
  }, options);
}

/** A number in plain decimal notation. The unit belongs into the input's name. */
export function number<const O extends FieldOptions & { min: number; max: number; integer?: true }>(
  options: O,
): Given<number, O> {
  const { min, max, integer, ...rest } = options;
  return field((value) => {
    const kind = integer === true ? 'a whole number' : 'a number';
    const parsed = /^[+-]?\d+(\.\d+)?$/.test(value) ? Number(value) : Number.NaN;
    if (
      Number.isNaN(parsed) ||
      parsed < min ||
      parsed > max ||
      (integer === true && !Number.isInteger(parsed))
    ) {
      throw new InvalidInput(`${kind} from ${min} to ${max}`, `Write ${kind} from ${min} to ${max}.`);
    }
    return parsed;
  }, rest as O);
}

/** One entry a line; empty lines are dropped, each is trimmed. */
export function lines<const O extends FieldOptions = object>(options = {} as O): Field<readonly string[]> {
  return { ...field(splitLines, { ...options, default: '' }), default: options.default ?? '' };
}

/** Entries separated by commas or newlines. */
export function list<const O extends FieldOptions = object>(options = {} as O): Field<readonly string[]> {
  return {
    ...field(
      (value) =>
        splitLines(value).flatMap((line) =>
          line
            .split(',')
            .map((part) => part.trim())
            .filter(Boolean),
        ),
      {
        ...options,
        default: '',
      },
    ),
    default: options.default ?? '',
  };
}

/** Entries separated by commas or newlines, each one of a few words. */
export function choices<const C extends string, const O extends FieldOptions = object>(
  words: readonly C[],
  options = {} as O,
): Field<readonly string[]> {
  const { parse, ...rest } = list(options);
  return {
    ...rest,
    parse: (value) => {
      const entries = parse(value);
      if (entries.some((entry) => !words.some((word) => word === entry)))
        throw new InvalidInput(`a list of ${words.join(', ')}`, `Write one or more of ${words.join(', ')}.`);
      return entries;
    },
  };
}

/** `KEY=value` a line. The value keeps everything behind the first `=`, quotes and spaces included. A key given twice is refused. */
export function pairs<const O extends FieldOptions = object>(
  options = {} as O,
): Field<ReadonlyMap<string, string>> {
  const parse = (value: string): ReadonlyMap<string, string> => {
    const map = new Map<string, string>();
    // Values keep leading and trailing spaces, so lines are not trimmed as a whole.
    for (const [index, raw] of value.split(/\r?\n/).entries()) {
      if (raw.trim() === '') continue;
      const at = raw.indexOf('=');
      const key = raw.slice(0, Math.max(at, 0)).trim();
      const line = index + 1;
      if (key === '') {
        throw new InvalidInput(
          `KEY=value in line ${line}`,
          'Write one KEY=value a line.',
          // A word is a name whose value was forgotten; anything else may be the rest of a value.
          /^[A-Za-z_][\w.-]{0,39}$/.test(raw.trim()) ? quoted(raw.trim()) : 'the text',
        );
      }
      if (map.has(key)) {
        throw new InvalidInput(
          `a list of different keys: ${key} stands there twice`,
          `Remove one of the lines for ${key}.`,
          'the text',
        );
      }
      map.set(key, raw.slice(at + 1));
    }
    return map;
  };
  return { ...field(parse, { ...options, default: '' }), default: options.default ?? '' };
}

/** A JSON document; the place of a syntax error is given by line and column. */
export function json<const O extends FieldOptions = object>(options = {} as O): Given<unknown, O> {
  return field((value) => {
    try {
      return JSON.parse(value) as unknown;
    } catch (error) {
      throw new InvalidInput(
        `JSON (${error instanceof Error ? error.message : String(error)})`,
        'Write valid JSON.',
      );
    }
  }, options);
}

function splitLines(value: string): readonly string[] {
  return value
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean);
}

/**
 * Turns the texts of `with:` into values. All problems are found at once.
 * @param given input names, lower case, and their texts; an absent or blank text counts as not given.
 * @throws ConfigurationError naming each input, its value (secrets excepted) and what to write instead.
 */
export function parseInputs<S extends InputSchema>(
  schema: S,
  given: Readonly<Record<string, string>>,
): Inputs<S> {
  const problems: { message: string; remedy: string }[] = [];
  const names = new Map(
    Object.entries(schema).flatMap(([name, { aliases }]) => [name, ...aliases].map((one) => [one, name])),
  );
  const texts = new Map<string, { text: string; as: string }>();
  for (const [as, text] of Object.entries(given)) {
    if (text.trim() === '') continue;
    const name = names.get(as);
    if (name === undefined) {
      const nearest = nearestName(as, Object.keys(schema));
      problems.push({
        message: `Unknown input ${as}.`,
        remedy:
          nearest === undefined
            ? `Remove it. The inputs are: ${Object.keys(schema).join(', ')}.`
            : `Did you mean ${nearest}?`,
      });
      continue;
    }
    const twin = texts.get(name);
    if (twin !== undefined && twin.text !== text) {
      problems.push({
        message: `Inputs ${twin.as} and ${as} mean the same and have different values.`,
        remedy: `Keep ${name}.`,
      });
    }
    texts.set(name, { text, as });
  }
  const values: Record<string, unknown> = {};
  for (const [name, one] of Object.entries(schema)) {
    const found = texts.get(name);
    const raw = found?.text ?? one.default;
    if (raw === undefined) {
      if (one.required)
        problems.push({
          message: `Input ${name} is required and was not given.`,
          remedy: `Add ${name} under with:.`,
        });
      values[name] = undefined;
      continue;
    }
    try {
      values[name] = one.parse(raw.includes('\n') ? raw : raw.trim());
    } catch (error) {
      if (!(error instanceof InvalidInput)) throw error;
      problems.push({
        message: `Input ${found?.as ?? name}: ${one.secret ? 'the value' : (error.shown ?? quoted(raw))} is not ${error.message}.`,
        remedy: error.remedy,
      });
    }
  }
  if (problems.length > 0) throw new ConfigurationError(problems);
  return values as Inputs<S>;
}

/** The candidate within a third of the name's length in edits, if any. */
export function nearestName(name: string, candidates: readonly string[]): string | undefined {
  const best = candidates
    .map((candidate) => ({ candidate, distance: editDistance(name, candidate) }))
    .toSorted((a, b) => a.distance - b.distance)[0];
  return best !== undefined && best.distance <= Math.max(2, name.length / 3) ? best.candidate : undefined;
}

function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      row[j] = Math.min(
        (previous[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
      );
    }
    previous = row;
  }
  return previous[b.length] ?? 0;
}
