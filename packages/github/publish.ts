import { reasonOf } from '@cutover/domain/text/reason';
import { debug, setOutput, summary, warning } from '@actions/core';
import type { Files } from '@cutover/domain/files';
import type { Language } from '@cutover/domain/inputs/language';
import type { Outcome } from '@cutover/domain/outcome';
import type { RunContext } from '@cutover/domain/run-context';
import { annotate } from './annotations.ts';
import type { Ending } from './ending.ts';
import { inLanguage } from './in-language.ts';
import { harmless, oneLine, uncoloured } from './harmless.ts';
import type { Masks } from './masks.ts';
import type { RecordedEvent } from './recorder.ts';
import { toldFindings } from './root-cause.ts';
import { renderReport } from './report.ts';
import { renderSummary } from './summary/summary.ts';

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
  readonly masks: Masks;
  readonly language: Language;
}

/**
 * Writes everything that outlives the process. What can't be written never hides the rest.
 * @throws when an output could not be written
 */
export async function publish(known: Ending, told: Told, { files, language, masks }: Means): Promise<void> {
  const redact = (text: string): string => uncoloured(masks.redact(text));
  const redacted = masks.redactAll(known, redact);
  const ending = { ...redacted, outcome: await inLanguage(redacted.outcome, language) };
  const { outcome } = ending;
  if (outcome.kind !== 'succeeded' && outcome.kind !== 'unchanged') {
    annotate(told.step, outcome, ending, files.resolve('.'));
  }
  if (ending.stack !== undefined) debug(ending.stack);
  await orWarn('The report', redact, async () => {
    setOutput('report', await files.writeTemporary('report.json', reportOf(outcome, told, masks)));
  });
  // Runners before 2022 and other hosts of actions have no job summary.
  if (process.env['GITHUB_STEP_SUMMARY']) {
    await orWarn('The job summary', redact, async () => {
      await summary.addRaw(uncoloured(masks.redactKnown(renderSummary({ ...told, outcome })))).write();
    });
  }
  for (const [name, value] of Object.entries(outcome.outputs)) {
    if (value !== undefined) setOutput(name, String(value));
  }
  setOutput('outcome', kebab(outcome.kind));
  // One line without commands of the runner, so that it can be put into a message, a variable or an echo as it is.
  const findings = toldFindings('findings' in outcome ? (outcome.findings ?? []) : [], ending.problems);
  const [root] = findings;
  if (root !== undefined) setOutput('finding', root.id);
  setOutput('findings', harmless(JSON.stringify(findings)));
  setOutput('headline', harmless(oneLine(outcome.what)).replaceAll(/\s+/g, ' ').trim());
}

function reportOf(
  outcome: Outcome,
  { dropped, endedAt, events, run, startedAt, step }: Told,
  masks: Masks,
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
    // Events were redacted when they arrived; a secret may have become known since.
    (text) => masks.redactKnown(text),
  );
}

async function orWarn(
  what: string,
  redact: (text: string) => string,
  write: () => Promise<void>,
): Promise<void> {
  try {
    await write();
  } catch (error) {
    warning(redact(`${what} could not be written: ${reasonOf(error)}`));
  }
}

/** `rolledBack` as users write it in `if:`, `rolled-back`. */
function kebab(kind: string): string {
  return kind.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
