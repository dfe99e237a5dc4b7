import type { Definition, Stack } from '../stack.ts';
import type { Stacks } from '../stacks.ts';
import { outputsOf } from './deploy.ts';
import { valuesOf } from './resolve.ts';

/** Whether the outputs of `target` differ from the stack's in value, name, description or export; how they are written is no matter. */
export function outputsChange(stacks: Stacks, stack: Stack, target: Definition): boolean {
  const scope = stacks.scope(stacks.identity(stack), target, valuesOf(stack));
  const spelt = (outputs: readonly object[]): string[] =>
    outputs
      .map((output) => JSON.stringify(Object.entries(output).toSorted(([a], [b]) => a.localeCompare(b))))
      .toSorted();
  return JSON.stringify(spelt(outputsOf(target, scope))) !== JSON.stringify(spelt(stack.outputs));
}
