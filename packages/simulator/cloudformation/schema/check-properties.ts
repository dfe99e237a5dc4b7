import type { Property, ResourceType, Shape, Structure } from './resource-types.ts';

export interface Checked {
  /** The properties with scalars in the types that the schema names: CloudFormation takes `"80"` for a number. */
  readonly properties: Record<string, unknown>;
  /** The fault, in the words of CloudFormation's property validation. */
  readonly problems: readonly string[];
}

/** A value that only the deployment itself will know. */
export function isUnresolved(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.keys(value).length === 1 &&
    Object.keys(value).every((key) => key === 'Ref' || key.startsWith('Fn::'))
  );
}

/** Checks names and types of a resource's properties, at any depth. Values that aren't known yet are passed over. */
export function checkProperties(type: ResourceType, properties: object): Checked {
  const problems: string[] = [];
  const checked = structure(type, type, properties as Record<string, unknown>, '#', problems);
  return { properties: checked, problems };
}

function structure(
  type: ResourceType,
  definition: Structure,
  value: Record<string, unknown>,
  path: string,
  problems: string[],
): Record<string, unknown> {
  const out: Record<string, unknown> = {};
  const extra = Object.keys(value).filter((key) => !definition.properties.has(key));
  for (const key of extra) {
    if (definition.open) out[key] = value[key];
    else problems.push(`${path}: extraneous key [${key}] is not permitted`);
  }
  for (const [key, property] of definition.properties) {
    if (value[key] === undefined) {
      if (property.required) problems.push(`${path}: required key [${key}] not found`);
    } else out[key] = convert(type, property.shape, value[key], `${path}/${key}`, problems);
  }
  return out;
}

function convert(
  type: ResourceType,
  shape: Property['shape'],
  value: unknown,
  path: string,
  problems: string[],
): unknown {
  if (shape.kind === 'json' || isUnresolved(value)) return value;
  const wrong = (expected: string): unknown => {
    problems.push(`${path}: expected type: ${expected}, found: ${nameOf(value)}`);
    return value;
  };
  switch (shape.kind) {
    case 'structure': {
      const definition = type.structures.get(shape.name);
      if (definition === undefined || !isObject(value)) return wrong('JSONObject');
      return structure(type, definition, value, path, problems);
    }
    case 'list':
      if (!Array.isArray(value)) return wrong('JSONArray');
      return value.map((item, index) => convert(type, shape.of, item, `${path}/${index}`, problems));
    case 'map':
      if (!isObject(value)) return wrong('JSONObject');
      return Object.fromEntries(
        Object.entries(value).map(([key, item]) => [
          key,
          convert(type, shape.of, item, `${path}/${key}`, problems),
        ]),
      );
    case 'string':
    case 'enum':
      return text(shape, value, path, problems) ?? wrong('String');
    case 'int':
    case 'number': {
      const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
      const legal = typeof number === 'number' && !Number.isNaN(number);
      if (shape.kind === 'int') return legal && Number.isInteger(number) ? number : wrong('Integer');
      return legal ? number : wrong('Number');
    }
    case 'bool':
      if (value === 'true' || value === true) return true;
      return value === 'false' || value === false ? false : wrong('Boolean');
  }
}

function text(shape: Shape, value: unknown, path: string, problems: string[]): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return undefined;
  const string = String(value);
  if (shape.kind === 'enum' && !shape.values.includes(string)) {
    problems.push(`${path}: ${string} is not a valid enum value, one of [${shape.values.join(', ')}]`);
  }
  return string;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function nameOf(value: unknown): string {
  if (Array.isArray(value)) return 'JSONArray';
  if (value === null) return 'Null';
  return { string: 'String', number: 'Number', boolean: 'Boolean' }[typeof value as string] ?? 'JSONObject';
}
