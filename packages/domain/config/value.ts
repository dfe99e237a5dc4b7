import type { Form } from '../inputs/input.ts';
import { isJsonObject, type Json, type JsonPath } from '../text/json.ts';

/** A value that an input can't have; `message` completes "Input NAME: ". */
export class NotWritable extends Error {
  override readonly name = 'NotWritable';
  readonly fix: string;

  constructor(message: string, fix: string) {
    super(message);
    this.fix = fix;
  }
}

/**
 * The text under `with:` that says the same as a value of a configuration file; undefined for null and an empty list or map.
 * @param spellingOf a scalar's spelling in the file, where `0.10` and `012345678901` are more than their numbers
 * @throws NotWritable
 */
export function configText(
  value: Json,
  form: Form,
  spellingOf: (path: JsonPath) => string | undefined,
): string | undefined {
  if (value === null) return undefined;
  if (isJsonObject(value)) return ofMap(value, form, spellingOf);
  if (typeof value === 'object') return ofList(value, form, spellingOf);
  return scalar(value, spellingOf([]));
}

function ofList(
  items: readonly Json[],
  form: Form,
  spellingOf: (path: JsonPath) => string | undefined,
): string | undefined {
  if (items.length === 0) return undefined;
  switch (form.kind) {
    case 'json':
      return JSON.stringify(items);
    case 'words':
      return JSON.stringify(items.map((item, index) => single(item, spellingOf([index]))));
    case 'lines':
    case 'pairs':
      return items.map((item, index) => line(item, spellingOf([index]))).join('\n');
    case 'list':
      return items
        .map((item, index) => {
          const text = line(item, spellingOf([index]));
          if (text.includes(','))
            throw new NotWritable('an entry of the list holds a comma', 'Write each entry on its own.');
          return text;
        })
        .join('\n');
    case 'boolean':
    case 'choice':
    case 'number':
    case 'text':
      throw new NotWritable('the value is a list, and the input takes one value', 'Write one value.');
  }
}

function ofMap(
  members: Readonly<Record<string, Json>>,
  form: Form,
  spellingOf: (path: JsonPath) => string | undefined,
): string | undefined {
  const entries = Object.entries(members);
  if (form.kind === 'json') return JSON.stringify(members);
  if (form.kind !== 'pairs') {
    throw new NotWritable(
      'the value is a map, and the input takes none',
      'Write a value, or a list of them.',
    );
  }
  if (entries.length === 0) return undefined;
  return entries
    .map(([name, value]) => {
      if (/[=\r\n]/.test(name)) throw new NotWritable('a name holds = or a line break', 'Correct the name.');
      return `${name}=${value === null ? '' : line(value, spellingOf([name]))}`;
    })
    .join('\n');
}

function single(value: Json, spelling: string | undefined): string {
  if (value === null || typeof value === 'object')
    throw new NotWritable('an entry is not a single value', 'Write each entry as one text.');
  return scalar(value, spelling);
}

/** A value on a line of its own can't have a second line. */
function line(value: Json, spelling: string | undefined): string {
  const text = single(value, spelling);
  if (/[\r\n]/.test(text.trim()))
    throw new NotWritable('an entry has several lines', 'Write each entry in one line.');
  return text.replaceAll(/[\r\n]+$/g, '');
}

/** Numbers and booleans as they are written, texts without their quotes. */
function scalar(value: string | number | boolean, spelling: string | undefined): string {
  return typeof value === 'string' ? value : (spelling ?? String(value));
}
