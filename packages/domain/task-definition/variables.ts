import { nearestName } from '../inputs/input.ts';
import { isJsonObject, type Json, type JsonPath } from '../text/json.ts';
import type { SourceText } from '../text/source-text.ts';
import type { Trouble } from '../trouble.ts';

/**
 * Puts values for `${NAME}` into every string of the file; `$${NAME}` stands for `${NAME}` itself. Without variables the
 * file stays as it is.
 */
export function substituteVariables(
  source: SourceText,
  variables: ReadonlyMap<string, string>,
): {
  readonly value: Json;
  readonly problems: readonly Trouble[];
  /** Names that the file never asks for. */
  readonly unused: readonly string[];
} {
  const problems: Trouble[] = [];
  if (variables.size === 0) return { value: source.value, problems, unused: [] };
  const used = new Set<string>();
  const known = [...variables.keys()];
  const visit = (value: Json, path: JsonPath): Json => {
    if (typeof value === 'string') {
      return value.replaceAll(/(\$?)\$\{([A-Za-z_]\w*)\}/g, (whole, escape: string, name: string) => {
        if (escape !== '') return whole.slice(1);
        used.add(name);
        const found = variables.get(name);
        if (found !== undefined) return found;
        const nearest = nearestName(name, known);
        problems.push({
          what: `input variables has no value for \${${name}}`,
          fix:
            nearest === undefined
              ? `Add ${name}=VALUE to variables, or write $\${${name}} to keep it as it stands.`
              : `Did you mean \${${nearest}}?`,
          place: source.placeOf(path),
        });
        return whole;
      });
    }
    if (Array.isArray(value))
      return (value as readonly Json[]).map((one, index) => visit(one, [...path, index]));
    if (!isJsonObject(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, one]) => [name, visit(one, [...path, name])]),
    );
  };
  return {
    value: visit(source.value, []),
    problems,
    unused: known.filter((name) => !used.has(name)),
  };
}
