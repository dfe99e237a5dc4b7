import { diagnose, type Observation } from '@cutover/domain/diagnosis/diagnose';
import type { Finding } from '@cutover/domain/finding';
import type { CommandRun } from './run.ts';

const LOG_SOURCE = 'cloudwatch-logs container log line';
/** Lines of a log that a finding quotes. */
const QUOTED_LINES = 10;
/** Says only that the program ended badly; its own words say why. */
const SYMPTOM = 'exit-code-1';

/** Why a command failed: the causes that are known by name, and what the command itself wrote last unless one was read from it. */
export function findingsOf(run: CommandRun, container: string): readonly Finding[] {
  const found = diagnose(observations(run, container));
  const lines = run.log.tail.split('\n').filter((line) => line.trim() !== '');
  const read = found.some(({ evidence }) => evidence.some((text) => text.startsWith(LOG_SOURCE)));
  const [other] = run.others;
  if (!read && other !== undefined) {
    return [
      ...found,
      {
        id: 'last-log-lines-of-other-container',
        cause: `The command did not end by itself; these are the last lines of container ${other.name}.`,
        evidence: other.text.split('\n').slice(-QUOTED_LINES),
        fix: `Mend what the lines say, or make container ${other.name} not essential where the command does without it.`,
      },
    ];
  }
  if (read || lines.length === 0) return found;
  return [
    ...found.filter(({ id }) => id !== SYMPTOM),
    {
      id: 'last-log-lines',
      cause: `The command in container ${container} ended; these are the last lines that it wrote.`,
      evidence: lines.slice(-QUOTED_LINES),
      fix: 'Mend what the lines say, and try the image with the same command and variables.',
    },
  ];
}

function observations({ task, log, others }: CommandRun, subject: string): readonly Observation[] {
  return [
    // That an essential container ended says less than its exit code.
    ...(task.stoppedReason === undefined || task.stopCode === 'EssentialContainerExited'
      ? []
      : [{ source: 'ecs:DescribeTasks tasks[].stoppedReason', text: task.stoppedReason }]),
    ...task.containers
      .filter(({ reason }) => reason !== undefined)
      .map(({ name, reason = '' }) => ({
        source: 'ecs:DescribeTasks tasks[].containers[].reason',
        text: reason,
        subject: name,
      })),
    ...task.containers
      .filter(({ name, exitCode }) => name === subject && exitCode !== undefined && exitCode !== 0)
      .map(({ exitCode = 0 }) => ({
        source: 'ecs:DescribeTasks tasks[].containers[].exitCode',
        text: `Essential container in task exited (exitCode: ${exitCode})`,
        subject,
      })),
    ...(log.tail === '' ? [] : [{ source: LOG_SOURCE, text: log.tail, subject }]),
    ...others.map(({ name, text }) => ({ source: LOG_SOURCE, text, subject: name })),
  ];
}
