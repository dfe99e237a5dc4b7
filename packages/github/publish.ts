import { debug, setOutput, summary, warning } from '@actions/core';
import type { Files } from '@cutover/domain/files';
import type { Outcome } from '@cutover/domain/outcome';
import type { RunContext } from '@cutover/domain/run-context';
import { annotate } from './annotations.ts';
import type { Ending } from './ending.ts';
import type { RecordedEvent } from './recorder.ts';
import { renderReport } from './report.ts';
import { renderSummary } from './summary.ts';

interface Told {
  readonly step: string;
  readonly run: RunContext | undefined;
  readonly events: readonly RecordedEvent[];
  readonly dropped: number;
  /** Epoch milliseconds. */
  readonly startedAt: number;
  readonly endedAt: number;
}

interface Means {
  readonly files: Files;
  readonly redact: (text: string) => string;
}

/**
 * Writes everything that outlives the process. What can't be written never hides the rest.
 * @throws when an output could not be written
 */
export async function publish(ending: Ending, told: Told, { files, redact }: Means): Promise<void> {
  const { outcome } = ending;
  if (outcome.kind !== 'succeeded' && outcome.kind !== 'unchanged') {
    annotate(told.step, outcome, ending, files.resolve('.'));
  }
  if (ending.stack !== undefined) debug(ending.stack);
  await orWarn('The report', async () => {
    setOutput('report', await files.writeTemporary('report.json', reportOf(outcome, told, redact)));
  });
  // Runners before 2022 and other hosts of actions have no job summary.
  if (process.env['GITHUB_STEP_SUMMARY']) {
    await orWarn('The job summary', async () => {
      await summary.addRaw(redact(renderSummary({ ...told, outcome }))).write();
    });
  }
  for (const [name, value] of Object.entries(outcome.outputs)) {
    if (value !== undefined) setOutput(name, String(value));
  }
  setOutput('outcome', kebab(outcome.kind));
}

function reportOf(
  outcome: Outcome,
  { dropped, endedAt, events, run, startedAt, step }: Told,
  redact: Means['redact'],
): string {
  return renderReport(
    {
      version: 1,
      step,
      outcome,
      startedAt: new Date(startedAt).toISOString(),
      endedAt: new Date(endedAt).toISOString(),
      seconds: (endedAt - startedAt) / 1000,
      ...(run === undefined ? {} : { run }),
      events,
      dropped,
    },
    redact,
  );
}

async function orWarn(what: string, write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    warning(`${what} could not be written: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** `rolledBack` as users write it in `if:`, `rolled-back`. */
function kebab(kind: string): string {
  return kind.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
