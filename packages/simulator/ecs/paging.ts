import { ApiError } from '../kernel/api-error.ts';

/** One page of a list; the token names the place where the next page starts. @throws ApiError InvalidParameterException */
export function paging<T>(
  items: readonly T[],
  input: { readonly maxResults?: number | undefined; readonly nextToken?: string | undefined },
  limit = 100,
): { items: T[]; nextToken?: string } {
  const start =
    input.nextToken === undefined ? 0 : Number(Buffer.from(input.nextToken, 'base64').toString('utf8'));
  if (!Number.isInteger(start) || start < 0)
    throw new ApiError('InvalidParameterException', 'Invalid token.');
  const end = start + Math.min(input.maxResults ?? limit, limit);
  return {
    items: items.slice(start, end),
    ...(end < items.length ? { nextToken: Buffer.from(String(end)).toString('base64') } : {}),
  };
}
