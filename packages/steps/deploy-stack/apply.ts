import type { StackState } from '@cutover/aws/stacks';
import { ConfigurationError, formatPlace } from '@cutover/domain/errors';
import type { Outcome } from '@cutover/domain/outcome';
import type { StackChange } from '@cutover/domain/stack';
import { execute, judge, type Basis, type Judged } from './carry-out.ts';
import { createChangeSet, discard, type ChangeSetRequest } from './change-set.ts';
import { countOf } from './changes.ts';
import { changedSoFar, isPreview, type Job } from './job.ts';
import { failed, unchanged, type StackOutputs } from './outcomes.ts';
import { permissionsOf, unusedPermissions } from './protection.ts';
import { parametersOf, type GivenParameters } from './parameters.ts';
import { parametersFrom } from './parameters-from.ts';
import { repositoryIds } from './repository-ids.ts';
import { settled, updatable } from './settle.ts';
import type { Template } from './template.ts';
import { deploymentLook, trafficOf, type Traffic } from './traffic.ts';

type Result = Outcome<StackOutputs>;

/** The parameter by which the bundled template knows the target group that serves. */
export const COLOR = 'LiveColor';

/** Creates or updates the stack, or shows what that would do. */
export async function apply(template: Template, ownParameters: GivenParameters, job: Job): Promise<Result> {
  const { world } = job;
  const { name } = job.given;
  const others = await parametersFrom(
    job.given['parameters-from'],
    name,
    template.parameters,
    ownParameters,
    world,
  );
  const given: GivenParameters = new Map([...others, ...ownParameters]);
  const now = await settled(job);
  if (now.kind === 'ended') return now.outcome;
  const free = await updatable(now.stack, job);
  if (free.kind === 'ended') return free.outcome;
  const { stack } = free;
  const exists = stack !== undefined && stack.status !== 'REVIEW_IN_PROGRESS';
  const overrides = new Map([...given].map(([one, { value }]) => [one, value]));
  const ids = await repositoryIds(template.parameters, overrides, exists ? stack : undefined, world);
  const { missing, parameters } = parametersOf(
    template.parameters,
    new Map([...ids, ...overrides]),
    exists ? stack.parameters : {},
  );
  if (missing.length > 0) {
    throw new ConfigurationError(
      missing.map((one) => ({
        what: `Input parameter-overrides: the template's parameter ${one} has no default and was not given.`,
        fix: `Add ${one}=VALUE.`,
      })),
    );
  }
  job.state.stack = stack;
  const look = exists ? await lookingAt(stack, template, job) : async () => undefined;
  const traffic = await look();
  if (traffic?.kind === 'moving') {
    if (!isPreview(job))
      return failed(traffic.what, `${changedSoFar(job)} ${traffic.fix}`, world.aws.region, stack);
    world.progress.report({ type: 'warning', what: `${traffic.what} mode: apply would be refused now.` });
  }
  const color = traffic?.kind === 'resting' ? traffic.color : undefined;
  const wished = given.get(COLOR);
  if (color !== undefined && wished !== undefined && wished.value !== color) {
    throw new ConfigurationError({
      what: `Parameter ${COLOR} is ${wished.value}, but production is served by ${color}.`,
      fix: `Remove ${COLOR}: this action reads it from the listener.`,
      place: wished.place,
    });
  }
  const all = color === undefined ? parameters : new Map([...parameters, [COLOR, color]]);
  const request: ChangeSetRequest = {
    name,
    exists,
    template: template.text,
    parameters: all,
    capabilities: job.given.capabilities,
    roleArn: job.given['role-arn'],
    tags: job.given.tags,
  };
  const basis: Basis = {
    template,
    changed: changedParameters(all, exists ? stack.parameters : {}),
    whereIs: (one) => placeOf(given, one),
  };
  const first = await judge(await createChangeSet(request, job), basis, stack, job);
  if (first.kind === 'ended') return first.outcome;
  warnOfUnused(first.changeSet.changes, job);
  if (job.given['no-execute-changeset']) return await leave(first, stack, job);
  if (stack === undefined || color === undefined || stack.parameters[COLOR] === color)
    return await execute(first.changeSet, stack, job, look);
  // Executing one change set makes every other one obsolete, so the real one is made and judged again.
  await discard(first.changeSet, world);
  delete job.state.changeSet;
  const refusal = await tellColor(stack, color, request, basis, job, look);
  if (refusal !== undefined) return refusal;
  const told = (await world.aws.stacks.describe(name)) ?? stack;
  const second = await judge(await createChangeSet(request, job), basis, told, job);
  return second.kind === 'ended' ? second.outcome : await execute(second.changeSet, told, job, look);
}

/** Warns of permissions that the change set has no use for. */
export function warnOfUnused(changes: readonly StackChange[], { given, world }: Job): void {
  for (const what of unusedPermissions(changes, permissionsOf(given)))
    world.progress.report({ type: 'warning', what });
}

async function leave(
  { changeSet }: Extract<Judged, { kind: 'ready' }>,
  stack: StackState | undefined,
  { given, state, world }: Job,
): Promise<Result> {
  delete state.changeSet;
  const { changes, name } = changeSet;
  return unchanged(
    `Change set ${name} with ${countOf(changes)} waits in stack ${given.name}. Execute it with change-set: ${name}.`,
    stack ?? (await world.aws.stacks.describe(given.name)),
    changes,
    name,
  );
}

/** A way to look at the traffic of a stack again and again; what deploys it is looked up once. */
export async function lookingAt(
  stack: StackState,
  template: Pick<Template, 'parameters' | 'types'>,
  { world }: Job,
): Promise<() => Promise<Traffic>> {
  const look = await deploymentLook(stack, template, world);
  const knowsColor = template.parameters.some((one) => one.name === COLOR);
  return async () => {
    const traffic = await trafficOf(stack, look, world);
    return traffic.kind === 'resting' && !knowsColor ? { kind: 'resting', color: undefined } : traffic;
  };
}

/**
 * Tells the stack which colour serves, by an update of that alone: a failed update goes back to the parameters of the
 * update before, so the live colour has to be among those.
 * @returns how the run ends when that fails
 */
export async function tellColor(
  stack: StackState,
  color: string,
  request: ChangeSetRequest,
  basis: Basis,
  job: Job,
  look: () => Promise<Traffic | undefined>,
): Promise<Result | undefined> {
  const { state, world } = job;
  const present = Object.keys(stack.parameters).map((name) => [name, undefined] as const);
  const alone = await createChangeSet(
    {
      ...request,
      template: undefined,
      parameters: new Map([...present, [COLOR, color]]),
      tags: new Map(),
    },
    job,
  );
  world.progress.report({
    type: 'note',
    text: `Production is served by ${color}; telling the stack so first.`,
  });
  if (alone.kind === 'empty') {
    await discard(alone, world);
    return undefined;
  }
  const judged = await judge(alone, { ...basis, changed: new Set([COLOR]) }, stack, job);
  if (judged.kind === 'ended') return judged.outcome;
  const outcome = await execute(judged.changeSet, stack, job, async () => {
    const traffic = await look();
    if (traffic?.kind !== 'resting' || traffic.color === color) return traffic;
    return {
      kind: 'moving',
      what: `Production of stack ${stack.name} was served by ${color} a moment ago and is served by ${traffic.color ?? 'neither target group'} now.`,
      fix: 'Run the job again.',
    };
  });
  if (outcome.kind !== 'succeeded') return outcome;
  state.done.push(`Stack ${stack.name} was told that ${color} serves production (${COLOR}=${color}).`);
  return undefined;
}

/** Names of the parameters that get another value than the stack has. The value of a NoEcho parameter can't be compared. */
export function changedParameters(
  parameters: ReadonlyMap<string, string | undefined>,
  present: Readonly<Record<string, string>>,
): ReadonlySet<string> {
  return new Set(
    [...parameters]
      .filter(([name, value]) => value !== undefined && value !== present[name])
      .map(([name]) => name),
  );
}

/** ` (production.yml:3:1)` */
function placeOf(given: GivenParameters, parameter: string): string {
  const found = given.get(parameter);
  return found === undefined ? '' : ` (${formatPlace(found.place)})`;
}
