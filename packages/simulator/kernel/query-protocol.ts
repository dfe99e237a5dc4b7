import { isDate } from 'node:util/types';
import { XMLBuilder } from 'fast-xml-parser';
import { ApiError } from './api-error.ts';
import type { QueryService } from './service.ts';

type ItemNames = Readonly<Record<string, string>>;

type Json = string | { [key: string]: Json } | Json[];

/** More than any operation's input; deeper ones would only exhaust the stack. */
const MAX_DEPTH = 100;

/** Without prototype: a form may name a member `__proto__`. */
function object(): Record<string, Json> {
  return Object.create(null) as Record<string, Json>;
}

/** `Tags.member.1.Key=a` becomes `{ Tags: [{ Key: 'a' }] }`. Values stay strings: the form has no types. @throws ApiError MalformedInput */
export function parseForm(body: string): Record<string, Json> {
  const root: Record<string, Json> = object();
  for (const [path, value] of new URLSearchParams(body)) {
    const parts = path.split('.');
    if (parts.length > MAX_DEPTH)
      throw new ApiError('MalformedInput', 'The parameters are nested too deeply');
    let node: Record<string, Json> = root;
    for (const part of parts.slice(0, -1)) {
      const next = node[part];
      if (typeof next === 'object' && !Array.isArray(next)) node = next;
      else node = node[part] = object();
    }
    node[parts.at(-1) ?? path] = value;
  }
  return lists(root) as Record<string, Json>;
}

function lists(node: Json): Json {
  if (typeof node === 'string' || Array.isArray(node)) return node;
  const [name = '', ...others] = Object.keys(node);
  const members = node[name];
  if (
    others.length === 0 &&
    typeof members === 'object' &&
    !Array.isArray(members) &&
    isList(name, members)
  ) {
    return Object.entries(members)
      .toSorted(([a], [b]) => Number(a) - Number(b))
      .map(([, value]) => lists(value));
  }
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, lists(value)]));
}

/** Most services call the items of a list `member`, RDS by a name of their own: `Tags.Tag.1.Key`. */
function isList(name: string, items: { readonly [key: string]: Json }): boolean {
  return name === 'member' || (name !== '' && Object.keys(items).every((key) => /^\d+$/.test(key)));
}

/** Arrays become `<member>` items or those of the list's own item name, dates ISO 8601, absent members disappear. */
function element(value: unknown, names: ItemNames = {}, item = 'member'): unknown {
  if (value === undefined || value === null) return undefined;
  if (isDate(value)) return value.toISOString();
  if (Array.isArray(value))
    return value.length === 0 ? '' : { [item]: value.map((one: unknown) => element(one, names)) };
  if (typeof value === 'object') {
    return Object.fromEntries(
      Object.entries(value)
        .map(([key, member]) => [key, element(member, names, names[key])] as const)
        .filter(([, member]) => member !== undefined),
    );
  }
  return readable(`${value as string | number | boolean}`);
}

/** XML 1.0 has no form for most control characters and for lone surrogates. */
function readable(text: string): string {
  // oxlint-disable-next-line no-control-regex -- they are what is looked for
  return text.replaceAll(/[\p{Cs}\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/gu, '\uFFFD');
}

const builder = new XMLBuilder({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  suppressEmptyNode: false,
});

export function encodeSuccess(
  service: QueryService,
  operation: string,
  output: object,
  requestId: string,
): string {
  if (service.dialect !== undefined) return service.dialect.answer(operation, output, requestId);
  return builder.build({
    [`${operation}Response`]: {
      '@xmlns': service.xmlNamespace,
      [`${operation}Result`]: element(output, service.itemNames),
      ResponseMetadata: { RequestId: requestId },
    },
  });
}

export function encodeError(namespace: string, error: ApiError, requestId: string): string {
  return builder.build({
    ErrorResponse: {
      '@xmlns': namespace,
      Error: {
        Type: error.status >= 500 ? 'Receiver' : 'Sender',
        Code: error.code,
        Message: readable(error.message),
      },
      RequestId: requestId,
    },
  });
}
