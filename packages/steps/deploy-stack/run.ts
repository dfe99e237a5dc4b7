import type { StackState } from '@cutover/aws/stacks';
import { ConfigurationError } from '@cutover/domain/errors';
import type { Outcome } from '@cutover/domain/outcome';
import { isSettled } from '@cutover/domain/stack';
import type { World } from '../world.ts';
import { carryOut, type Running } from './carry-out.ts';
import { createChangeSet, discard, type ChangeSetRequest } from './change-set.ts';
import { liveColor } from './live-color.ts';
import { followStack, type Pace } from './operation.ts';
import {
  blockedRemedy,
  cancelled,
  failed,
  operationFailed,
  timedOut,
  type StackOutputs,
} from './outcomes.ts';
import { parametersOf, parseParameterOverrides } from './parameters.ts';
import type { StackInputs } from './inputs.ts';
import { readTemplate, type Template } from './template.ts';

type Result = Outcome<StackOutputs>;

export async function run(given: StackInputs, world: World): Promise<Result> {
  const { clock, signal } = world;
  const template = await chosenTemplate(given, world);
  const overrides = parseParameterOverrides(given['parameter-overrides'] ?? '', template.parameters);
  for (const { name, noEcho } of template.parameters) {
    const value = overrides.get(name);
    if (noEcho && value !== undefined && value !== '') world.mask(value);
  }
  const pace: Pace = {
    deadline: clock.now() + given['wait-for-minutes'] * 60_000,
    intervalMs: given['poll-interval-seconds'] * 1000,
  };
  const state: Running = { stack: undefined, executing: false };
  try {
    return await deploy(template, overrides, given, pace, world, state);
  } catch (error) {
    if (!signal.aborted) throw error;
    if (state.changeSet !== undefined && !state.executing) await discard(state.changeSet, world);
    return cancelled(given.name, state.executing, world.aws.region, state.stack);
  }
}

async function chosenTemplate(given: StackInputs, world: World): Promise<Template> {
  if (given.template !== undefined) {
    return readTemplate(await world.files.read(given.template, 'template'), given.template);
  }
  if (world.bundledTemplate === undefined) {
    throw new ConfigurationError({
      message: 'Input template was not given, and no template lies beside this action.',
      remedy: 'Add template: PATH.',
    });
  }
  return readTemplate(await world.bundledTemplate(), 'the bundled template');
}

async function deploy(
  template: Template,
  overrides: ReadonlyMap<string, string>,
  given: StackInputs,
  pace: Pace,
  world: World,
  state: Running,
): Promise<Result> {
  const { aws } = world;
  const { name } = given;
  const minutes = given['wait-for-minutes'];
  let stack = await aws.stacks.describe(name);
  state.stack = stack;
  if (stack !== undefined && !isSettled(stack.status)) {
    world.progress.report({
      type: 'note',
      text: `Stack ${name} is ${stack.status}; waiting for that to end.`,
    });
    const known = new Set((await aws.stacks.events(stack.id, new Set())).map(({ id }) => id));
    const result = await followStack(stack.id, known, undefined, pace, world);
    if (result.kind === 'timedOut') return timedOut(name, result.reason, minutes, aws.region, stack);
    stack = await aws.stacks.describe(name);
  }
  if (stack?.status === 'ROLLBACK_COMPLETE') {
    const refusal = await deleteRemains(stack, given, pace, world);
    if (refusal !== undefined) return refusal;
    stack = undefined;
  }
  if (stack !== undefined && isBlocked(stack.status)) {
    return failed(
      `Stack ${name} is ${stack.status} and can't be updated${stack.statusReason === undefined ? '.' : `: ${stack.statusReason}`}`,
      blockedRemedy(stack.status),
      aws.region,
      stack,
    );
  }
  const exists = stack !== undefined && stack.status !== 'REVIEW_IN_PROGRESS';
  const { parameters, missing } = parametersOf(
    template.parameters,
    overrides,
    exists ? (stack?.parameters ?? {}) : {},
  );
  if (missing.length > 0) {
    throw new ConfigurationError(
      missing.map((one) => ({
        message: `Input parameter-overrides: the template's parameter ${one} has no default and was not given.`,
        remedy: `Add ${one}=VALUE.`,
      })),
    );
  }
  state.stack = stack;
  const request = {
    name,
    exists,
    capabilities: given.capabilities,
    roleArn: given['role-arn'],
    tags: given.tags,
  };
  const writes = !given['dry-run'] && !given['no-execute-changeset'];
  const hasColor = template.parameters.some((one) => one.name === 'LiveColor');
  const color = exists && hasColor && stack !== undefined ? await liveColor(stack, world) : undefined;
  if (color === 'both') {
    return failed(
      `Production of stack ${name} is served by both target groups: a deployment is shifting traffic.`,
      'Nothing was changed. Run the job again when the deployment has ended; an update could turn traffic back.',
      aws.region,
      stack,
    );
  }
  if (stack !== undefined && color !== undefined) {
    if (overrides.has('LiveColor') && overrides.get('LiveColor') !== color) {
      throw new ConfigurationError({
        message: `Input parameter-overrides: LiveColor is ${overrides.get('LiveColor') ?? ''}, but production is served by ${color}.`,
        remedy: 'Remove LiveColor: this action reads it from the listener.',
      });
    }
    const stored = stack.parameters['LiveColor'];
    if (stored !== undefined && stored !== color && writes) {
      const first = await createChangeSet({ ...request, ...onlyColor(stack, color) }, pace, world);
      world.progress.report({
        type: 'note',
        text: `Production is served by ${color}; telling the stack so first.`,
      });
      const outcome = await carryOut(first, template, stack, given, pace, world, state);
      if (outcome.kind !== 'succeeded' && outcome.kind !== 'unchanged') return outcome;
      stack = (await aws.stacks.describe(name)) ?? stack;
    }
  }
  const all = color === undefined ? parameters : new Map([...parameters, ['LiveColor', color]]);
  const changeSet = await createChangeSet(
    { ...request, template: template.text, parameters: all },
    pace,
    world,
  );
  return await carryOut(changeSet, template, stack, given, pace, world, state);
}

function isBlocked(status: string): boolean {
  return ['ROLLBACK_FAILED', 'DELETE_FAILED', 'UPDATE_ROLLBACK_FAILED'].includes(status);
}

/** A failed update goes back to the parameters of the update before, so the live colour has to be among those. */
function onlyColor(
  stack: StackState,
  color: string,
): Pick<ChangeSetRequest, 'template' | 'parameters' | 'tags'> {
  const present = Object.keys(stack.parameters).map((name) => [name, undefined] as const);
  return { template: undefined, parameters: new Map([...present, ['LiveColor', color]]), tags: new Map() };
}

/** A stack whose creation failed can only be deleted; with nothing left in it that loses nothing. */
async function deleteRemains(
  stack: StackState,
  given: StackInputs,
  pace: Pace,
  world: World,
): Promise<Result | undefined> {
  const { aws } = world;
  const remaining = await aws.stacks.remainingResources(stack.id);
  const { name } = stack;
  if (remaining.length > 0) {
    return failed(
      `Stack ${name} is ROLLBACK_COMPLETE and still has resources: ${remaining.join(', ')}.`,
      'It can only be deleted. Check that these resources are not needed, delete the stack in the console, and run the job again.',
      aws.region,
      stack,
    );
  }
  if (given['dry-run'] || given['no-execute-changeset']) {
    return failed(
      `Stack ${name} is ROLLBACK_COMPLETE, the remains of a creation that failed; it would be deleted and created anew.`,
      'Run without dry-run and no-execute-changeset, or delete the stack first.',
      aws.region,
      stack,
    );
  }
  world.progress.report({
    type: 'note',
    text: `Stack ${name} is ROLLBACK_COMPLETE and has no resources left; it is deleted and created anew.`,
  });
  const known = new Set((await aws.stacks.events(stack.id, new Set())).map(({ id }) => id));
  await aws.stacks.deleteStack(stack.id);
  const result = await followStack(stack.id, known, undefined, pace, world);
  if (result.kind === 'timedOut')
    return timedOut(name, result.reason, given['wait-for-minutes'], aws.region, stack);
  const { value } = result;
  if (value.stack !== undefined && value.stack.status !== 'DELETE_COMPLETE') {
    return operationFailed(value, name, aws.region, []);
  }
  return undefined;
}
