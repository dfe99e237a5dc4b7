import type { Rule, RuleFacts, Wanted } from '../rules/rule.ts';
import { verdictOf } from './checklist.ts';
import { gravest, passed, type Item, type ItemId, type Verdict } from './item.ts';

/** Rows of the rule book, with a way to learn each fact by which they are judged. */
export interface RuleBook {
  readonly rules: readonly Rule[];
  /** Rows that each item shows. */
  readonly shown: Shown;
  readonly looks: Readonly<Record<string, () => Promise<unknown>>>;
  /** The deployment's demands on its surroundings. */
  wanted(): Promise<Wanted>;
}

/** Ids of the rows that an item shows. */
export type Shown = Readonly<Partial<Record<ItemId, readonly string[]>>>;

/** An item that shows rows of the rule book, and with `beyond` what preflight alone looks at when they hold. */
export function ruled(
  facts: { readonly book: RuleBook },
  id: ItemId,
  title: string,
  needs: readonly ItemId[],
  beyond: () => Promise<Verdict>,
): Item {
  return {
    id,
    title,
    needs,
    check: async () => {
      let verdict: Verdict;
      try {
        verdict = await judgeRules(facts.book, id);
      } catch (error) {
        const said = verdictOf(error);
        // A resource that can't be found now, the deployment would not find either.
        return said.status === 'failed' ? { ...said, refuses: true } : said;
      }
      return verdict.status === 'passed' ? await beyond() : verdict;
    },
  };
}

/** Verdicts of an item's rows on AWS's answers; a row whose needs don't hold is not judged. */
async function judgeRules(book: RuleBook, id: ItemId): Promise<Verdict> {
  const broken = new Set<string>();
  const found: Verdict[] = [];
  const rules = (book.shown[id] ?? []).flatMap((name) => book.rules.find((one) => one.id === name) ?? []);
  for (const rule of rules) {
    if (rule.needs.some((need) => broken.has(need))) {
      broken.add(rule.id);
      continue;
    }
    const verdicts = rule.judge(await lookFor(rule, book), await book.wanted());
    if (verdicts.some(({ status }) => status === 'failed')) broken.add(rule.id);
    found.push(...verdicts.map((one) => ({ ...one, ...(one.status === 'failed' ? { refuses: true } : {}) })));
  }
  return found.length === 0 ? passed('') : gravest(found, '');
}

async function lookFor({ looks }: Rule, book: RuleBook): Promise<RuleFacts> {
  const known = await Promise.all(looks.map(async (name) => [name, await book.looks[name]?.()] as const));
  return Object.fromEntries(known) as unknown as RuleFacts;
}
