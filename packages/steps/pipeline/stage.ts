import { CutoverError } from '@cutover/domain/errors';
import type { InputSchema, Inputs } from '@cutover/domain/inputs';
import type { Outcome, OutputValues } from '@cutover/domain/outcome';
import type { Step } from '../step.ts';
import type { World } from '../world.ts';

/** Outputs of a stage that may have ended before it had any. */
export type StageOutcome<O extends OutputValues> = Outcome<Partial<O>>;

/**
 * Runs one step as a stage of the pipeline. What it remembers is kept under its own name, so that the pipeline's `post:`
 * can hand it back. An error that explains itself becomes the outcome of the stage; a stage that threw is tidied up at once.
 * @throws what is a defect, and the signal's reason
 */
export async function runStage<S extends InputSchema, O extends OutputValues>(
  step: Step<S, O>,
  given: Inputs<S>,
  world: World,
): Promise<StageOutcome<O>> {
  const remembered: Record<string, string> = {};
  const own: World = {
    ...world,
    remember: (key, value) => {
      remembered[key] = value;
      world.remember(`${step.name}.${key}`, value);
    },
  };
  const ended = (): void => {
    world.remember(`${step.name}.${ENDED}`, 'true');
  };
  world.signal.throwIfAborted();
  world.progress.report({ type: 'step.started', step: step.name });
  try {
    const outcome = await step.run(given, own);
    ended();
    return outcome;
  } catch (error) {
    if (!(error instanceof CutoverError)) throw error;
    try {
      await step.post?.(remembered, own);
    } catch (second) {
      const text = second instanceof Error ? second.message : String(second);
      world.progress.report({ type: 'warning', text: `Tidying up after ${step.name} failed: ${text}` });
    }
    ended();
    const { findings, link, message, remedy } = error;
    return {
      kind: 'failed',
      headline: message,
      remedy,
      findings,
      outputs: {},
      ...(link === undefined ? {} : { link }),
    };
  }
}

const ENDED = 'ended';

/** Lets each stage that did not come to its end do what its own `post:` would do. */
export async function finishStages(
  steps: readonly Pick<Step<InputSchema, OutputValues>, 'name' | 'post'>[],
  remembered: Readonly<Record<string, string>>,
  world: World,
): Promise<void> {
  for (const step of steps) {
    const prefix = `${step.name}.`;
    const own = Object.fromEntries(
      Object.entries(remembered)
        .filter(([key]) => key.startsWith(prefix))
        .map(([key, value]) => [key.slice(prefix.length), value]),
    );
    if (Object.keys(own).length > 0 && own[ENDED] !== 'true') await step.post?.(own, world);
  }
}
