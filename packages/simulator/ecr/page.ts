import { invalid } from './registry.ts';

/** One page of a list; the token is the offset of the next page. */
export function page<T>(
  all: readonly T[],
  input: { maxResults?: number | undefined; nextToken?: string | undefined },
  fallback: number,
): { items: T[]; nextToken: string | undefined } {
  const size = input.maxResults ?? fallback;
  if (!Number.isInteger(size) || size < 1 || size > 1000) {
    throw invalid(
      `Invalid parameter at 'maxResults' failed to satisfy constraint: 'must be between 1 and 1000'`,
    );
  }
  const start =
    input.nextToken === undefined ? 0 : Number(Buffer.from(input.nextToken, 'base64url').toString());
  if (!Number.isInteger(start) || start < 0)
    throw invalid(`Invalid parameter at 'nextToken': ${input.nextToken ?? ''}`);
  const end = start + size;
  return {
    items: all.slice(start, end),
    nextToken: end < all.length ? Buffer.from(String(end)).toString('base64url') : undefined,
  };
}
