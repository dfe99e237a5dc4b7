import { ConfigurationError, CutoverError } from '@cutover/domain/errors';

/** Work of `post:`, and the state of AWS when it fails. */
export interface CleanUp {
  readonly act: () => Promise<void>;
  /** Thing that stays behind, as a sentence without its full stop. */
  readonly left?: string;
  /** How a person removes it. */
  readonly fix?: string;
}

/**
 * Does all of the work, each part whatever became of the others.
 * @throws ConfigurationError with a problem for each part that failed; the error of a defect as it is
 */
export async function cleanUpAll(parts: readonly CleanUp[]): Promise<void> {
  const problems: { what: string; fix: string }[] = [];
  const failures: CutoverError[] = [];
  let defect: unknown;
  for (const { act, left, fix } of parts) {
    try {
      await act();
    } catch (error) {
      if (!(error instanceof CutoverError)) {
        defect ??= error;
        continue;
      }
      failures.push(error);
      for (const { what, fix: own } of problemsOf(error)) {
        problems.push({
          what: left === undefined ? what : `${left}: ${what}`,
          fix: fix === undefined ? own : `${fix} ${own}`.trim(),
        });
      }
    }
  }
  const [first] = failures;
  if (first === undefined && defect === undefined) return;
  if (first === undefined) throw defect;
  // An error to which nothing is added keeps its kind, findings and link.
  if (failures.length === 1 && problems.length === 1 && problems[0]?.what === first.message) throw first;
  throw new ConfigurationError(problems, { cause: first });
}

function problemsOf(error: CutoverError): readonly { what: string; fix: string }[] {
  return error instanceof ConfigurationError ? error.problems : [{ what: error.message, fix: error.fix }];
}
