import { isUnresolved } from '../schema/check-properties.ts';
import { splitCidr } from './cidr.ts';
import { validation } from './parse-template.ts';
import { getAtt } from './references.ts';

/** Values of the names in a template. */
export interface Scope {
  /** Value of a parameter, pseudo parameter or resource; undefined when only the deployment will know. */
  ref(name: string): unknown;
  attribute(name: string, attribute: string): unknown;
  condition(name: string): boolean;
  mapping(map: string, first: string, second: string): unknown;
  zones(region: string): string[];
  exported(name: string): unknown;
}

/** `AWS::NoValue`: the property that has it disappears. */
export const NO_VALUE = Symbol('AWS::NoValue');

/**
 * Works out the functions in `node`. A function that needs a value that isn't known yet stays, with its arguments worked
 * out as far as possible, so that two results can be compared.
 * @throws ValidationError for functions used in a wrong way
 */
export function evaluate(node: unknown, scope: Scope): unknown {
  if (Array.isArray(node)) {
    return node.map((item) => evaluate(item, scope)).filter((item) => item !== NO_VALUE);
  }
  if (typeof node !== 'object' || node === null) return node;
  const entries = Object.entries(node);
  const [first] = entries;
  if (entries.length === 1 && first !== undefined) {
    const [name, argument] = first;
    if (name === 'Ref') return scope.ref(String(argument)) ?? { Ref: String(argument) };
    if (name === 'Fn::GetAtt') {
      const [resource, attribute] = getAtt(argument);
      const evaluated = evaluate(attribute, scope);
      return scope.attribute(resource, String(evaluated)) ?? { 'Fn::GetAtt': [resource, evaluated] };
    }
    if (name === 'Condition' && typeof argument === 'string') return scope.condition(argument);
    if (name === 'Fn::If') {
      const [condition, yes, no, ...rest] = list(name, argument);
      if (no === undefined || rest.length > 0) throw malformed(name, 'a condition and two values');
      return evaluate(scope.condition(String(condition)) ? yes : no, scope);
    }
    if (name === 'Fn::Sub') return substitute(argument, scope);
    if (name.startsWith('Fn::')) {
      const value = evaluate(argument, scope);
      return isKnown(value) ? apply(name, value, scope) : { [name]: value };
    }
  }
  return Object.fromEntries(
    entries
      .map(([key, value]) => [key, evaluate(value, scope)] as const)
      .filter(([, value]) => value !== NO_VALUE),
  );
}

export function isKnown(value: unknown): boolean {
  if (isUnresolved(value)) return false;
  return !Array.isArray(value) || value.every(isKnown);
}

function apply(name: string, value: unknown, scope: Scope): unknown {
  switch (name) {
    case 'Fn::Join': {
      const [separator, items] = list(name, value);
      if (typeof separator !== 'string' || !Array.isArray(items))
        throw malformed(name, 'a delimiter and a list');
      return items.map(text).join(separator);
    }
    case 'Fn::Split': {
      const [separator, source] = list(name, value);
      if (typeof separator !== 'string') throw malformed(name, 'a delimiter and a string');
      return text(source).split(separator);
    }
    case 'Fn::Select': {
      const [index, items] = list(name, value);
      if (!Array.isArray(items)) throw malformed(name, 'an index and a list');
      const item: unknown = items[Number(index)];
      if (item === undefined) {
        throw validation(
          `Template error: Fn::Select cannot select nonexistent value at index ${text(index)}`,
        );
      }
      return item;
    }
    case 'Fn::Base64':
      return Buffer.from(text(value)).toString('base64');
    case 'Fn::GetAZs':
      return scope.zones(text(value));
    case 'Fn::Cidr': {
      const [block, count, bits] = list(name, value);
      return splitCidr(text(block), Number(count), Number(bits ?? 8));
    }
    case 'Fn::FindInMap': {
      const [map, first, second] = list(name, value).map(text);
      return scope.mapping(map ?? '', first ?? '', second ?? '');
    }
    case 'Fn::ImportValue':
      return scope.exported(text(value));
    case 'Fn::Equals': {
      const [left, right] = list(name, value);
      return JSON.stringify(plain(left)) === JSON.stringify(plain(right));
    }
    case 'Fn::Not':
      return !truth(name, list(name, value)[0]);
    case 'Fn::And':
      return list(name, value).every((item) => truth(name, item));
    case 'Fn::Or':
      return list(name, value).some((item) => truth(name, item));
    case 'Fn::Contains': {
      const [items, item] = list(name, value);
      return (Array.isArray(items) ? items : []).map(text).includes(text(item));
    }
    case 'Fn::EachMemberEquals': {
      const [items, item] = list(name, value);
      return (Array.isArray(items) ? items : []).every((one) => text(one) === text(item));
    }
    case 'Fn::EachMemberIn': {
      const [items, set] = list(name, value);
      const allowed = (Array.isArray(set) ? set : []).map(text);
      return (Array.isArray(items) ? items : []).every((one) => allowed.includes(text(one)));
    }
    default:
      throw validation(`Template format error: Unrecognized intrinsic function ${name}`);
  }
}

function substitute(argument: unknown, scope: Scope): unknown {
  const [template, variables] = Array.isArray(argument)
    ? (argument as [unknown, Record<string, unknown>?])
    : [argument, undefined];
  if (typeof template !== 'string') throw malformed('Fn::Sub', 'a string, or a string and a map');
  const parts: unknown[] = [];
  let end = 0;
  for (const match of template.matchAll(/\$\{(!?)\s*([^}]*?)\s*\}/g)) {
    parts.push(template.slice(end, match.index));
    end = match.index + match[0].length;
    const [, literal, name = ''] = match;
    const dot = name.indexOf('.');
    if (literal === '!') parts.push(`\${${name}}`);
    else if (variables !== undefined && name in variables) parts.push(evaluate(variables[name], scope));
    else if (dot < 0) parts.push(evaluate({ Ref: name }, scope));
    else parts.push(evaluate({ 'Fn::GetAtt': [name.slice(0, dot), name.slice(dot + 1)] }, scope));
  }
  parts.push(template.slice(end));
  const known = parts.filter((part) => part !== '');
  return known.every(isKnown) ? known.map(text).join('') : { 'Fn::Sub': known };
}

function list(name: string, value: unknown): unknown[] {
  if (!Array.isArray(value)) throw malformed(name, 'a list of arguments');
  return value as unknown[];
}

function truth(name: string, value: unknown): boolean {
  if (value === true || value === 'true') return true;
  if (value === false || value === 'false') return false;
  throw malformed(name, 'conditions');
}

function text(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw validation(`Template error: a string is needed where the template gives ${JSON.stringify(value)}`);
}

/** `1` and `"1"` are equal in a template. */
function plain(value: unknown): unknown {
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : value;
}

function malformed(name: string, needs: string): Error {
  return validation(`Template error: every ${name} object requires ${needs}.`);
}
