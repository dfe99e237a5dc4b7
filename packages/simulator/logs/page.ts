import { ApiError } from '../kernel/api-error.ts';

/** One page of a sorted list; the token names the place where the next page starts. @throws ApiError InvalidParameterException */
export function page<T>(
  items: readonly T[],
  limit: number,
  token: string | undefined,
): { items: readonly T[]; nextToken?: string } {
  const start = token === undefined ? 0 : Number(Buffer.from(token, 'base64').toString('utf8'));
  if (!Number.isInteger(start) || start < 0)
    throw new ApiError('InvalidParameterException', 'The specified nextToken is invalid.');
  const end = start + limit;
  return {
    items: items.slice(start, end),
    ...(end < items.length ? { nextToken: Buffer.from(String(end)).toString('base64') } : {}),
  };
}
