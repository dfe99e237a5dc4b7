import { CutoverError } from '@cutover/domain/errors';
import type { InputSchema, Inputs } from '@cutover/domain/inputs/input';
import {
  isSuccess,
  type Outcome,
  type OutputValues,
  type SummarySection,
  type SummaryStage,
} from '@cutover/domain/outcome';
import type { Step } from '../step.ts';
import type { World } from '../world.ts';
import type { PipelineOutputs } from './outputs.ts';
import { runStage, type StageOutcome } from './stage.ts';

/** By an output of the pipeline, the output of a stage whose value has its type. */
export type Kept<O> = {
  readonly [P in keyof PipelineOutputs]?: {
    [N in keyof O]: O[N] extends PipelineOutputs[P] ? N : never;
  }[keyof O];
};

type Trouble<O extends OutputValues> = Exclude<Outcome<O>, { kind: 'succeeded' | 'unchanged' }>;

/** The stages that were run, and what they left. */
export class Journey {
  readonly #world: World;
  readonly #stages: SummaryStage[] = [];
  readonly #remembered = new Map<string, Record<string, string>>();
  outputs: PipelineOutputs = {};

  constructor(world: World) {
    this.#world = world;
  }

  /**
   * @param keep names of the pipeline's outputs, each with the stage's output that gives its value
   * @param quiet whether a stage that ends well is left out of the summary
   */
  async pass<S extends InputSchema, O extends OutputValues>(
    step: Step<S, O>,
    given: Inputs<S>,
    keep: Kept<O>,
    { quiet = false } = {},
  ): Promise<StageOutcome<O>> {
    const remembered: Record<string, string> = {};
    this.#remembered.set(step.name, remembered);
    const began = this.#world.clock.now();
    const outcome = await runStage(step, given, this.#world, remembered);
    if (quiet && isSuccess(outcome)) return outcome;
    this.#stages.push({
      name: step.name,
      kind: outcome.kind,
      headline: outcome.what,
      seconds: (this.#world.clock.now() - began) / 1000,
      sections: outcome.summary ?? [],
    });
    this.keep(
      Object.fromEntries(
        Object.entries(keep).map(([own, theirs]) => [own, outcome.outputs[theirs as keyof O]]),
      ),
    );
    return outcome;
  }

  /** Adds the values that are known. */
  keep(outputs: PipelineOutputs): void {
    const known = Object.entries(outputs).filter(([, value]) => value !== undefined);
    this.outputs = { ...this.outputs, ...Object.fromEntries(known) };
  }

  /** Takes away what a stage that ended well had left for those after it; tried again by `post:` when it can't be now. */
  async takeAway(step: Pick<Step<InputSchema, OutputValues>, 'name' | 'after'>): Promise<void> {
    const remembered = this.#remembered.get(step.name);
    if (remembered === undefined) return;
    try {
      await step.after?.(remembered, this.#world);
    } catch (error) {
      if (!(error instanceof CutoverError)) throw error;
      this.#world.progress.report({ type: 'warning', what: error.message, fix: error.fix });
    }
  }

  succeeded(kind: 'succeeded' | 'unchanged', what: string): Outcome<PipelineOutputs> {
    return { kind, what, outputs: this.outputs, summary: this.#summary() };
  }

  /** Ends with the trouble of a stage; `changes` say what it means for the whole. */
  stopped<O extends OutputValues>(
    trouble: Trouble<Partial<O>>,
    changes: Partial<Pick<Trouble<O>, 'kind' | 'what' | 'fix' | 'findings'>> = {},
  ): Outcome<PipelineOutputs> {
    return { ...trouble, ...changes, outputs: this.outputs, summary: this.#summary() };
  }

  #summary(): readonly SummarySection[] {
    return this.#stages.length === 0 ? [] : [{ kind: 'stages', stages: this.#stages }];
  }
}
