import { reasonOf } from '@cutover/domain/text/reason';
import { CutoverError } from '@cutover/domain/errors';
import type { InputSchema, Inputs } from '@cutover/domain/inputs/input';
import { isSuccess, type Outcome, type OutputValues } from '@cutover/domain/outcome';
import type { Step } from '../step.ts';
import { cleanUpAll } from '../clean-up.ts';
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
    const { findings, link, message: what, fix } = error;
    return {
      kind: 'failed',
      what,
      fix,
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
    const reason = reasonOf(error);
    world.progress.report({ type: 'warning', what: `Tidying up after ${step.name} failed: ${reason}` });
    return false;
  }
}

function cancelled<O extends OutputValues>(what: string): StageOutcome<O> {
  return {
    kind: 'cancelled',
    what,
    fix: 'Run the job again; it continues from what is there.',
    findings: [],
    outputs: {},
  };
}

/**
 * Lets each stage do what its own `post:` would do, whatever becomes of the others: undo what it left behind, or when it
 * ended well take away what it left on purpose.
 * @throws ConfigurationError with all that stays behind, when all have had their turn
 */
export async function finishStages(
  steps: readonly Pick<Step<InputSchema, OutputValues>, 'name' | 'post' | 'after'>[],
  remembered: Readonly<Record<string, string>>,
  world: World,
): Promise<void> {
  await cleanUpAll(
    steps.map((step) => ({
      act: async () => {
        const prefix = `${step.name}.`;
        const own = Object.fromEntries(
          Object.entries(remembered)
            .filter(([key]) => key.startsWith(prefix))
            .map(([key, value]) => [key.slice(prefix.length), value]),
        );
        if (Object.keys(own).length === 0) return;
        await (own[ENDED] === 'true' ? step.after?.(own, world) : step.post?.(own, world));
      },
    })),
  );
}
