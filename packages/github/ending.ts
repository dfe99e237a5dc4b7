import {
  CancelledError,
  ConfigurationError,
  CutoverError,
  formatPlace,
  type Problem,
} from '@cutover/domain/errors';
import type { Outcome } from '@cutover/domain/outcome';

/** How a run ended: its outcome, and what only an error knows. */
export interface Ending {
  readonly outcome: Outcome;
  /** One annotation each. */
  readonly problems: readonly Problem[];
  /** For the debug log only. */
  readonly stack?: string;
}

/** Meaning of an error that no outcome covers. */
export function endingOf(error: unknown, cancelled: boolean, defectsGoTo: string): Ending {
  const stack = error instanceof Error && error.stack !== undefined ? { stack: error.stack } : {};
  if (error instanceof CancelledError || (cancelled && !(error instanceof CutoverError))) {
    return {
      outcome: {
        kind: 'cancelled',
        what: 'The job was cancelled.',
        fix: 'Run the job again; it continues from what is there.',
        findings: [],
        outputs: {},
      },
      problems: [],
      ...stack,
    };
  }
  if (error instanceof CutoverError) {
    const { findings, link, message, fix } = error;
    const problems = error instanceof ConfigurationError ? error.problems : [];
    const [first] = problems;
    const headline =
      first === undefined
        ? message
        : `${first.place === undefined ? '' : `${formatPlace(first.place)}: `}${first.what}`;
    return {
      outcome: {
        kind: 'failed',
        what: problems.length > 1 ? `${headline} (and ${problems.length - 1} more to correct)` : headline,
        fix,
        findings,
        outputs: {},
        ...(link === undefined ? {} : { link }),
        ...(problems.length > 1
          ? {
              summary: [
                {
                  kind: 'table',
                  title: 'To correct',
                  header: ['Where', 'What is wrong', 'What to do'],
                  rows: problems.map(({ what, place, fix }) => [
                    place === undefined ? '' : formatPlace(place),
                    what,
                    fix,
                  ]),
                },
              ],
            }
          : {}),
      },
      problems,
      ...stack,
    };
  }
  return {
    outcome: {
      kind: 'failed',
      what: `Unexpected error: ${error instanceof Error ? `${error.name}: ${error.message}` : String(error)}`,
      fix: `This is a defect of Cutover, not of your workflow. Please report it at ${defectsGoTo} with this message; with debug logging on (re-run with "Enable debug logging") the log holds the place.`,
      findings: [],
      outputs: {},
    },
    problems: [],
    ...stack,
  };
}
