import { ConfigurationError, type Place } from '@cutover/domain/errors';
import { isJsonObject, type Json, type JsonPath } from '@cutover/domain/text/json';
import { readSourceText } from '@cutover/domain/text/source-text';

/** One parameter as JSON or YAML gives it. */
export interface Override {
  readonly name: string;
  readonly value: string;
  readonly place: Place;
}

/** Whether overrides are written as a JSON value or a YAML mapping, not as `KEY=value`. */
export function isStructured(text: string): boolean {
  return /^\s*(?:[{[]|- |---\s)/.test(text) || /^\s*(?:#.*\n\s*)*"?[A-Za-z0-9]+"?\s*:(?:\s|$)/.test(text);
}

/**
 * Reads overrides as CloudFormation's tools write them: a mapping; a list of `{ParameterKey, ParameterValue}`; a list of
 * `KEY=value` texts; or a mapping below the key `Parameters`. A list of values is joined by commas, and a scalar is taken
 * as it is spelt, so that `012` and `1.10` stay what they are.
 * @throws ConfigurationError with the place of what is none of these; values are never repeated
 */
export function readStructured(
  text: string,
  file: string,
  input = 'parameter-overrides',
): readonly Override[] {
  const source = readSourceText(text, file);
  const refuse = (path: JsonPath, message: string, fix: string): never => {
    throw new ConfigurationError({
      what: `Input ${input}: ${message}`,
      fix,
      place: source.placeOf(path),
    });
  };
  const scalar = (path: JsonPath, value: Json | undefined): string => {
    if (value === null || value === undefined)
      return refuse(path, 'this parameter has no value.', 'Write "" for an empty one, or remove the key.');
    if (typeof value === 'object')
      return refuse(path, 'this value is an object.', 'Write a text, a number, or a list of them.');
    return typeof value === 'string' ? value : (source.spellingOf(path) ?? String(value));
  };
  const valueAt = (path: JsonPath, value: Json | undefined): string =>
    Array.isArray(value)
      ? value.map((item: Json, index) => scalar([...path, index], item)).join(',')
      : scalar(path, value);
  const mapping = (path: JsonPath, value: Readonly<Record<string, Json>>): readonly Override[] =>
    Object.entries(value).map(([name, one]) => ({
      name,
      value: valueAt([...path, name], one),
      place: source.placeOf([...path, name]),
    }));
  const item = (path: JsonPath, one: Json): readonly Override[] => {
    if (typeof one === 'string' && /^[A-Za-z0-9]+=/.test(one)) {
      const at = one.indexOf('=');
      return [{ name: one.slice(0, at), value: one.slice(at + 1), place: source.placeOf(path) }];
    }
    if (!isJsonObject(one) || typeof one['ParameterKey'] !== 'string')
      return refuse(
        path,
        'this is no parameter.',
        'Write {"ParameterKey": "NAME", "ParameterValue": "VALUE"} or "NAME=VALUE".',
      );
    // A parameter that the stack has keeps its value even when the file omits it.
    if (one['UsePreviousValue'] === true) return [];
    const at = [...path, 'ParameterValue'];
    return [
      { name: one['ParameterKey'], value: valueAt(at, one['ParameterValue']), place: source.placeOf(path) },
    ];
  };
  const { value } = source;
  if (Array.isArray(value)) return value.flatMap((one: Json, index) => item([index], one));
  if (!isJsonObject(value))
    return refuse([], 'this is neither a mapping nor a list.', 'Write KEY: VALUE, one a line.');
  const inner = value['Parameters'];
  return Object.keys(value).every((name) => ['Parameters', 'Tags', 'StackPolicy'].includes(name)) &&
    isJsonObject(inner)
    ? mapping(['Parameters'], inner)
    : mapping([], value);
}
