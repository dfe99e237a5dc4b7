import { reasonOf } from '../text/reason.ts';
import { ConfigurationError, type Place } from '../errors.ts';
import { judgeForeign, type ForeignInput } from '../foreign-inputs/foreign-input.ts';
import type { Trouble } from '../trouble.ts';

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
  /** How a value is written in a configuration file and described by its JSON schema. */
  readonly form: Form;
  /** How a spelling was read that this field takes without recommending it; completes "Input NAME: ". */
  readonly reading?: (text: string) => string | undefined;
}

/**
 * Form of a value outside `with:`. `lines`, `list` and `pairs` may be YAML lists, `pairs` and `json` maps too, and `words`
 * (a command) a list of its arguments. Every form may also be the text that stands under `with:`.
 */
export type Form =
  | { readonly kind: 'text' | 'boolean' | 'lines' | 'pairs' | 'words' | 'json' }
  | { readonly kind: 'list' | 'choice'; readonly choices?: readonly string[] }
  | { readonly kind: 'number'; readonly min: number; readonly max: number; readonly integer: boolean };

export interface FieldOptions {
  readonly default?: string;
  readonly required?: true;
  readonly secret?: true;
  readonly aliases?: readonly string[];
  /** Default is `text`. */
  readonly form?: Form;
}

// eslint-disable-next-line typescript/no-explicit-any -- a schema mixes fields of every type
export type InputSchema = Readonly<Record<string, Field<any>>>;

/** The values that a schema yields, by input name. */
export type Inputs<S extends InputSchema> = {
  readonly [K in keyof S]: S[K] extends Field<infer T> ? T : never;
};

export type Given<T, O extends FieldOptions> = Field<
  O extends { required: true } | { default: string } ? T : T | undefined
>;

/** Thrown by a field's parser: `expected` completes "… is not ". */
export class InvalidInput extends Error {
  override readonly name = 'InvalidInput';
  readonly fix: string;
  /** Text shown in place of a value that may be sensitive. */
  readonly shown: string | undefined;

  constructor(expected: string, fix: string, shown?: string) {
    super(expected);
    this.fix = fix;
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
  const { required, secret, aliases = [], form = { kind: 'text' }, ...rest } = options;
  return { ...rest, parse, required: required === true, secret: secret === true, aliases, form } as Given<
    T,
    O
  >;
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

/** `true` or `false`, whatever the case, or `1` or `0`; anything else is refused, never read as false. */
export function flag<const O extends FieldOptions>(options: O): Given<boolean, O> {
  const parsed = field((value) => {
    switch (value.toLowerCase()) {
      case 'true':
      case '1':
        return true;
      case 'false':
      case '0':
        return false;
      default:
        throw new InvalidInput('a boolean', 'Write true or false.');
    }
  }, options);
  const form: Form = { kind: 'boolean' };
  const reading = (value: string): string | undefined =>
    /^[01]$/.test(value) ? `${value} is read as ${value === '1'}.` : undefined;
  return { ...parsed, form, reading };
}

export function choice<const C extends string, const O extends FieldOptions>(
  choices: readonly C[],
  options: O,
): Given<C, O> {
  const parsed = field((value) => {
    const found = choices.find((one) => one === value);
    if (found === undefined)
      throw new InvalidInput(`one of ${choices.join(', ')}`, `Write one of ${choices.join(', ')}.`);
    return found;
  }, options);
  return { ...parsed, form: { kind: 'choice', choices } };
}

/** A number in plain decimal notation. The unit belongs into the input's name. */
export function number<const O extends FieldOptions & { min: number; max: number; integer?: true }>(
  options: O,
): Given<number, O> {
  const { min, max, integer, ...rest } = options;
  const parsed = field((value) => {
    const kind = integer === true ? 'a whole number' : 'a number';
    const read = /^[+-]?\d+(\.\d+)?$/.test(value) ? Number(value) : Number.NaN;
    if (Number.isNaN(read) || read < min || read > max || (integer === true && !Number.isInteger(read))) {
      throw new InvalidInput(`${kind} from ${min} to ${max}`, `Write ${kind} from ${min} to ${max}.`);
    }
    return read;
  }, rest as O);
  return { ...parsed, form: { kind: 'number', min, max, integer: integer === true } };
}

/** One entry a line; empty lines are dropped, each is trimmed. */
export function lines<const O extends FieldOptions = object>(options = {} as O): Field<readonly string[]> {
  return {
    ...field(splitLines, { ...options, default: '', form: { kind: 'lines' } }),
    default: options.default ?? '',
  };
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
        form: { kind: 'list' },
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
    form: { kind: 'list', choices: words },
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
  return {
    ...field(parse, { ...options, default: '', form: { kind: 'pairs' } }),
    default: options.default ?? '',
  };
}

/** A JSON document; the place of a syntax error is given by line and column. */
export function json<const O extends FieldOptions = object>(options = {} as O): Given<unknown, O> {
  return field(
    (value) => {
      try {
        return JSON.parse(value) as unknown;
      } catch (error) {
        throw new InvalidInput(`JSON (${reasonOf(error)})`, 'Write valid JSON.');
      }
    },
    { ...options, form: { kind: 'json' } },
  );
}

function splitLines(value: string): readonly string[] {
  return value
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean);
}

/** Parameters of the parser beside the schema. */
export interface ParseOptions {
  /** Inputs of other actions that users bring along. */
  readonly foreign?: readonly ForeignInput[];
  /** Where a text stands that comes from a configuration file, by input. */
  readonly places?: ReadonlyMap<string, Place>;
  /** Told what was accepted, though it is not how this suite would write it. */
  readonly note?: (text: string) => void;
}

/**
 * Turns the texts of `with:` into values. All problems are found at once.
 * @param given input names, lower case, and their texts; an absent or blank text counts as not given.
 * @throws ConfigurationError naming each input, its value (secrets excepted) and what to write instead.
 */
export function parseInputs<S extends InputSchema>(
  schema: S,
  given: Readonly<Record<string, string>>,
  { foreign = [], note = () => undefined, places = new Map() }: ParseOptions = {},
): Inputs<S> {
  const problems: Trouble[] = [];
  const names = new Map(
    Object.entries(schema).flatMap(([name, { aliases }]) => [name, ...aliases].map((one) => [one, name])),
  );
  const texts = new Map<string, { text: string; as: string }>();
  for (const [as, text] of Object.entries(given)) {
    if (text.trim() === '') continue;
    const name = names.get(as);
    if (name === undefined) {
      const verdict = judgeForeign(foreign, as, text) ?? unknownInput(as, schema);
      if (verdict.kind === 'same') note(verdict.note);
      else problems.push(verdict);
      continue;
    }
    const twin = texts.get(name);
    if (twin !== undefined && twin.text !== text) {
      problems.push({
        what: `Inputs ${twin.as} and ${as} mean the same and have different values.`,
        fix: `Keep ${name}.`,
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
          what: `Input ${name} is required and was not given.`,
          fix: `Add ${name} under with:.`,
        });
      values[name] = undefined;
      continue;
    }
    try {
      const value = raw.includes('\n') ? raw : raw.trim();
      values[name] = one.parse(value);
      const reading = one.reading?.(value);
      if (reading !== undefined) note(`Input ${found?.as ?? name}: ${reading}`);
    } catch (error) {
      if (!(error instanceof InvalidInput)) throw error;
      const place = places.get(name);
      problems.push({
        ...(place === undefined ? {} : { place }),
        what: `Input ${found?.as ?? name}: ${one.secret ? 'the value' : (error.shown ?? quoted(raw))} is not ${error.message}.`,
        fix: error.fix,
      });
    }
  }
  if (problems.length > 0) throw new ConfigurationError(problems);
  return values as Inputs<S>;
}

function unknownInput(name: string, schema: InputSchema): { readonly kind: 'refused' } & Trouble {
  const nearest = nearestName(name, Object.keys(schema));
  return {
    kind: 'refused',
    what: `Unknown input ${name}.`,
    fix:
      nearest === undefined
        ? `Remove it. The inputs are: ${Object.keys(schema).join(', ')}.`
        : `Did you mean ${nearest}?`,
  };
}

/**
 * The candidate within a third of the name's length in edits, if any. A word of up to four letters is one edit or two
 * swapped letters away.
 */
export function nearestName(name: string, candidates: readonly string[]): string | undefined {
  // No slip of a finger, and the comparison takes time with the length.
  if (name.length > LONGEST_SHOWN) return undefined;
  const best = candidates
    .map((candidate) => ({ candidate, distance: editDistance(name, candidate) }))
    .toSorted((a, b) => a.distance - b.distance)[0];
  return best !== undefined && isNear(name, best.candidate, best.distance) ? best.candidate : undefined;
}

function isNear(name: string, candidate: string, distance: number): boolean {
  if (name.length > 4) return distance <= Math.max(2, name.length / 3);
  const sorted = (word: string): string => Array.from(word).toSorted().join('');
  return distance <= 1 || (distance === 2 && sorted(name) === sorted(candidate));
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
