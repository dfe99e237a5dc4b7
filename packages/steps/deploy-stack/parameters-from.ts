import { ConfigurationError } from '@cutover/domain/errors';
import type { World } from '../world.ts';
import { refusedValue } from './constraints.ts';
import type { GivenParameter, GivenParameters } from './parameters.ts';
import type { TemplateParameter } from './template.ts';
import type { Trouble } from '@cutover/domain/trouble';

const INPUT = 'parameters-from';

/**
 * The outputs of other stacks whose names are parameters of the template, where no other input gives them. The values are
 * handed over as parameters: an export would be locked for as long as a stack imports it.
 * @param stacks names of the stacks
 * @throws ConfigurationError for a stack that has no outputs, none that fits, or one that another stack has, too
 */
export async function parametersFrom(
  stacks: readonly string[],
  own: string,
  known: readonly TemplateParameter[],
  given: GivenParameters,
  world: World,
): Promise<GivenParameters> {
  const problems: Trouble[] = [];
  const found = new Map<string, GivenParameter>();
  for (const name of stacks) {
    const refuse = (message: string, fix: string): void => {
      problems.push({ what: `Input ${INPUT}: ${message}`, fix });
    };
    if (name === own) {
      refuse(`${name} is the stack itself, which keeps its parameters anyway.`, `Remove ${name}.`);
      continue;
    }
    const stack = await world.aws.stacks.describe(name);
    if (stack === undefined || Object.keys(stack.outputs).length === 0) {
      refuse(
        stack === undefined
          ? `there is no stack ${name} in ${world.aws.region}.`
          : `stack ${name} is ${stack.status} and has no outputs.`,
        `Create stack ${name} first, or correct its name.`,
      );
      continue;
    }
    const fitting = known.filter((one) => Object.hasOwn(stack.outputs, one.name) && !given.has(one.name));
    if (!known.some((one) => Object.hasOwn(stack.outputs, one.name))) {
      refuse(
        `no output of stack ${name} has the name of a parameter.`,
        `Its outputs are ${Object.keys(stack.outputs).join(', ')}. Remove ${name}, or name a parameter of the template like one of them.`,
      );
    }
    for (const parameter of fitting) {
      const value = stack.outputs[parameter.name] ?? '';
      const refused = refusedValue(parameter.name, value, parameter.noEcho, parameter);
      if (found.has(parameter.name))
        refuse(
          `${parameter.name} is an output of two of these stacks.`,
          `Give ${parameter.name} in parameter-overrides.`,
        );
      if (refused !== undefined)
        refuse(`output ${parameter.name} of stack ${name} ${refused.what}`, refused.fix);
      found.set(parameter.name, { value, place: { file: `output ${parameter.name} of stack ${name}` } });
    }
    if (fitting.length > 0)
      world.progress.report({
        type: 'note',
        text: `Stack ${name} gives ${fitting.map((one) => one.name).join(', ')}.`,
      });
  }
  if (problems.length > 0) throw new ConfigurationError(problems);
  return found;
}
