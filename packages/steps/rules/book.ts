import type { Rule, RuleFacts, RuleVerdict, Wanted } from './rule.ts';
import { serviceRules } from './service-rules.ts';
import { taskRules } from './task-rules.ts';

/**
 * Reasons that keep any deployment from starting, each rule once and after those that it needs; each engine adds its own rows. A
 * step's start runs all of them; preflight shows them; the pipeline looks at them before it builds.
 */
export const COMMON: readonly Rule[] = [...serviceRules, ...taskRules];

/** Verdicts of the rules on facts that are all known. A rule whose needs don't hold is not judged. */
export function judgeAll<F extends RuleFacts>(
  rules: readonly Rule<F>[],
  facts: F,
  wanted: Wanted,
): readonly RuleVerdict[] {
  const broken = new Set<string>();
  return rules.flatMap((one) => {
    if (one.needs.some((need) => broken.has(need))) {
      broken.add(one.id);
      return [];
    }
    const verdicts = one.judge(facts, wanted);
    if (verdicts.some(({ status }) => status === 'failed')) broken.add(one.id);
    return verdicts;
  });
}
