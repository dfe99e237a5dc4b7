import { ApiError } from '../kernel/api-error.ts';

/**
 * Term patterns of CloudWatch Logs: all plain and quoted terms, none of the `-` terms and, if there are any, one of the
 * `?` terms must occur. JSON (`{…}`) and space-delimited (`[…]`) patterns are not simulated.
 * @throws ApiError InvalidParameterException
 */
export function filterPattern(pattern: string | undefined): (message: string) => boolean {
  const text = (pattern ?? '').trim();
  if (text.startsWith('{') || text.startsWith('[') || text.startsWith('%')) {
    throw new ApiError(
      'InvalidParameterException',
      `Invalid filter pattern: the simulator knows terms only, not ${text}`,
    );
  }
  const terms = [...text.matchAll(/([?-]?)(?:"((?:[^"\\]|\\.)*)"|(\S+))/g)].map((match) => ({
    kind: match[1] ?? '',
    text: match[2]?.replace(/\\(.)/g, '$1') ?? match[3] ?? '',
  }));
  const of = (kind: string): string[] => terms.filter((term) => term.kind === kind).map((term) => term.text);
  const [all, any, none] = [of(''), of('?'), of('-')];
  return (message) =>
    all.every((term) => message.includes(term)) &&
    (any.length === 0 || any.some((term) => message.includes(term))) &&
    !none.some((term) => message.includes(term));
}
