import { isJsonObject, type Json, type JsonPath } from './json.ts';

/** One difference; `before` is absent for what was added, `after` for what was removed. */
export interface JsonChange {
  /** List items with a name are addressed by it: `containerDefinitions`, `app`, `image`. */
  readonly path: JsonPath;
  readonly before?: Json;
  readonly after?: Json;
}

/** Every difference between two values, down to the scalars; lists of named objects are compared by name. */
export function diffJson(
  before: Json | undefined,
  after: Json | undefined,
  path: JsonPath = [],
): readonly JsonChange[] {
  if (before === undefined && after === undefined) return [];
  if (isJsonObject(before) && isJsonObject(after)) {
    const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    return names.flatMap((name) => diffJson(own(before, name), own(after, name), [...path, name]));
  }
  const a = namedItems(before ?? []);
  const b = namedItems(after ?? []);
  if (a !== undefined && b !== undefined) {
    const names = [...new Set([...a.keys(), ...b.keys()])];
    return names.flatMap((name) => diffJson(a.get(name), b.get(name), [...path, name]));
  }
  if (before === undefined) return [{ path, after: after as Json }];
  if (after === undefined) return [{ path, before }];
  return isSame(before, after) ? [] : [{ path, before, after }];
}

function own(value: Json, name: string): Json | undefined {
  return isJsonObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

/** The items by name, when every item is an object with a name of its own. */
function namedItems(value: Json): ReadonlyMap<string, Json> | undefined {
  if (!Array.isArray(value)) return undefined;
  const items = new Map<string, Json>();
  for (const item of value as readonly Json[]) {
    const name = isJsonObject(item) ? item['name'] : undefined;
    if (typeof name !== 'string' || items.has(name)) return undefined;
    items.set(name, item);
  }
  return items;
}

/** Equal values; the order of an object's members means nothing. */
function isSame(a: Json, b: Json): boolean {
  if (Array.isArray(a) && Array.isArray(b)) {
    const others = b as readonly Json[];
    return (
      a.length === others.length &&
      (a as readonly Json[]).every((one, index) => isSame(one, others[index] ?? null))
    );
  }
  if (isJsonObject(a) && isJsonObject(b)) {
    const names = Object.keys(a);
    return (
      names.length === Object.keys(b).length &&
      names.every((name) => Object.hasOwn(b, name) && isSame(a[name] ?? null, b[name] ?? null))
    );
  }
  return a === b;
}
