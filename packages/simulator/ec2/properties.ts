import type { Tag } from '@aws-sdk/client-ec2';
import type { Properties } from '../kernel/resources.ts';

/** Properties as templates give them: numbers and booleans may be strings. */
export function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

export function flag(value: unknown): boolean {
  return value === true || value === 'true';
}

export function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
}

export function objects(value: unknown): readonly Properties[] {
  return Array.isArray(value) ? (value as readonly Properties[]) : [];
}

/** Tags that a template gives a resource; EC2 shows an empty list without any. */
export function tagsOf(properties: Properties): Tag[] {
  return objects(properties['Tags']).map(({ Key, Value }) => ({ Key: text(Key), Value: text(Value) }));
}
