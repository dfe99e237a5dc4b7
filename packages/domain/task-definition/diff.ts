import { diffJson, type JsonChange } from '../json-diff.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { normalise } from './normalise.ts';
import { looksSecret } from './secretive.ts';

/** What differs in meaning between two task definitions. */
export function diffTaskDefinitions(before: JsonObject, after: JsonObject): readonly JsonChange[] {
  return diffJson(normalise(before), normalise(after));
}

/**
 * The changes in `diff` notation, one line a side. Values of the environment, labels and log options that look secret
 * are not shown, other values in full; of secrets there are only the ARNs to show.
 */
export function formatTaskDefinitionDiff(changes: readonly JsonChange[]): string {
  return changes
    .flatMap(({ path, before, after }) => {
      const name = path
        .map(String)
        .filter((part, index) => !(isPair(path) && index === 4 && part === 'value'))
        .join('.');
      return [
        ...(before === undefined ? [] : [`- ${name}: ${show(path, before)}`]),
        ...(after === undefined ? [] : [`+ ${name}: ${show(path, after)}`]),
      ];
    })
    .join('\n');
}

/** `containerDefinitions.app.environment.NAME[.value]` */
function isPair(path: JsonChange['path']): boolean {
  return (
    path[0] === 'containerDefinitions' &&
    (path[2] === 'environment' || path[2] === 'secrets') &&
    path.length >= 4
  );
}

function show(path: JsonChange['path'], value: Json): string {
  if (isPair(path) && isJsonObject(value)) {
    const shown = value['value'] ?? value['valueFrom'] ?? '';
    return show([...path, 'value'], shown);
  }
  if (path[2] === 'secrets') return JSON.stringify(value);
  const name = String(isPair(path) ? path[3] : (path.at(-1) ?? ''));
  return JSON.stringify(hide(name, value));
}

function hide(name: string, value: Json): Json {
  if (typeof value === 'string') {
    return looksSecret(name, value) && !/^arn:|@sha256:/.test(value) ? '(not shown)' : value;
  }
  if (Array.isArray(value)) return (value as readonly Json[]).map((one) => hide(name, one));
  if (!isJsonObject(value)) return value;
  const named = typeof value['name'] === 'string' ? value['name'] : undefined;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [
      key,
      key === 'value' && named !== undefined ? hide(named, one) : key === 'name' ? one : hide(key, one),
    ]),
  );
}
