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
    const rows = RECOGNISERS.filter(({ from }) => from === undefined || from.test(observation.source));
    for (const line of observation.text.split(/\r?\n/)) {
      const match = mostSpecific(rows, line);
      if (match === undefined) continue;
      const entry = found.get(match.row.id) ?? { row: match.row, evidence: [] };
      const text = evidence(observation, line, match.start);
      if (!entry.evidence.includes(text) && entry.evidence.length < EVIDENCE_COUNT) entry.evidence.push(text);
      found.set(match.row.id, entry);
    }
  }
  return [...found.values()]
    .toSorted((a, b) => vagueness(a.row) - vagueness(b.row))
    .map(({ row: { id, cause, fix, url }, evidence }) => ({ id, cause, evidence, fix, url }));
}

/** What is inside a chain of causes stands later in its text, so that of all that match the last one wins. */
function mostSpecific(rows: readonly Recogniser[], line: string): Match | undefined {
  // AWS prints curly quotes in some sentences and straight ones in others.
  const text = line.replaceAll(/[‘’]/g, "'").replaceAll(/[“”]/g, '"');
  let best: Match | undefined;
  for (const row of rows) {
    for (const pattern of row.patterns) {
      const match = pattern.exec(text);
      if (match === null) continue;
      const candidate = { row, start: match.index, length: match[0].length };
      if (best === undefined || compare(candidate, best) < 0) best = candidate;
    }
  }
  return best;
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

/** What was said, with where and about whom; a long line is cut around the match. */
function evidence({ source, subject }: Observation, line: string, start: number): string {
  const said = line.trim();
  const shown = said.length <= EVIDENCE_LENGTH ? said : cut(line, start);
  return `${subject === undefined ? source : `${source} (${subject})`}: ${shown}`;
}

function cut(line: string, at: number): string {
  const from = Math.max(0, Math.min(at - 80, line.length - EVIDENCE_LENGTH));
  const to = from + EVIDENCE_LENGTH;
  return `${from > 0 ? '…' : ''}${line.slice(from, to)}${to < line.length ? '…' : ''}`;
}
