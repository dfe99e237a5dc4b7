import { AccessDeniedError, AwsCallError, ConfigurationError } from '@cutover/domain/errors';
import { unknown, type Item, type ItemId, type Result, type Verdict } from './item.ts';

/**
 * Judges all items, each as soon as those that it needs are judged. What needs an item that has failed is not looked at:
 * it would only tell the same story again.
 * @param judged items that were judged before; they are in the answer as they are
 * @throws what neither IAM nor AWS nor an input explains
 */
export async function judge(
  items: readonly Item[],
  signal: AbortSignal,
  judged: readonly Result[] = [],
): Promise<readonly Result[]> {
  const begun = new Map<ItemId, Promise<Result>>(judged.map((one) => [one.id, Promise.resolve(one)]));
  const known = new Map(items.map((item) => [item.id, item]));
  const begin = (item: Item): Promise<Result> => {
    const running = begun.get(item.id) ?? attempt(item);
    begun.set(item.id, running);
    return running;
  };
  const attempt = async (item: Item): Promise<Result> => {
    const { id, title } = item;
    const needed = item.needs.flatMap((need) => known.get(need) ?? []);
    const before = await Promise.all(needed.map(begin));
    signal.throwIfAborted();
    const broken = before.find(({ status }) => status === 'failed' || status === 'skipped');
    if (broken !== undefined) return { id, title, ...because(broken) };
    const unseen = before.find(({ status }) => status === 'unknown');
    try {
      return { id, title, ...(await item.check()) };
    } catch (error) {
      const verdict = verdictOf(error);
      // The prerequisite has told which permission is missing.
      const repeats = unseen !== undefined && verdict.status === 'unknown';
      return { id, title, ...(repeats ? because(unseen) : verdict) };
    }
  };
  return await Promise.all(items.map(begin));
}

function because({ status, title, what }: Result): Verdict {
  const reason =
    status === 'skipped'
      ? what.replace(/^Not checked because /, '')
      : `${title} ${status === 'unknown' ? 'could not be looked at' : 'is not right'}.`;
  return { status: 'skipped', what: `Not checked because ${reason}`, fix: '' };
}

/** A refusal by IAM says nothing about what was to be looked at; any other mistake of the user's is one. */
export function verdictOf(error: unknown): Verdict {
  if (error instanceof AccessDeniedError)
    return unknown(`It could not be looked at: ${error.action} was refused.`, error.fix);
  if (error instanceof AwsCallError) return unknown(`It could not be looked at: ${error.message}`, error.fix);
  if (error instanceof ConfigurationError) {
    return {
      status: 'failed',
      what: error.message.replaceAll('\n', ' '),
      fix: error.fix.replaceAll('\n', ' '),
      ...(error.link === undefined ? {} : { link: error.link }),
    };
  }
  throw error;
}
