import { expect, test } from '@jest/globals';
import type { InputSchema } from '@cutover/domain/inputs/input';
import { EVERY_ACTION, SHARED } from '../inputs/every-action.ts';
import { PROOFS } from '../inputs/proofs.ts';
import { INPUT_TESTS } from '../mutations/rows/inputs.ts';
import { ACTIONS, loadStep } from './actions.ts';

/** Inputs of an action, or those that all actions share. */
const inputsOf = async (name: string): Promise<InputSchema> =>
  name === EVERY_ACTION ? SHARED : (await loadStep(name)).inputs;

/** Inputs that a row of the mutations removes. */
const removed = (name: string): readonly string[] =>
  (INPUT_TESTS[name] ?? []).flatMap(({ inputs }) => inputs);

/** Inputs with and without which the action runs. */
const compared = (name: string): readonly string[] =>
  PROOFS.filter(({ action }) => action === name).flatMap(({ proofs }) => proofs.map(({ input }) => input));

test.each([...ACTIONS, EVERY_ACTION])(
  'every input of %s is proven to do something, and by one kind of proof',
  async (name) => {
    const inputs = await inputsOf(name);
    const rows = removed(name);
    const proofs = new Set(compared(name));
    const unproven = Object.keys(inputs).filter(
      (input) =>
        !rows.includes(input) &&
        !proofs.has(input) &&
        (name === EVERY_ACTION || !Object.hasOwn(SHARED, input)),
    );
    const twice = rows.filter((input, at) => rows.indexOf(input) !== at || proofs.has(input));
    expect({ unproven, twice }).toEqual({ unproven: [], twice: [] });
  },
);

test('proofs are about inputs that there are', async () => {
  const names = [...new Set([...Object.keys(INPUT_TESTS), ...PROOFS.map(({ action }) => action)])];
  const unknown = await Promise.all(
    names.map(async (name) => {
      const inputs = await inputsOf(name);
      return [...removed(name), ...compared(name)]
        .filter((input) => !Object.hasOwn(inputs, input))
        .map((input) => `${name}: ${input}`);
    }),
  );
  expect(unknown.flat()).toEqual([]);
});
