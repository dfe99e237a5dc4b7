import type { Finding } from '../finding.ts';
import { ALB_TARGET_HEALTH } from './alb-target-health.ts';
import { CLOUDFORMATION } from './cloudformation.ts';
import { CODEDEPLOY } from './codedeploy.ts';
import { CREDENTIALS } from './credentials.ts';
import { DATABASE_MIGRATION } from './database-migration.ts';
import { ECS_API } from './ecs-api.ts';
import { ECS_SERVICE_EVENTS } from './ecs-service-events.ts';
import { IMAGE_BUILD_PUSH } from './image-build-push.ts';
import type { Recogniser } from './recogniser.ts';
import { TASK_IMAGE_PULL } from './task-image-pull.ts';
import { TASK_SECRETS_AND_INIT } from './task-secrets-and-init.ts';
import { TASK_START_AND_EXIT } from './task-start-and-exit.ts';

/** Something that AWS or a tool said. */
export interface Observation {
  /** Where it was said: `ecs:DescribeTasks stoppedReason`, `container log`, `exit code`, ... */
  readonly source: string;
  /** Word for word; several lines are read as several statements. */
  readonly text: string;
  /** Whom it is about: a container, a task, a resource of a stack. */
  readonly subject?: string;
}

/** Every failure that is recognised. */
export const RECOGNISERS: readonly Recogniser[] = [
  ...IMAGE_BUILD_PUSH,
  ...TASK_IMAGE_PULL,
  ...TASK_SECRETS_AND_INIT,
  ...TASK_START_AND_EXIT,
  ...ECS_SERVICE_EVENTS,
  ...ECS_API,
  ...ALB_TARGET_HEALTH,
  ...CODEDEPLOY,
  ...CLOUDFORMATION,
  ...CREDENTIALS,
  ...DATABASE_MIGRATION,
];

/** Characters of a statement that are kept as evidence. */
const EVIDENCE_LENGTH = 400;
const EVIDENCE_COUNT = 3;

interface Match {
  readonly row: Recogniser;
  readonly start: number;
  readonly length: number;
}

/**
 * Names the causes behind what was observed, the most specific first, each once with all its evidence. What nobody knows
 * gives no finding: better silent than wrong.
 */
export function diagnose(observations: readonly Observation[]): readonly Finding[] {
  const found = new Map<string, { readonly row: Recogniser; readonly evidence: string[] }>();
  for (const observation of observations) {
    for (const { row, start } of winners(observation)) {
      const entry = found.get(row.id) ?? { row, evidence: [] };
      const text = evidence(observation, start);
      if (!entry.evidence.includes(text) && entry.evidence.length < EVIDENCE_COUNT) entry.evidence.push(text);
      found.set(row.id, entry);
    }
  }
  return [...found.values()]
    .toSorted((a, b) => vagueness(a.row) - vagueness(b.row))
    .map(({ row: { id, cause, fix, url }, evidence }) => ({ id, cause, evidence, fix, url }));
}

/** Of all that match one line, the most specific: what is inside a chain of causes stands later in its text. */
function winners({ source, text: original }: Observation): readonly Match[] {
  // AWS prints curly quotes in some sentences and straight ones in others.
  const text = original.replaceAll(/[‘’]/g, "'").replaceAll(/[“”]/g, '"');
  const byLine = new Map<number, Match>();
  for (const row of RECOGNISERS) {
    if (row.from !== undefined && !row.from.test(source)) continue;
    for (const pattern of row.patterns) {
      const match = pattern.exec(text);
      if (match === null) continue;
      const line = text.lastIndexOf('\n', match.index);
      const candidate = { row, start: match.index, length: match[0].length };
      const best = byLine.get(line);
      if (best === undefined || compare(candidate, best) < 0) byLine.set(line, candidate);
    }
  }
  return [...byLine.entries()].toSorted(([a], [b]) => a - b).map(([, match]) => match);
}

function compare(a: Match, b: Match): number {
  return (
    vagueness(a.row) - vagueness(b.row) ||
    b.start - a.start ||
    Number(a.row.from === undefined) - Number(b.row.from === undefined) ||
    b.length - a.length
  );
}

const VAGUENESS = { symptom: 2, outer: 1 } as const;

function vagueness({ vague }: Recogniser): number {
  return vague === undefined ? 0 : VAGUENESS[vague];
}

/** The statement around the match, with where and about whom it was said. */
function evidence({ source, subject, text }: Observation, start: number): string {
  const from = text.lastIndexOf('\n', start) + 1;
  const end = text.indexOf('\n', start);
  const line = text.slice(from, end === -1 ? undefined : end).trim();
  const shown = line.length <= EVIDENCE_LENGTH ? line : cut(line, start - from);
  return `${subject === undefined ? source : `${source} (${subject})`}: ${shown}`;
}

function cut(line: string, at: number): string {
  const from = Math.max(0, Math.min(at - 80, line.length - EVIDENCE_LENGTH));
  const to = from + EVIDENCE_LENGTH;
  return `${from > 0 ? '…' : ''}${line.slice(from, to)}${to < line.length ? '…' : ''}`;
}
