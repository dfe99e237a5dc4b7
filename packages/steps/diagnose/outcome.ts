import type { Finding } from '@cutover/domain/finding';
import type { Outcome, OutputKinds, OutputsOf, SummarySection } from '@cutover/domain/outcome';
import type { Unseen } from './questions.ts';

/** Outputs of `diagnose`. */
export const OUTPUTS = {
  healthy: 'boolean',
  'unseen-count': 'number',
} as const satisfies OutputKinds;

export type DiagnoseOutputs = OutputsOf<typeof OUTPUTS, 'healthy' | 'unseen-count'>;

/** Everything that a diagnosis found out. */
export interface Found {
  /** `Service web`, `Stack shop` */
  readonly subject: string;
  readonly signs: readonly string[];
  readonly findings: readonly Finding[];
  readonly notes: readonly string[];
  readonly sections: readonly SummarySection[];
  readonly unseen: readonly Unseen[];
  readonly link: string;
}

/** The verdict: `failed` with the root cause first, or `succeeded`. @param fails whether findings fail the job */
export function conclude(found: Found, fails: boolean): Outcome<DiagnoseOutputs> {
  const { findings, link, notes, sections, signs, subject, unseen } = found;
  const healthy = signs.length === 0;
  const outputs: DiagnoseOutputs = { healthy, 'unseen-count': unseen.length };
  const summary = [...sections, ...unseenSection(unseen)];
  if (healthy) {
    const far = unseen.length === 0 ? 'is healthy' : 'is healthy as far as could be seen';
    return {
      kind: 'succeeded',
      what: `${subject} ${far}${notes.length === 0 ? '' : `: ${notes.join(', ')}`}.`,
      outputs,
      summary,
    };
  }
  const what = `${subject} is not healthy: ${signs.join('; ').replace(/\.$/, '')}.`;
  return fails
    ? { kind: 'failed', what, fix: 'Nothing was changed.', findings, outputs, summary, link }
    : { kind: 'succeeded', what, findings, outputs, summary };
}

function unseenSection(unseen: readonly Unseen[]): readonly SummarySection[] {
  if (unseen.length === 0) return [];
  return [
    {
      kind: 'table',
      title: 'What could not be seen',
      header: ['What', 'Why', 'What to do'],
      rows: unseen.map(({ fix, part, why }) => [part, why, fix]),
    },
  ];
}
