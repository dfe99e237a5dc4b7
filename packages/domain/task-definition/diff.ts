import { diffJson, type JsonChange } from '../text/json-diff.ts';
import { isJsonObject, type Json, type JsonObject } from '../text/json.ts';
import { normalise } from './normalise.ts';
import { looksSecret } from './secretive.ts';

/** Differences in meaning between two task definitions. */
export function diffTaskDefinitions(before: JsonObject, after: JsonObject): readonly JsonChange[] {
  return diffJson(normalise(before), normalise(after));
}

const HIDDEN = '(not shown)';

/**
 * The changes in `diff` notation, one line a side. Values of the environment are hidden, because users keep secrets there.
 * Labels, options and commands are hidden when they look secret. Secrets are shown by ARN or path.
 */
export function formatTaskDefinitionDiff(changes: readonly JsonChange[]): string {
  return changes
    .flatMap(({ path, before, after }) => {
      const name = path
        .map(String)
        .filter((part, index) => !(isPair(path) && index === 4 && part === 'value'))
        .join('.');
      const [old, fresh] = [before, after].map((value) =>
        value === undefined ? undefined : show(path, value),
      );
      if (old === HIDDEN && fresh === HIDDEN) {
        return [`- ${name}: (old value, not shown)`, `+ ${name}: (new value, not shown)`];
      }
      return [
        ...(old === undefined ? [] : [`- ${name}: ${old}`]),
        ...(fresh === undefined ? [] : [`+ ${name}: ${fresh}`]),
      ];
    })
    .join('\n');
}

/** `containerDefinitions.app.environment.NAME[.value]`, and the same of secrets. */
function isPair(path: JsonChange['path']): boolean {
  return (
    path[0] === 'containerDefinitions' &&
    (path[2] === 'environment' || path[2] === 'secrets') &&
    path.length >= 4
  );
}

function show(path: JsonChange['path'], value: Json): string {
  if (isPair(path)) {
    const shown = isJsonObject(value) ? (value['value'] ?? value['valueFrom'] ?? '') : value;
    return path[2] === 'environment' || path[4] === 'name'
      ? HIDDEN
      : showJson(isSecretName(shown) ? shown : HIDDEN);
  }
  const member = path.findLast((part) => typeof part === 'string') ?? '';
  return showJson(hide(member, value));
}

function showJson(value: Json): string {
  return value === HIDDEN ? HIDDEN : JSON.stringify(value);
}

/** Whether a value is an ARN or a path. Another text in `valueFrom` may be the secret itself, written there by mistake. */
function isSecretName(value: Json): boolean {
  return typeof value === 'string' && /^(arn:aws[\w-]*:|\/[\w./-]+$)/.test(value);
}

function hide(name: string, value: Json): Json {
  if (typeof value === 'string') {
    if (name === 'valueFrom') return isSecretName(value) ? value : HIDDEN;
    return looksSecret(name, value) && !/^arn:|@sha256:/.test(value) ? HIDDEN : value;
  }
  if (Array.isArray(value)) {
    return (value as readonly Json[]).map((one) =>
      name === 'environment' && isJsonObject(one) && 'value' in one
        ? { ...one, value: HIDDEN }
        : hide(name, one),
    );
  }
  if (!isJsonObject(value)) return value;
  const named = typeof value['name'] === 'string' ? value['name'] : undefined;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [
      key,
      key === 'value' && named !== undefined ? hide(named, one) : key === 'name' ? one : hide(key, one),
    ]),
  );
}
