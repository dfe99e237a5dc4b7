import type { Finding } from './finding.ts';

/** Values for `GITHUB_OUTPUT`; `undefined` writes nothing, so that an output is never half true. */
export type OutputValues = Readonly<Record<string, string | number | boolean | undefined>>;

/** A table or text for the job summary; user text is encoded by whoever renders it. */
export type SummarySection =
  | {
      readonly kind: 'table';
      readonly title: string;
      readonly header: readonly string[];
      readonly rows: readonly (readonly string[])[];
    }
  | { readonly kind: 'code'; readonly title: string; readonly language: string; readonly text: string }
  | {
      readonly kind: 'facts';
      readonly title?: string;
      readonly facts: readonly (readonly [name: string, value: string])[];
    };

interface Ended<O extends OutputValues> {
  /** Outputs that are true at this moment; written for every kind of outcome. */
  readonly outputs: O;
  /** One sentence: what happened. It is the headline of annotation and summary. */
  readonly headline: string;
  readonly summary?: readonly SummarySection[];
}

interface Troubled<O extends OutputValues> extends Ended<O> {
  /** Diagnosed causes, the most specific first. */
  readonly findings: readonly Finding[];
  /** What state production is in now, and what to do next. */
  readonly remedy: string;
  /** Console page of the resource in question. */
  readonly link?: string;
}

/** How a step ended. Only `succeeded` and `unchanged` exit 0. */
export type Outcome<O extends OutputValues = OutputValues> =
  | ({ readonly kind: 'succeeded' } & Ended<O>)
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
