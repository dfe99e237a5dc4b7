import { ConfigurationError } from '@cutover/domain/errors';
import type { SummarySection } from '@cutover/domain/outcome';
import { formatRevision } from '@cutover/domain/task/revision';
import type { JudgedHistory, PastDeployment } from '@cutover/domain/deployment/rollback-target';
import { textTable } from '@cutover/domain/text/text-table';
import type { Engine } from '../deployment/engine.ts';
import type { World } from '../world.ts';
import {
  candidatesAsJson,
  candidatesOf,
  candidateTable,
  isPossible,
  type Candidate,
  type Choice,
} from './candidates.ts';
import { inspectAll, type Inspection } from './inspect.ts';

/** Why there is nothing to do; undefined when there is. */
export function whyThere(
  { target }: JudgedHistory,
  goal: string | undefined,
  serving: string,
): string | undefined {
  const label = formatRevision(serving);
  if (goal !== undefined) return isSame(goal, serving) ? `${label} already serves production.` : undefined;
  if (target.kind !== 'alreadyThere') return undefined;
  const { next, reason } = target;
  const further =
    next?.revision === undefined
      ? 'to: family:number'
      : `to: ${formatRevision(next.revision)}, which served before it`;
  return `${label} already serves: ${reason}. To go further back, say where, as in ${further}.`;
}

/** The last good revision. @throws ConfigurationError after having shown what there is, when none can be told */
export function chosenRevision(
  world: World,
  history: readonly PastDeployment[],
  judged: JudgedHistory,
  situation: {
    readonly engine: Engine;
    readonly serving: string;
    readonly inspections: ReadonlyMap<string, Inspection>;
  },
): string {
  try {
    return revisionOf(judged, situation.engine, situation.serving);
  } catch (error) {
    show(world, situation.engine, history, judged, situation);
    throw error;
  }
}

/** @throws ConfigurationError when there is nowhere to go back to by itself */
export function revisionOf(
  { target }: JudgedHistory,
  { label }: Pick<Engine, 'label'>,
  serving: string,
): string {
  if (target.kind === 'found') return target.revision;
  const from = `There is nothing to go back to from ${formatRevision(serving)}`;
  if (target.kind === 'unknown') {
    const { deployment, whyUnknown } = target.past;
    throw new ConfigurationError({
      what: `${from} without being told where: deployment ${deployment.id} served before it, and ${whyUnknown}.`,
      fix: 'Name the revision that it deployed: to: family:number (aws ecs list-task-definitions lists them), a commit or a digest.',
    });
  }
  if (target.kind === 'notServing') {
    const { deployment, revision } = target.past;
    throw new ConfigurationError({
      what: `The newest deployment ${deployment.id} (${revision === undefined ? 'of a revision that is not known' : formatRevision(revision)}) is not what serves: ${formatRevision(serving)} does. What served before it is not known. Nothing was changed.`,
      fix: 'Look at the service in the console, and name the revision to go back to: to: family:number.',
    });
  }
  throw new ConfigurationError({
    what: `${from}: ${target.kind === 'none' ? target.reason : 'it is where a rollback leads'} in ${label}.`,
    fix: 'Name a revision: to: family:number (aws ecs list-task-definitions lists them), a commit or a digest.',
  });
}

/** Says what is missing, and where one may go instead. */
export async function impossible(
  world: World,
  engine: Engine,
  {
    history,
    inspection,
    judged,
    revision,
  }: {
    readonly revision: string;
    readonly inspection: Extract<Inspection, { kind: 'impossible' }>;
    readonly history: readonly PastDeployment[];
    readonly judged: JudgedHistory;
  },
): Promise<ConfigurationError> {
  const inspections = await inspectAll(world.aws, worthALook(history, judged, revision));
  const { candidates } = show(world, engine, history, judged, { goal: revision, inspections });
  const others = [
    ...new Set(
      candidates
        .filter((one) => isPossible(one) && one.revision !== undefined && !isSame(one.revision, revision))
        .map((one) => formatRevision(one.revision ?? '')),
    ),
  ];
  return new ConfigurationError({
    what: `${formatRevision(revision)} can't be gone back to: it ${inspection.why}.`,
    fix: `${inspection.fix} ${
      others.length === 0
        ? 'No other deployment of the past can be gone back to.'
        : `Possible now: ${others.map((one) => `to: ${one}`).join(', ')}.`
    } Nothing was changed.`,
  });
}

/** Revisions of the rows that are shown and that one might go back to. */
export function worthALook(
  history: readonly PastDeployment[],
  judged: JudgedHistory,
  goal: string | undefined,
): readonly string[] {
  const shown = candidatesOf(history, judged, {}).filter(isPossible);
  return [...(goal === undefined ? [] : [goal]), ...shown.flatMap((one) => one.revision ?? [])];
}

export interface Shown {
  readonly candidates: readonly Candidate[];
  readonly table: SummarySection;
  readonly json: string;
}

/** The table of candidates, in the log at once. */
export function show(
  { clock, progress }: World,
  { name }: Pick<Engine, 'name'>,
  history: readonly PastDeployment[],
  judged: JudgedHistory,
  choice: Choice,
): Shown {
  const candidates = candidatesOf(history, judged, choice);
  const table = candidateTable(candidates, clock.now(), name);
  if (candidates.length > 0) {
    progress.report({
      type: 'document',
      title: table.title,
      language: 'text',
      text: textTable(table.header, table.rows),
    });
  }
  return { candidates, table, json: candidatesAsJson(candidates, name) };
}

export function isSame(one: string, other: string): boolean {
  return formatRevision(one) === formatRevision(other);
}
