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
    const outcome = await runStage(step, given, this.#world);
    this.#stages.push([step.name, outcome.kind, outcome.headline]);
    this.#sections.push(...(outcome.summary ?? []));
    const known = Object.entries(keep(outcome.outputs)).filter(([, value]) => value !== undefined);
    this.outputs = { ...this.outputs, ...Object.fromEntries(known) };
    return outcome;
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
