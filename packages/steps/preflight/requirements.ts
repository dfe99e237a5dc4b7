import type { Requirement } from '../requirements/requirement.ts';
import type { Verdict } from './item.ts';

/** What the tasks of a definition need, as verdicts of this step. */
export function verdictsOf(requirements: readonly Requirement[], link?: string): readonly Verdict[] {
  return requirements.map(({ cause, fix, verdict }) => ({
    status: verdict === 'ok' ? 'passed' : verdict,
    found: sentence(cause),
    ...(fix === '' ? {} : { fix }),
    ...(link === undefined || verdict === 'ok' ? {} : { link }),
  }));
}

/** `there is no log group` becomes a sentence; names at the beginning stay as they are. */
function sentence(text: string): string {
  const first = /^[a-z]+(?= )/.test(text) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
  return /[.!?]$/.test(first) ? first : `${first}.`;
}
