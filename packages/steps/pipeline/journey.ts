import { CutoverError } from '@cutover/domain/errors';
import type { InputSchema, Inputs } from '@cutover/domain/inputs';
import type { Outcome, OutputValues, SummarySection } from '@cutover/domain/outcome';
import type { Step } from '../step.ts';
import type { World } from '../world.ts';
import type { PipelineOutputs } from './outputs.ts';
import { runStage, type StageOutcome } from './stage.ts';

type Trouble<O extends OutputValues> = Exclude<Outcome<O>, { kind: 'succeeded' | 'unchanged' }>;

/** The stages that were run, and what they left. */
export class Journey {
  readonly #world: World;
  readonly #stages: (readonly [name: string, outcome: Outcome['kind'], headline: string])[] = [];
  readonly #sections: SummarySection[] = [];
  readonly #remembered = new Map<string, Record<string, string>>();
  outputs: PipelineOutputs = {};

  constructor(world: World) {
    this.#world = world;
  }

  /** @param keep which of the stage's outputs are the pipeline's */
  async pass<S extends InputSchema, O extends OutputValues>(
    step: Step<S, O>,
    given: Inputs<S>,
    keep: (outputs: Partial<O>) => PipelineOutputs,
  ): Promise<StageOutcome<O>> {
    const remembered: Record<string, string> = {};
    this.#remembered.set(step.name, remembered);
    const outcome = await runStage(step, given, this.#world, remembered);
    this.#stages.push([step.name, outcome.kind, outcome.headline]);
    this.#sections.push(...(outcome.summary ?? []));
    const known = Object.entries(keep(outcome.outputs)).filter(([, value]) => value !== undefined);
    this.outputs = { ...this.outputs, ...Object.fromEntries(known) };
    return outcome;
  }

  /** Takes away what a stage that ended well had left for those after it; tried again by `post:` when it can't be now. */
  async takeAway(step: Pick<Step<InputSchema, OutputValues>, 'name' | 'after'>): Promise<void> {
    const remembered = this.#remembered.get(step.name);
    if (remembered === undefined) return;
    try {
      await step.after?.(remembered, this.#world);
    } catch (error) {
      if (!(error instanceof CutoverError)) throw error;
      this.#world.progress.report({ type: 'warning', text: error.message, remedy: error.remedy });
    }
  }

  succeeded(kind: 'succeeded' | 'unchanged', headline: string): Outcome<PipelineOutputs> {
    return { kind, headline, outputs: this.outputs, summary: this.#summary() };
  }

  /** Ends with the trouble of a stage; `changes` say what it means for the whole. */
  stopped<O extends OutputValues>(
    trouble: Trouble<Partial<O>>,
    changes: Partial<Pick<Trouble<O>, 'kind' | 'headline' | 'remedy' | 'findings'>> = {},
  ): Outcome<PipelineOutputs> {
    return { ...trouble, ...changes, outputs: this.outputs, summary: this.#summary() };
  }

  #summary(): readonly SummarySection[] {
    return [
      {
        kind: 'table',
        title: 'Stages',
        header: ['Stage', 'Ended', 'What happened'],
        rows: this.#stages.map(([name, kind, headline]) => [name, words(kind), headline]),
      },
      ...this.#sections,
    ];
  }
}

/** `rolledBack` as words. */
function words(kind: Outcome['kind']): string {
  return kind.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
