import type { IncomingMessage } from 'node:http';
import { ApiError } from './api-error.ts';

/** Bytes; above the largest request of the services, a layer part of 20 MB in base64. */
export const MAX_BODY = 32 * 1024 * 1024;
const MAX_DEPTH = 200;

/**
 * The body, or undefined when it has more than `limit` bytes; what is too much is read and dropped, up to ten times the
 * limit: then the connection breaks.
 */
export async function readBody(request: IncomingMessage, limit = MAX_BODY): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= limit) chunks.push(chunk);
    else if (size > limit * 10) return undefined;
  }
  if (size > limit) return undefined;
  return Buffer.concat(chunks).toString('utf8');
}

/** The input of an operation. @throws ApiError SerializationException */
export function parseJson(body: string): object {
  let given: unknown;
  try {
    given = JSON.parse(body === '' ? '{}' : body);
  } catch {
    throw new ApiError('SerializationException', 'The request body is not valid JSON');
  }
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    throw new ApiError('SerializationException', 'The request body is not a JSON object');
  if (isDeep(given)) throw new ApiError('SerializationException', 'The request body is nested too deeply');
  return withoutNull(given) as object;
}

/** Deeper than any operation's input, so deep that a walk through it could exhaust the stack. */
export function isDeep(value: unknown, left = MAX_DEPTH): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return left === 0 || Object.values(value).some((member) => isDeep(member, left - 1));
}

/** The value as operations take it: members that are null count as absent, and null items of lists with them. */
function withoutNull(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.filter((item) => item !== null).map(withoutNull);
  const members = Object.entries(value).filter(([, member]) => member !== null);
  return Object.fromEntries(members.map(([key, member]) => [key, withoutNull(member)]));
}
