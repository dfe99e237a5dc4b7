import { InvalidInput } from '@cutover/domain/inputs/input';
import { isJsonObject, type JsonObject } from '@cutover/domain/text/json';

/** The objects of a JSON array that an input holds. The text is shown in no message: variables may stand in it. */
export function jsonObjects(text: string, expected: string, fix: string): readonly JsonObject[] {
  const value = parsed(text, expected, fix);
  if (!Array.isArray(value) || !value.every(isJsonObject)) throw new InvalidInput(expected, fix, 'the text');
  return value;
}

/** The JSON object that an input holds. */
export function jsonObject(text: string, expected: string, fix: string): JsonObject {
  const value = parsed(text, expected, fix);
  if (!isJsonObject(value)) throw new InvalidInput(expected, fix, 'the text');
  return value;
}

/** Refuses members that ECS's API does not have: they would be dropped without a word. */
export function requireMembers(
  what: string,
  object: JsonObject,
  kinds: Readonly<Record<string, MemberKind>>,
): void {
  for (const [member, value] of Object.entries(object)) {
    const kind = Object.hasOwn(kinds, member) ? kinds[member] : undefined;
    const fix = `The members are: ${Object.keys(kinds).join(', ')}.`;
    if (kind === undefined) throw new InvalidInput(`${what} (it has a member ${member})`, fix, 'the text');
    if (!fits(value, kind))
      throw new InvalidInput(`${what}: ${member} is no ${kind}`, `Write ${member} as ${kind}.`, 'the text');
  }
}

export type MemberKind = 'string' | 'whole number' | 'boolean' | 'list' | 'object';

function fits(value: unknown, kind: MemberKind): boolean {
  switch (kind) {
    case 'string':
      return typeof value === 'string';
    case 'whole number':
      return Number.isInteger(value);
    case 'boolean':
      return typeof value === 'boolean';
    case 'list':
      return Array.isArray(value);
    case 'object':
      return isJsonObject(value);
  }
}

function parsed(text: string, expected: string, fix: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new InvalidInput(expected, fix, 'the text');
  }
}
