import { isTerminal } from '@cutover/domain/deployment';
import type { SummarySection } from '@cutover/domain/outcome';
import { formatRevision } from '@cutover/domain/revision';
import {
  ROLLBACK_WORDS,
  type JudgedHistory,
  type PastDeployment,
  type Standing,
} from '@cutover/domain/rollback-target';
import { whyUnknown } from './history.ts';
import type { Inspection } from './inspect.ts';

/** Rows of the table. */
export const SHOWN = 10;

/** A deployment of the past, and whether one may go back to what it deployed. */
export interface Candidate extends PastDeployment {
  readonly standing: Standing;
  /** Undefined where nobody looked. */
  readonly inspection: Inspection | undefined;
}

/** The newest deployments with what is known of them. */
export function candidatesOf(
  history: readonly PastDeployment[],
  { standings }: JudgedHistory,
  inspections: ReadonlyMap<string, Inspection> = new Map(),
): readonly Candidate[] {
  return history.slice(0, SHOWN).map((past, at) => ({
    ...past,
    standing: standings[at] ?? 'unknown',
    inspection: past.revision === undefined ? undefined : inspections.get(past.revision),
  }));
}

/** Of the description's commit, which for a rollback is that of its own run. */
function commitOf({ deployment, inspection }: Candidate): string {
  if (inspection?.commit !== undefined) return inspection.commit;
  if (deployment.description.startsWith(ROLLBACK_WORDS)) return '';
  return /\bcommit ([0-9a-f]{40})\b/.exec(deployment.description)?.[1] ?? '';
}

/** Whether one may go back there, and why or why not, in a few words. */
export function prospect(candidate: Candidate): string {
  const { deployment, inspection, standing } = candidate;
  switch (standing) {
    case 'unsuccessful': {
      if (!isTerminal(deployment.status)) return `no: it is under way (${deployment.status})`;
      const { code, message } = deployment.error ?? { code: '', message: '' };
      const why = [code, message].filter(Boolean).join(': ');
      return `no: it ended ${deployment.status}${why === '' ? '' : ` (${why})`}`;
    }
    case 'serving':
      return 'no: it serves now';
    case 'unknown':
      return `no: ${whyUnknown(deployment)}; name its revision with to`;
    case 'target':
    case 'earlier':
    case 'undone':
      if (inspection?.kind === 'impossible') return `no: it ${inspection.why}`;
      return `${howFar[standing]}${inspection?.kind === 'copy' ? '; it is INACTIVE, so a copy is registered' : ''}`;
  }
}

const howFar: Readonly<Record<'target' | 'earlier' | 'undone', string>> = {
  target: 'yes, and the one that is chosen',
  earlier: 'yes, with to',
  undone: 'yes, with to; it was gone back from',
};

export function candidateTable(
  candidates: readonly Candidate[],
  now: number,
): SummarySection & { readonly kind: 'table' } {
  return {
    kind: 'table',
    title: 'Deployments of the past',
    header: ['Deployment', 'Revision', 'Commit', 'Created', 'Age', 'Can be gone back to?'],
    rows: candidates.map((one) => {
      const { createdAt } = one.deployment;
      return [
        one.deployment.id,
        one.revision === undefined ? '' : formatRevision(one.revision),
        commitOf(one).slice(0, 12),
        createdAt === undefined
          ? ''
          : `${new Date(createdAt).toISOString().slice(0, 16).replace('T', ' ')} UTC`,
        createdAt === undefined ? '' : ageInWords(now - createdAt),
        prospect(one),
      ];
    }),
  };
}

/** For the output. */
export function candidatesAsJson(candidates: readonly Candidate[]): string {
  return JSON.stringify(
    candidates.map((one) => ({
      deploymentId: one.deployment.id,
      revision: one.revision,
      commit: commitOf(one) || undefined,
      createdAt:
        one.deployment.createdAt === undefined ? undefined : new Date(one.deployment.createdAt).toISOString(),
      possible: isPossible(one),
      chosen: one.standing === 'target' && isPossible(one),
      why: prospect(one).replace(/^no: /, ''),
    })),
  );
}

export function isPossible({ inspection, standing }: Candidate): boolean {
  return (
    (standing === 'target' || standing === 'earlier' || standing === 'undone') &&
    inspection?.kind !== 'impossible'
  );
}

/** `12 min`, `5 h`, `3 days`. */
export function ageInWords(ms: number): string {
  const minutes = Math.max(0, Math.round(ms / 60_000));
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.round(minutes / 60);
  if (hours < 48) return `${hours} h`;
  return `${Math.round(hours / 24)} days`;
}
