import { CutoverError } from '@cutover/domain/errors';
import type { Finding } from '@cutover/domain/finding';
import type { Outcome, SummarySection } from '@cutover/domain/outcome';
import { formatRevision } from '@cutover/domain/task/revision';
import type { DeploymentOutputs } from '../outputs.ts';
import { NotStarted } from './starting-line.ts';
import type { WayBack } from './take-back.ts';

/** How it went with one service. */
export interface MemberResult {
  readonly name: string;
  /** The revision that was to be deployed. */
  readonly revision: string;
  readonly outcome: Outcome<DeploymentOutputs> | undefined;
  /** Thrown instead of an outcome. */
  readonly error: unknown;
  readonly back: WayBack | undefined;
}

/** Entry of each service in the output `services`. */
interface ServiceReport {
  readonly service: string;
  readonly outcome: string;
  readonly headline: string;
  readonly 'deployment-id': string | undefined;
  readonly 'deployment-status': string | undefined;
  readonly 'rolled-back': boolean;
  readonly 'rollback-deployment-id': string | undefined;
  readonly 'previous-task-definition-arn': string | undefined;
  readonly 'task-definition-arn': string | undefined;
}

/** One outcome of all: a success only if every service has it, and rolled back only if every service that moved is back. */
export function verdictOf(
  results: readonly MemberResult[],
  options: { readonly cancelled: boolean; readonly startedAt: number; readonly now: number },
): Outcome<DeploymentOutputs> {
  const reports = results.map(reportOf);
  const outputs = outputsOf(results, reports, options);
  const summary = [tableOf(reports), ...results.flatMap(sectionsOf)];
  const findings = results.flatMap(findingsOf);
  const names = reports.map(({ service }) => service).join(', ');
  if (results.every(({ outcome }) => outcome?.kind === 'unchanged')) {
    return {
      kind: 'unchanged',
      what: `${names}: ${results.map(({ outcome }) => outcome?.what).join(' ')}`,
      summary,
      outputs,
    };
  }
  if (results.every(({ outcome }) => outcome?.kind === 'succeeded' || outcome?.kind === 'unchanged')) {
    return {
      kind: 'succeeded',
      what: `All ${results.length} services are deployed: ${results.map(({ name, outcome }) => `${name} (${labelOf(outcome?.outputs['task-definition-arn'])})`).join(', ')}.`,
      summary,
      outputs,
    };
  }
  const told = results.filter(isCulprit).map((one) => `${one.name}: ${headlineOf(one)}`);
  const where = results.map(placeOf).join('; ');
  const fix = results
    .filter((one) => isCulprit(one) || placed(one) === 'unknown')
    .map((one) => `${one.name}: ${remedyOf(one)}`)
    .join('\n');
  const troubled = { findings, fix: `Where they stand: ${where}.\n${fix}`, summary, outputs };
  if (options.cancelled) return { kind: 'cancelled', what: `Cancelled: ${where}.`, ...troubled };
  const together = results.every((one) => placed(one) === 'old');
  return together
    ? {
        kind: 'rolledBack',
        what: `All ${results.length} services serve their old versions, because one failed. ${told.join(' ')}`,
        ...troubled,
      }
    : {
        kind: 'failed',
        what: `The services ${names} are not on one version: ${where}. ${told.join(' ')}`,
        ...troubled,
      };
}

/** Where a service stands now, as far as its run proved it. */
function placed({ outcome, error, back }: MemberResult): 'old' | 'new' | 'unknown' {
  if (back !== undefined) return back.kind === 'back' ? 'old' : 'unknown';
  if (outcome === undefined) return error instanceof NotStarted ? 'old' : 'unknown';
  switch (outcome.kind) {
    case 'succeeded':
      return 'new';
    case 'unchanged':
    case 'rolledBack':
      return 'old';
    case 'cancelled':
      return outcome.outputs['rolled-back'] || outcome.outputs['deployment-id'] === undefined
        ? 'old'
        : 'unknown';
    case 'failed':
    case 'timedOut':
      return 'unknown';
  }
}

function placeOf(one: MemberResult): string {
  const { name, outcome, back } = one;
  if (back !== undefined) return back.text;
  const previous = outcome?.outputs['previous-task-definition-arn'];
  switch (placed(one)) {
    case 'new':
      return `${name} serves ${labelOf(outcome?.outputs['task-definition-arn'])}`;
    case 'old':
      return previous === undefined ? `${name} was not changed` : `${name} serves ${labelOf(previous)}`;
    case 'unknown':
      return `what ${name} serves is to be looked at`;
  }
}

/** The cause of it all, not one that went back because of another. */
function isCulprit({ outcome, error }: MemberResult): boolean {
  if (error !== undefined) return !(error instanceof NotStarted);
  return outcome !== undefined && outcome.kind !== 'succeeded' && outcome.kind !== 'unchanged';
}

function headlineOf({ outcome, error }: MemberResult): string {
  if (outcome !== undefined) return outcome.what;
  return error instanceof Error ? error.message : String(error);
}

function remedyOf({ outcome, error, back }: MemberResult): string {
  if (back?.kind === 'notBack') return `${back.text}. Run rollback for this service.`;
  if (outcome !== undefined && 'fix' in outcome) return outcome.fix;
  return error instanceof CutoverError ? error.fix : 'Look at the service in the console.';
}

function reportOf(one: MemberResult): ServiceReport {
  const { name, outcome, error, back, revision } = one;
  const outputs = outcome?.outputs;
  return {
    service: name,
    outcome:
      back?.kind === 'back'
        ? 'rolled-back'
        : (wordOf(outcome?.kind) ?? (error instanceof NotStarted ? 'not-started' : 'failed')),
    headline: back === undefined ? headlineOf(one) : `${headlineOf(one)} ${back.text}.`,
    'deployment-id': outputs?.['deployment-id'],
    'deployment-status': outputs?.['deployment-status'],
    'rolled-back': back?.kind === 'back' || outputs?.['rolled-back'] === true,
    'rollback-deployment-id': back?.id ?? outputs?.['rollback-deployment-id'],
    'previous-task-definition-arn': outputs?.['previous-task-definition-arn'],
    'task-definition-arn': outputs?.['task-definition-arn'] ?? revision,
  };
}

function wordOf(kind: Outcome['kind'] | undefined): string | undefined {
  return kind?.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** A value that is equal for all services is written once; ids are listed in the order of `services`. */
function outputsOf(
  results: readonly MemberResult[],
  reports: readonly ServiceReport[],
  { startedAt, now }: { readonly startedAt: number; readonly now: number },
): DeploymentOutputs {
  const listed = (values: readonly (string | undefined)[]): string | undefined => {
    const known = values.filter((value) => value !== undefined);
    return known.length === 0 ? undefined : known.join(',');
  };
  const common = (values: readonly (string | undefined)[]): string | undefined =>
    new Set(values).size === 1 ? values[0] : undefined;
  const ids = listed(reports.map((one) => one['deployment-id']));
  const shifted = results.map(({ outcome }) => outcome?.outputs['traffic-shifted-at']);
  const last = shifted.toSorted((a = '', b = '') => a.localeCompare(b)).at(-1);
  const moved = reports.filter((one) => one['deployment-id'] !== undefined);
  return {
    'deployment-id': ids,
    'codedeploy-deployment-id': ids,
    'deployment-status': common(moved.map((one) => one['deployment-status'])),
    'rolled-back': moved.length > 0 && moved.every((one) => one['rolled-back']),
    'rollback-deployment-id': listed(reports.map((one) => one['rollback-deployment-id'])),
    'previous-task-definition-arn': common(reports.map((one) => one['previous-task-definition-arn'])),
    'task-definition-arn': common(reports.map((one) => one['task-definition-arn'])),
    superseded: results.some(({ outcome }) => outcome?.outputs.superseded === true),
    'traffic-shifted-at': shifted.includes(undefined) ? undefined : last,
    'duration-seconds': Math.round((now - startedAt) / 100) / 10,
    services: JSON.stringify(reports),
  };
}

function tableOf(reports: readonly ServiceReport[]): SummarySection {
  return {
    kind: 'table',
    title: 'Services',
    header: ['Service', 'Outcome', 'From', 'To', 'Deployment', 'Way back'],
    rows: reports.map((one) => [
      one.service,
      one.outcome,
      labelOf(one['previous-task-definition-arn']),
      labelOf(one['task-definition-arn']),
      one['deployment-id'] ?? '',
      one['rollback-deployment-id'] ?? '',
    ]),
  };
}

function sectionsOf({ name, outcome }: MemberResult): readonly SummarySection[] {
  return (outcome?.summary ?? []).map((section) =>
    section.kind === 'stages'
      ? section
      : { ...section, title: section.title === undefined ? name : `${name}: ${section.title}` },
  );
}

function findingsOf({ outcome, error }: MemberResult): readonly Finding[] {
  if (outcome !== undefined && 'findings' in outcome) return outcome.findings;
  return error instanceof CutoverError ? error.findings : [];
}

function labelOf(arn: string | undefined): string {
  return arn === undefined ? '' : formatRevision(arn);
}
