import { CutoverError } from '@cutover/domain/errors';
import type { InputSchema, Inputs } from '@cutover/domain/inputs';
import { isSuccess, type Outcome, type OutputValues } from '@cutover/domain/outcome';
import type { Step } from '../step.ts';
import type { World } from '../world.ts';

/** A stage may end before it has any outputs. */
export type StageOutcome<O extends OutputValues> = Outcome<Partial<O>>;

/** Remembered for a stage that has nothing left to tidy up. */
const ENDED = 'ended';

/**
 * Runs one step as a stage of the pipeline. What it remembers is kept under its own name, so that the pipeline's `post:`
 * can hand it back, and in `remembered`. A stage that throws is tidied up at once, and an error that explains itself
 * becomes its outcome.
 * @throws what is a defect
 */
export async function runStage<S extends InputSchema, O extends OutputValues>(
  step: Step<S, O>,
  given: Inputs<S>,
  world: World,
  remembered: Record<string, string> = {},
): Promise<StageOutcome<O>> {
  if (world.signal.aborted) return cancelled(`Cancelled before ${step.name}.`);
  const own: World = {
    ...world,
    remember: (key, value) => {
      remembered[key] = value;
      world.remember(`${step.name}.${key}`, value);
    },
  };
  world.progress.report({ type: 'step.started', step: step.name });
  const ended = (): void => {
    own.remember(ENDED, 'true');
  };
  try {
    const outcome = await step.run(given, own);
    if (isSuccess(outcome)) ended();
    return outcome;
  } catch (error) {
    if (await tidyUp(step, remembered, own)) ended();
    if (world.signal.aborted) return cancelled(`Cancelled during ${step.name}.`);
    if (!(error instanceof CutoverError)) throw error;
    const { findings, link, message: headline, remedy } = error;
    return {
      kind: 'failed',
      headline,
      remedy,
      findings,
      outputs: {},
      ...(link === undefined ? {} : { link }),
    };
  }
}

async function tidyUp(
  step: Pick<Step<InputSchema, OutputValues>, 'name' | 'post'>,
  remembered: Readonly<Record<string, string>>,
  world: World,
): Promise<boolean> {
  try {
    await step.post?.(remembered, world);
    return true;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    world.progress.report({ type: 'warning', text: `Tidying up after ${step.name} failed: ${reason}` });
    return false;
  }
}

function cancelled<O extends OutputValues>(headline: string): StageOutcome<O> {
  return {
    kind: 'cancelled',
    headline,
    remedy: 'Run the job again; it continues from what is there.',
    findings: [],
    outputs: {},
  };
}

/**
 * Lets each stage do what its own `post:` would do, whatever becomes of the others: undo what it left behind, or when it
 * ended well take away what it left on purpose.
 * @throws the first error, when all have had their turn
 */
export async function finishStages(
  steps: readonly Pick<Step<InputSchema, OutputValues>, 'name' | 'post' | 'after'>[],
  remembered: Readonly<Record<string, string>>,
  world: World,
): Promise<void> {
  let failure: Error | undefined;
  for (const step of steps) {
    const prefix = `${step.name}.`;
    const own = Object.fromEntries(
      Object.entries(remembered)
        .filter(([key]) => key.startsWith(prefix))
        .map(([key, value]) => [key.slice(prefix.length), value]),
    );
    if (Object.keys(own).length === 0) continue;
    try {
      await (own[ENDED] === 'true' ? step.after?.(own, world) : step.post?.(own, world));
    } catch (error) {
      failure ??= error instanceof Error ? error : new Error(String(error));
    }
  }
  if (failure !== undefined) throw failure;
}
