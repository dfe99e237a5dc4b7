import type { Finding } from './finding.ts';
import type { Trouble } from './trouble.ts';

/** Values for `GITHUB_OUTPUT`; `undefined` writes nothing, so that an output is never half true. */
export type OutputValues = Readonly<Record<string, string | number | boolean | undefined>>;

export type OutputKind = 'string' | 'number' | 'boolean';

/** The outputs of an action by their names in `action.yml`, each with the kind of its value. */
export type OutputKinds = Readonly<Record<string, OutputKind>>;

interface ValueOf {
  readonly string: string;
  readonly number: number;
  readonly boolean: boolean;
}

/** Values of declared outputs. A value that is not known is left out, but for those that are `Always` known. */
export type OutputsOf<K extends OutputKinds, Always extends keyof K = never> = {
  readonly [N in Exclude<keyof K, Always>]?: ValueOf[K[N]] | undefined;
} & { readonly [N in Always]: ValueOf[K[N]] };

/** A table or text for the job summary; user text is encoded by whoever renders it. */
export type SummarySection =
  | {
      readonly kind: 'table';
      readonly title: string;
      readonly header: readonly string[];
      readonly rows: readonly (readonly string[])[];
      /** Shown by its title only, until a reader opens it. */
      readonly folded?: true;
    }
  | { readonly kind: 'code'; readonly title: string; readonly language: string; readonly text: string }
  /** The stages of a pipeline, each with its own sections. */
  | { readonly kind: 'stages'; readonly stages: readonly SummaryStage[] }
  | {
      readonly kind: 'facts';
      readonly title?: string;
      readonly facts: readonly (readonly [name: string, value: string])[];
    };

/** A stage and how it ended. */
export interface SummaryStage {
  readonly name: string;
  readonly kind: 'succeeded' | 'unchanged' | 'rolledBack' | 'failed' | 'timedOut' | 'cancelled';
  readonly headline: string;
  readonly seconds: number;
  readonly sections: readonly SummarySection[];
}

interface Ended<O extends OutputValues> {
  /** Outputs that are true at this moment; written for every kind of outcome. */
  readonly outputs: O;
  /** One sentence: the end of the step. It is the headline of annotation and summary. */
  readonly what: string;
  readonly summary?: readonly SummarySection[];
}

/** `fix` is the state of production now, and the next thing to do. */
interface Troubled<O extends OutputValues> extends Ended<O>, Pick<Trouble, 'what' | 'fix' | 'link'> {
  /** Diagnosed causes, the most specific first. */
  readonly findings: readonly Finding[];
}

/** How a step ended. A success has findings where finding them was the step's work. Only `succeeded` and `unchanged` exit 0. */
export type Outcome<O extends OutputValues = OutputValues> =
  | ({ readonly kind: 'succeeded'; readonly findings?: readonly Finding[] } & Ended<O>)
  | ({ readonly kind: 'unchanged' } & Ended<O>)
  | ({ readonly kind: 'rolledBack' } & Troubled<O>)
  | ({ readonly kind: 'failed' } & Troubled<O>)
  | ({ readonly kind: 'timedOut' } & Troubled<O>)
  | ({ readonly kind: 'cancelled' } & Troubled<O>);

export function isSuccess<O extends OutputValues>(outcome: Outcome<O>): boolean {
  switch (outcome.kind) {
    case 'succeeded':
    case 'unchanged':
      return true;
    case 'rolledBack':
    case 'failed':
    case 'timedOut':
    case 'cancelled':
      return false;
  }
}
