import type { InputSchema, Inputs } from '@cutover/domain/inputs/input';

/** Values for some inputs of a step; what is undefined keeps the schema's own default. */
export type Given<S extends InputSchema> = { readonly [K in keyof S]?: Inputs<S>[K] | undefined };

/** The whole set of a step's inputs, as if the rest had been left out under `with:`. */
export function withDefaults<S extends InputSchema>(schema: S, given: Given<S>): Inputs<S> {
  const values = Object.entries(schema).map(([name, { default: text, parse }]) => [
    name,
    given[name] ?? (text === undefined ? undefined : (parse(text) as unknown)),
  ]);
  return Object.fromEntries(values) as Inputs<S>;
}
