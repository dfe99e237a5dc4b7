import { diagnose, type Observation } from '@cutover/domain/diagnosis/diagnose';
import { quotedLine, tellingLines } from '@cutover/domain/diagnosis/telling-lines';
import { lookedUp } from '@cutover/domain/diagnosis/looked-up';
import type { Finding } from '@cutover/domain/finding';
import { LOG_SOURCE } from '../deployment/task-log.ts';
import type { CommandRun } from './command-run.ts';

/** Lines of a log that a finding quotes. */
const QUOTED_LINES = 10;
/** Says only that the program ended badly; its own words say why. */
const SYMPTOM = 'exit-code-1';

/** Why a command failed: the causes that are known by name, and what the command itself wrote last unless one was read from it. */
export function findingsOf(run: CommandRun, container: string): readonly Finding[] {
  const found = diagnose(observations(run, container));
  const lines = run.log.shown.split('\n').filter((line) => line.trim() !== '');
  const read = found.some(({ evidence }) => evidence.some((text) => text.startsWith(LOG_SOURCE)));
  const other = run.others.find(({ shown }) => shown);
  if (!read && other !== undefined) {
    return [
      ...found,
      lookedUp(
        'last-log-lines-of-other-container',
        { container: other.name },
        { certainty: 'possible', evidence: tellingLines(other.text.split('\n'), QUOTED_LINES) },
      ),
    ];
  }
  if (read || lines.length === 0) return found;
  return [
    ...found.filter(({ id }) => id !== SYMPTOM),
    lookedUp(
      'last-log-lines',
      { container, line: quotedLine(lines) },
      { certainty: 'possible', evidence: tellingLines(lines, QUOTED_LINES) },
    ),
  ];
}

function observations({ task, log, others }: CommandRun, subject: string): readonly Observation[] {
  return [
    // That an essential container ended says less than its exit code.
    ...(task.stoppedReason === undefined || task.stopCode === 'EssentialContainerExited'
      ? []
      : [{ source: 'ecs:DescribeTasks stoppedReason' as const, text: task.stoppedReason }]),
    ...task.containers
      .filter(({ reason }) => reason !== undefined)
      .map(({ name, reason = '' }) => ({
        source: 'ecs:DescribeTasks reason' as const,
        text: reason,
        subject: name,
      })),
    ...task.containers
      .filter(({ name, exitCode }) => name === subject && exitCode !== undefined && exitCode !== 0)
      .map(({ exitCode = 0 }) => ({
        source: 'exit code' as const,
        text: `exit code ${exitCode}`,
        subject,
      })),
    ...(log.tail === '' ? [] : [{ source: LOG_SOURCE, text: log.tail, subject, unquoted: log.shown === '' }]),
    ...others.map(({ name, text, shown }) => ({
      source: LOG_SOURCE,
      text,
      subject: name,
      unquoted: !shown,
    })),
  ];
}
