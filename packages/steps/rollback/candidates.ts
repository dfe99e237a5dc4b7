import type { SummarySection } from '@cutover/domain/outcome';
import { formatRevision } from '@cutover/domain/task/revision';
import type { JudgedHistory, PastDeployment, Standing } from '@cutover/domain/deployment/rollback-target';
import type { Inspection } from './inspect.ts';

/** Rows of the table of past deployments. */
export const SHOWN = 10;

/** A deployment of the past, and whether one may go back to what it deployed. */
export interface Candidate extends PastDeployment {
  readonly standing: Standing;
  /** Where this rollback goes, or where it would go if it were not told otherwise. */
  readonly choice: 'chosen' | 'default' | undefined;
  /** Undefined where nobody looked. */
  readonly inspection: Inspection | undefined;
}

/** Plan of a rollback, as far as it is known. */
export interface Choice {
  /** Revision that the user named. */
  readonly goal?: string | undefined;
  /** By `family:number`. */
  readonly inspections?: ReadonlyMap<string, Inspection> | undefined;
}

/** The newest deployments with what is known of them. */
export function candidatesOf(
  history: readonly PastDeployment[],
  { standings }: JudgedHistory,
  { goal, inspections }: Choice,
): readonly Candidate[] {
  const named = goal === undefined ? undefined : formatRevision(goal);
  const shown = history.slice(0, SHOWN).map((past, at) => ({
    ...past,
    label: past.revision === undefined ? '' : formatRevision(past.revision),
    standing: standings[at] ?? 'unknown',
  }));
  const chosen = shown.find(({ label, standing }) =>
    named === undefined ? standing === 'target' : label === named && isOpen(standing),
  );
  return shown.map((one) => ({
    deployment: one.deployment,
    revision: one.revision,
    whyUnknown: one.whyUnknown,
    standing: one.standing,
    choice: one === chosen ? 'chosen' : one.standing === 'target' ? 'default' : undefined,
    inspection: inspections?.get(one.label),
  }));
}

function isOpen(standing: Standing): boolean {
  return standing === 'target' || standing === 'earlier' || standing === 'undone' || standing === 'sameRun';
}

/** Of the description's commit, which for a rollback is that of its own run. */
function commitOf({ deployment, inspection }: Candidate): string {
  if (inspection?.commit !== undefined) return inspection.commit;
  return deployment.marks.isRollback ? '' : (deployment.marks.commit ?? '');
}

/** Whether one may go back there, and why or why not, in a few words. @param engine as messages name it */
export function prospect(candidate: Candidate, engine: string): string {
  const { deployment, standing } = candidate;
  switch (standing) {
    case 'unsuccessful': {
      if (deployment.ended === undefined) return `no: it is under way (${deployment.status})`;
      const { code, message } = deployment.error ?? { code: '', message: '' };
      const why = [code, message].filter(Boolean).join(': ');
      return `no: it ended ${deployment.status}${why === '' ? '' : ` (${why})`}`;
    }
    case 'serving':
      return `no: it serves now${deployment.isAutomaticRollback ? `, put back by ${engine}` : ''}`;
    case 'unknown':
      return `no: ${candidate.whyUnknown}; name its revision with to`;
    case 'target':
    case 'earlier':
    case 'undone':
    case 'sameRun':
      return openProspect(candidate, standing);
  }
}

function openProspect({ choice, inspection }: Candidate, standing: Standing): string {
  if (inspection?.kind === 'impossible') return `no: it ${inspection.why}`;
  const how =
    choice === 'chosen'
      ? 'the one that is chosen'
      : choice === 'default'
        ? 'where it goes without to'
        : 'with to';
  return [
    inspection === undefined ? `${how}, if its images are still there` : `yes: ${how}`,
    ...(standing === 'undone' ? ['it was gone back from'] : []),
    ...(standing === 'sameRun' ? ['this run released it'] : []),
    ...(inspection?.kind === 'copy' ? ['it is INACTIVE, so a copy is registered'] : []),
  ].join('; ');
}

export function candidateTable(
  candidates: readonly Candidate[],
  now: number,
  engine: string,
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
        prospect(one, engine),
      ];
    }),
  };
}

/** For the output. */
export function candidatesAsJson(candidates: readonly Candidate[], engine: string): string {
  return JSON.stringify(
    candidates.map((one) => ({
      deploymentId: one.deployment.id,
      revision: one.revision,
      commit: commitOf(one) || undefined,
      createdAt:
        one.deployment.createdAt === undefined ? undefined : new Date(one.deployment.createdAt).toISOString(),
      possible: isOpen(one.standing) && one.inspection === undefined ? undefined : isPossible(one),
      chosen: one.choice === 'chosen' && isPossible(one),
      why: prospect(one, engine).replace(/^no: /, ''),
    })),
  );
}

/** As far as anybody looked. */
export function isPossible({ inspection, standing }: Candidate): boolean {
  return isOpen(standing) && inspection?.kind !== 'impossible';
}

/** `12 min`, `5 h`, `3 days`. */
export function ageInWords(ms: number): string {
  const minutes = Math.max(0, Math.round(ms / 60_000));
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.round(minutes / 60);
  if (hours < 48) return `${hours} h`;
  return `${Math.round(hours / 24)} days`;
}
