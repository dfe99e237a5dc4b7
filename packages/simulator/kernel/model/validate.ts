import { ApiError } from '../api-error.ts';
import type { ApiModel, Constraints, Scalar, ShapeName } from './shape.ts';

export interface Rules {
  readonly model: ApiModel;
  /** Query services: every scalar is a string and paths begin with a small letter. */
  readonly form: boolean;
  /** The error code of what breaks a constraint. */
  readonly code: (operation: string) => string;
  /** How the service tells of broken constraints; `own`: in its operations, so that only types are checked here. */
  readonly wording: 'shared' | 'ecr' | 'own';
}

/** A constraint that a value doesn't meet. */
interface Broken {
  /** As the message shows it. */
  readonly value: string;
  readonly path: string;
  readonly constraint: string;
}

/**
 * Checks a request against the published API model: types, required members, lengths, ranges, enums and patterns.
 * Members that the model doesn't know are let through, as the services do. The wording is that of the framework which
 * the services share; which code a service gives it is an assumption.
 * @throws ApiError SerializationException for wrong types, else the service's validation error
 */
export function validate(rules: Rules, operation: string, input: object): void {
  const shape = rules.model.inputs[operation];
  if (shape === undefined) return;
  const broken: Broken[] = [];
  check(rules, shape, input, '', broken);
  const [first] = broken;
  if (first === undefined || rules.wording === 'own') return;
  if (rules.wording === 'ecr') {
    const constraint = first.constraint.replace(
      /^(must satisfy regular expression) pattern: (.*)$/s,
      "$1 '$2'",
    );
    throw new ApiError(
      rules.code(operation),
      `Invalid parameter at '${first.path}' failed to satisfy constraint: '${constraint}'`,
    );
  }
  const told = broken.map(
    ({ value, path, constraint }) =>
      `Value ${value} at '${path}' failed to satisfy constraint: Member ${constraint}`,
  );
  throw new ApiError(
    rules.code(operation),
    `${broken.length} validation error${broken.length === 1 ? '' : 's'} detected: ${told.join('; ')}`,
  );
}

/**
 * The request with lists, maps and structures that are empty in place of the empty text that stands for them in a form.
 * @param input has passed `validate`
 */
export function readEmpty({ model, form }: Rules, operation: string, input: object): object {
  const shape = model.inputs[operation];
  return form && shape !== undefined ? (filled(model, shape, input) as object) : input;
}

function filled(model: ApiModel, name: ShapeName, value: unknown): unknown {
  const shape = model.shapes[name];
  if (shape?.is === 'list') {
    if (value === '') return [];
    return Array.isArray(value) ? value.map((item: unknown) => filled(model, shape.of, item)) : value;
  }
  if (shape?.is === 'map') return value === '' ? {} : value;
  if (shape?.is !== 'structure') return value;
  if (value === '') return {};
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([member, inner]) => {
      const of = Object.hasOwn(shape.members, member) ? shape.members[member] : undefined;
      return [member, of === undefined ? inner : filled(model, of, inner)];
    }),
  );
}

function check(rules: Rules, name: ShapeName, value: unknown, path: string, broken: Broken[]): void {
  const shape = rules.model.shapes[name] ?? { is: name as Scalar };
  // An empty list or structure has no other form in a query string.
  if (rules.form && value === '' && (shape.is === 'list' || shape.is === 'structure' || shape.is === 'map'))
    return;
  switch (shape.is) {
    case 'structure': {
      if (!isObject(value)) throw unexpected(value, 'structure or map');
      for (const member of shape.required) {
        const absent = value[member] === undefined || value[member] === null;
        if (absent)
          broken.push({
            value: 'null',
            path: below(rules, path, member),
            constraint: 'must not be null',
          });
      }
      for (const [member, inner] of Object.entries(shape.members)) {
        const given = value[member];
        if (given !== undefined && given !== null)
          check(rules, inner, given, below(rules, path, member), broken);
      }
      return;
    }
    case 'list': {
      if (!Array.isArray(value)) throw unexpected(value, 'list');
      bounds(shape, value.length, JSON.stringify(value), path, 'length', broken);
      for (const [index, item] of (value as unknown[]).entries())
        if (item !== null) check(rules, shape.of, item, `${path}.${index + 1}.member`, broken);
      return;
    }
    case 'map': {
      if (!isObject(value)) throw unexpected(value, 'structure or map');
      bounds(shape, Object.keys(value).length, JSON.stringify(value), path, 'length', broken);
      for (const [key, item] of Object.entries(value)) {
        check(rules, shape.key, key, `${path}.key`, broken);
        if (item !== null) check(rules, shape.value, item, `${path}.${key}.member`, broken);
      }
      return;
    }
    case 'string':
    case 'integer':
    case 'long':
    case 'float':
    case 'double':
    case 'boolean':
    case 'timestamp':
    case 'blob':
      scalar(rules, shape, value, path, broken);
  }
}

function scalar(
  { form }: Rules,
  shape: { readonly is: Scalar } & Constraints,
  value: unknown,
  path: string,
  broken: Broken[],
): void {
  const wanted = { string: 'string', blob: 'string', boolean: 'boolean' }[shape.is as string] ?? 'number';
  if (form) {
    if (typeof value === 'object') throw unexpected(value, 'scalar');
    const text = `${value as string | number | boolean}`;
    if (wanted === 'boolean' && !/^(true|false)$/i.test(text)) throw malformed(text, 'boolean');
    if (wanted === 'number' && shape.is !== 'timestamp' && !numeral(shape.is).test(text))
      throw malformed(text, shape.is);
  } else if (shape.is === 'timestamp' ? typeof value === 'object' : typeof value !== wanted) {
    throw unexpected(value, shape.is);
  } else if (wanted === 'number' && shape.is !== 'timestamp' && !numeral(shape.is).test(String(value))) {
    // Assumption: a fraction is no integer; which text AWS gives is not documented.
    throw new ApiError('SerializationException', `${String(value)} can not be converted to ${shape.is}`);
  }
  if (wanted === 'number' && shape.is !== 'timestamp') {
    bounds(shape, Number(value), String(value), path, 'value', broken);
    return;
  }
  if (shape.is !== 'string') return;
  const text = String(value);
  bounds(shape, text.length, text, path, 'length', broken);
  const fails = (constraint: string): number => broken.push({ value: `'${text}'`, path, constraint });
  if (shape.values !== undefined && !shape.values.includes(text))
    fails(`must satisfy enum value set: [${shape.values.join(', ')}]`);
  if (shape.pattern !== undefined && !new RegExp(`^(?:${shape.pattern})$`, 'u').test(text))
    fails(`must satisfy regular expression pattern: ${shape.pattern}`);
}

function numeral(type: Scalar): RegExp {
  return type === 'integer' || type === 'long' ? /^-?\d+$/ : /^-?\d+(\.\d+)?(e[+-]?\d+)?$/;
}

function bounds(
  { min, max }: Constraints,
  size: number,
  value: string,
  path: string,
  what: 'length' | 'value',
  broken: Broken[],
): void {
  const fails = (limit: string): number =>
    broken.push({ value: `'${value}'`, path, constraint: `must have ${what} ${limit}` });
  if (min !== undefined && size < min) fails(`greater than or equal to ${min}`);
  if (max !== undefined && size > max) fails(`less than or equal to ${max}`);
}

function below({ form }: Rules, path: string, member: string): string {
  const name = form ? member.charAt(0).toLowerCase() + member.slice(1) : member;
  return path === '' ? name : `${path}.${name}`;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function unexpected(value: unknown, wanted: string): ApiError {
  const article = /^[aeiou]/.test(wanted) ? 'an' : 'a';
  const target = `${article} ${wanted.charAt(0).toUpperCase()}${wanted.slice(1)}`;
  if (Array.isArray(value))
    return new ApiError('SerializationException', 'Unexpected list found where not expected.');
  if (typeof value === 'object')
    return new ApiError('SerializationException', 'Start of structure or map found where not expected.');
  const kind =
    typeof value === 'boolean'
      ? `${String(value).toUpperCase()}_VALUE`
      : `${(typeof value).toUpperCase()}_VALUE`;
  return new ApiError('SerializationException', `${kind} can not be converted to ${target}`);
}

function malformed(text: string, wanted: string): ApiError {
  return new ApiError('MalformedInput', `'${text}' is not of type ${wanted}`);
}
