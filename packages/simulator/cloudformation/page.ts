import { validation } from './template/parse-template.ts';

const PAGE = 100;

/** One page of a list; the token is the offset of the next page. */
export function page<T>(
  all: readonly T[],
  token: string | undefined,
): { items: T[]; nextToken: string | undefined } {
  const start = token === undefined ? 0 : Number(Buffer.from(token, 'base64url').toString());
  if (!Number.isInteger(start) || start < 0) throw validation(`NextToken ${token ?? ''} is not valid`);
  const end = start + PAGE;
  return {
    items: all.slice(start, end),
    nextToken: end < all.length ? Buffer.from(String(end)).toString('base64url') : undefined,
  };
}
