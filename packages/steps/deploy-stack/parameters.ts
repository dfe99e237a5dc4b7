import { ConfigurationError } from '@cutover/domain/errors';
import { nearestName } from '@cutover/domain/inputs';
import type { TemplateParameter } from './template.ts';

/**
 * `KEY=value` a line, or several on a line separated by commas: a comma ends a value only where the name of a parameter
 * follows, so that lists of subnets stay whole. A value in double quotes loses them.
 * @throws ConfigurationError for a name that the template does not have, or one that stands there twice
 */
export function parseParameterOverrides(
  text: string,
  known: readonly TemplateParameter[],
): ReadonlyMap<string, string> {
  const names = known.map(({ name }) => name);
  const values = new Map<string, string>();
  const problems: { message: string; remedy: string }[] = [];
  for (const piece of pieces(text, names)) {
    const at = piece.indexOf('=');
    const name = piece.slice(0, Math.max(at, 0)).trim();
    if (name === '') {
      problems.push({
        message: `Input parameter-overrides: ${JSON.stringify(piece)} is not KEY=value.`,
        remedy: 'Write one KEY=value a line.',
      });
    } else if (!names.includes(name)) {
      const nearest = nearestName(name, names);
      problems.push({
        message: `Input parameter-overrides: the template has no parameter ${name}.`,
        remedy:
          nearest === undefined
            ? `The parameters are: ${names.join(', ') || 'none'}.`
            : `Did you mean ${nearest}?`,
      });
    } else if (values.has(name)) {
      problems.push({
        message: `Input parameter-overrides: ${name} stands there twice.`,
        remedy: 'Keep one of them.',
      });
    }
    const value = piece.slice(at + 1);
    values.set(name, /^".*"$/s.test(value.trim()) ? value.trim().slice(1, -1) : value);
  }
  if (problems.length > 0) throw new ConfigurationError(problems);
  return values;
}

function pieces(text: string, names: readonly string[]): readonly string[] {
  return text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .flatMap((line) => {
      const found: string[] = [];
      let start = 0;
      for (const { index, 1: name = '' } of line.matchAll(/,\s*([A-Za-z0-9]+)=/g)) {
        // A slip in a name must not become part of the value before it.
        if (!names.includes(name) && nearestName(name, names) === undefined) continue;
        found.push(line.slice(start, index));
        start = index + 1;
      }
      return [...found, line.slice(start)];
    });
}

/**
 * What CreateChangeSet is given: the overrides, and for every other parameter that the stack has its present value.
 * @returns `missing` names parameters that have neither
 */
export function parametersOf(
  known: readonly TemplateParameter[],
  overrides: ReadonlyMap<string, string>,
  present: Readonly<Record<string, string>>,
): { readonly parameters: ReadonlyMap<string, string | undefined>; readonly missing: readonly string[] } {
  const parameters = new Map<string, string | undefined>();
  const missing: string[] = [];
  for (const { name, hasDefault } of known) {
    if (overrides.has(name)) parameters.set(name, overrides.get(name));
    else if (Object.hasOwn(present, name)) parameters.set(name, undefined);
    else if (!hasDefault) missing.push(name);
  }
  return { parameters, missing };
}
