import { ApiError } from '../kernel/api-error.ts';

const MOST = 100;

/** One page of a list; the token names the place where the next page starts. @throws ApiError ValidationException */
export function page<T>(
  items: readonly T[],
  { Limit = MOST, NextToken }: { readonly Limit?: number; readonly NextToken?: string },
): { items: readonly T[]; next: { NextToken?: string } } {
  const from = NextToken === undefined ? 0 : Number(Buffer.from(NextToken, 'base64').toString('utf8'));
  if (!Number.isInteger(from) || from < 0)
    throw new ApiError('ValidationException', 'Parameter NextToken is not valid.');
  const end = from + Limit;
  return {
    items: items.slice(from, end),
    next: end < items.length ? { NextToken: Buffer.from(String(end)).toString('base64') } : {},
  };
}
