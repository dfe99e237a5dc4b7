import { ApiError } from '../kernel/api-error.ts';

const MOST = 50;

/** One page of a list. @throws ApiError InvalidNextTokenException */
export function page<T>(
  list: readonly T[],
  {
    MaxResults: size = MOST,
    NextToken: token,
  }: { MaxResults?: number | undefined; NextToken?: string | undefined },
): { items: T[]; NextToken?: string } {
  const start = token === undefined ? 0 : Number(Buffer.from(token, 'base64').toString('utf8'));
  if (!Number.isInteger(start) || start < 0)
    throw new ApiError('InvalidNextTokenException', 'The next token supplied is invalid.');
  const end = start + Math.max(1, Math.min(size, MOST));
  return {
    items: list.slice(start, end),
    ...(end < list.length ? { NextToken: Buffer.from(String(end)).toString('base64') } : {}),
  };
}
