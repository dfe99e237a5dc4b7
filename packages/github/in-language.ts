import type { Language } from '@cutover/domain/inputs/language';
import type { Outcome } from '@cutover/domain/outcome';

/** The outcome with its findings in the language that was asked for. */
export async function inLanguage(outcome: Outcome, language: Language): Promise<Outcome> {
  if (language === 'en' || !('findings' in outcome) || outcome.findings.length === 0) return outcome;
  // The texts are many, and most runs end well.
  const { inJapanese } = await import('@cutover/domain/diagnosis/in-japanese');
  return { ...outcome, findings: outcome.findings.map(inJapanese) };
}
