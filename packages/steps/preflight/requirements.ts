import type { Requirement } from '../requirements/requirement.ts';
import { requirementSentence } from '../requirements/sentence.ts';
import type { Verdict } from '../checklist/item.ts';

/** Requirements of a definition's tasks, as verdicts of this step. */
export function verdictsOf(requirements: readonly Requirement[], link?: string): readonly Verdict[] {
  return requirements.map(({ what, fix, verdict }) => ({
    status: verdict === 'ok' ? 'passed' : verdict,
    what: requirementSentence(what),
    fix,
    ...(link === undefined || verdict === 'ok' ? {} : { link }),
  }));
}
