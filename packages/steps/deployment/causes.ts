import { diagnose, type Observation } from '@cutover/domain/diagnosis/diagnose';
import { wasUnhealthy, type StoppedTask } from '@cutover/domain/task/failed-task';
import { quotedLine, tellingLines } from '@cutover/domain/diagnosis/telling-lines';
import { lookedUp } from '@cutover/domain/diagnosis/looked-up';
import type { Finding } from '@cutover/domain/finding';
import { LOG_SOURCE, type TaskLog } from './task-log.ts';

/**
 * Texts that say only that there was an end, not why: what tasks, targets and logs say tells more. ECS words a tripped
 * circuit breaker in three ways.
 */
const SYMPTOM =
  /^Essential container in task exited$|circuit breaker threshold was exceeded|deployment failed: tasks failed to start|rolling back to deployment ecs-svc/;
/** Lines of a log that a finding quotes. */
const QUOTED_LINES = 5;

/**
 * The causes that are known by name; the log's last lines stand beside them unless a cause was read from the log.
 * @param log undefined as well where its lines may not be quoted
 */
export function causesOf(
  observations: readonly Observation[],
  log: TaskLog | undefined,
  failed: readonly StoppedTask[],
): readonly Finding[] {
  const known = diagnose(observations.filter(({ text }) => !SYMPTOM.test(text)));
  const quote: readonly Finding[] =
    log === undefined ||
    log.lines.length === 0 ||
    known.some(({ evidence }) => evidence.some((text) => text.startsWith(LOG_SOURCE)))
      ? []
      : [
          lookedUp(
            'last-log-lines',
            { container: log.container, line: quotedLine(log.lines), stream: log.stream },
            { certainty: 'possible', evidence: tellingLines(log.lines, QUOTED_LINES) },
          ),
        ];
  // Why it answers its health check as it does, an application knows better than the load balancer.
  const ill = failed.some(wasUnhealthy);
  if (known.length > 0 || quote.length > 0) return ill ? [...quote, ...known] : [...known, ...quote];
  const symptoms = diagnose(observations);
  return symptoms.length > 0 ? symptoms : unnamed(observations);
}

/** A failure without a name still shows what was seen. */
function unnamed(observations: readonly Observation[]): readonly Finding[] {
  const quotable = observations.filter(({ unquoted }) => unquoted !== true);
  const evidence = [...new Set(quotable.map(({ text }) => text).filter(Boolean))].slice(-5);
  return evidence.length === 0
    ? []
    : [lookedUp('unrecognised', { line: quotedLine(evidence) }, { certainty: 'possible', evidence })];
}
