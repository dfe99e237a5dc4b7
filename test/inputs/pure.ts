import { CutoverError } from '@cutover/domain/errors';
import { parseInputs, type Inputs, type InputSchema } from '@cutover/domain/inputs/input';
import { inOneLine } from './observe.ts';
import type { Given, Scene } from './proof.ts';

/** A scene without an account: the value that a pure part of a step makes of the inputs, or its refusal. */
export function inPlan<S extends InputSchema>(
  schema: S,
  plan: (inputs: Inputs<S>) => unknown,
): () => Promise<Scene> {
  const observe = async (given: Given): Promise<string> => {
    try {
      const planned = await plan(parseInputs(schema, given));
      return typeof planned === 'string' ? planned : inOneLine(planned);
    } catch (error) {
      if (!(error instanceof CutoverError)) throw error;
      return error.message;
    }
  };
  return async () => await Promise.resolve({ observe });
}
