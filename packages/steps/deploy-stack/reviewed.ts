import type { ChangeSetState, StackState } from '@cutover/aws/stacks';
import { ConfigurationError } from '@cutover/domain/errors';
import type { Outcome } from '@cutover/domain/outcome';
import type { StackChange } from '@cutover/domain/stack';
import { changedParameters, COLOR, lookingAt, tellColor, warnOfUnused } from './apply.ts';
import { execute, judge, type Basis } from './carry-out.ts';
import { createChangeSet, discard, type ChangeSetRequest } from './change-set.ts';
import type { StackInputs } from './inputs.ts';
import { changedSoFar, type Job } from './job.ts';
import { failed, unchanged, type StackOutputs } from './outcomes.ts';
import { settled, updatable } from './settle.ts';
import { templateBody } from './template-body.ts';
import { readMadeTemplate } from './template.ts';
import type { Traffic } from './traffic.ts';

type Result = Outcome<StackOutputs>;

/** Inputs that belong to the making of a change set; one that was reviewed has them already. */
const MAKING = ['template', 'parameter-overrides', 'parameters-file'] as const;

/** @throws ConfigurationError for inputs that would be ignored beside `change-set` */
export function requireAlone(given: StackInputs): void {
  const beside: readonly string[] = [
    ...MAKING.filter((name) => (given[name] ?? '') !== ''),
    ...(given['parameters-from'].length > 0 ? ['parameters-from'] : []),
    ...(given.tags.size > 0 ? ['tags'] : []),
    ...(given['no-execute-changeset'] ? ['no-execute-changeset'] : []),
    ...(given.mode === 'apply' || given.mode === 'preview' ? [] : ['mode']),
  ];
  if (beside.length === 0) return;
  throw new ConfigurationError(
    beside.map((name) => ({
      what: `Input ${name} stands beside change-set, which executes a change set as it was reviewed.`,
      fix: `Remove ${name}, or remove change-set to make a new one.`,
    })),
  );
}

/**
 * Executes a change set that was made in an earlier run, after looking again: whether it still applies to the stack, which
 * colour serves now, whether a deployment runs, and what it would replace or remove.
 */
export async function executeReviewed(nameOrArn: string, job: Job): Promise<Result> {
  const { given, world } = job;
  const { aws } = world;
  const now = await settled(job);
  if (now.kind === 'ended') return now.outcome;
  const { stack } = now;
  const found = stack === undefined ? undefined : await aws.stacks.changeSet(given.name, nameOrArn);
  if (stack === undefined || found === undefined || found.stack !== given.name) {
    throw new ConfigurationError({
      what: `Input change-set: stack ${given.name} has no change set ${nameOrArn}. It was executed or deleted, or another update of the stack removed it.`,
      fix: 'Make a new one with no-execute-changeset: true, and review that.',
    });
  }
  if (found.executionStatus === 'EXECUTE_COMPLETE')
    return unchanged(`Change set ${found.name} was executed before.`, stack, found.changes);
  const stale = staleness(found, stack);
  if (stale !== undefined)
    return failed(
      stale,
      `${changedSoFar(job)} Make a new one with no-execute-changeset: true, and review that.`,
      aws.region,
      stack,
      found.changes,
    );
  const free = await updatable(stack, job);
  if (free.kind === 'ended') return free.outcome;
  const exists = stack.status !== 'REVIEW_IN_PROGRESS';
  const template = readMadeTemplate(
    await aws.stacks.template(given.name, found.id),
    `change set ${found.name}`,
  );
  const basis: Basis = {
    template,
    changed: changedParameters(new Map(Object.entries(found.parameters)), exists ? stack.parameters : {}),
    whereIs: () => '',
  };
  const look = exists
    ? await lookingAt(stack, template, job)
    : async (): Promise<Traffic | undefined> => undefined;
  const traffic = await look();
  if (traffic?.kind === 'moving')
    return failed(traffic.what, `${changedSoFar(job)} ${traffic.fix}`, aws.region, stack, found.changes);
  const color = traffic?.color;
  const wanted = found.parameters[COLOR];
  if (color !== undefined && wanted !== undefined && wanted !== color) {
    return failed(
      `Change set ${found.name} was made when ${wanted} served production; ${color} serves now. It would send all users to the target group without tasks.`,
      `${changedSoFar(job)} Make a new one with no-execute-changeset: true, and review that.`,
      aws.region,
      stack,
      found.changes,
    );
  }
  const ready = {
    kind: 'ready',
    stack: given.name,
    name: found.name,
    type: exists ? 'UPDATE' : 'CREATE',
    changes: found.changes,
  } as const;
  const judged = await judge(ready, basis, stack, job, 'kept');
  if (judged.kind === 'ended') return judged.outcome;
  warnOfUnused(found.changes, job);
  // Of each execution the token is another one, and a repeated run has the same.
  const token = `cutover-${found.id.split('/').at(-1) ?? found.name}`;
  if (color === undefined || stack.parameters[COLOR] === color)
    return await execute(judged.changeSet, stack, job, look, token);
  const request: ChangeSetRequest = {
    name: given.name,
    exists,
    template: templateBody(template).text,
    parameters: new Map(
      template.parameters.map(({ name, noEcho }) => [name, noEcho ? undefined : found.parameters[name]]),
    ),
    capabilities: found.capabilities,
    roleArn: given['role-arn'],
    tags: found.tags,
  };
  return await again(found, request, color, stack, basis, job, look);
}

/**
 * The stack has to be told the live colour first, and that makes the reviewed change set obsolete. The same one is made
 * anew, and executed only when its changes are those that were reviewed.
 */
async function again(
  reviewed: ChangeSetState,
  request: ChangeSetRequest,
  color: string,
  stack: StackState,
  basis: Basis,
  job: Job,
  look: () => Promise<Traffic | undefined>,
): Promise<Result> {
  const { world } = job;
  const refusal = await tellColor(stack, color, request, basis, job, look);
  if (refusal !== undefined) return refusal;
  const told = (await world.aws.stacks.describe(stack.id)) ?? stack;
  const judged = await judge(await createChangeSet(request, job), basis, told, job);
  if (judged.kind === 'ended') return judged.outcome;
  const { changeSet } = judged;
  const differing = difference(reviewed.changes, changeSet.changes);
  if (differing.length > 0) {
    await discard(changeSet, world);
    delete job.state.changeSet;
    return failed(
      `Change set ${reviewed.name} can't be made again as it was reviewed: ${differing.join(', ')} would change in another way.`,
      `${changedSoFar(job)} Make a new one with no-execute-changeset: true, and review that.`,
      world.aws.region,
      told,
      changeSet.changes,
    );
  }
  return await execute(changeSet, told, job, look);
}

/** Resources that two change sets treat differently, what LiveColor causes left aside. */
function difference(reviewed: readonly StackChange[], made: readonly StackChange[]): readonly string[] {
  const [before, after] = [reviewed, made].map(
    (changes) =>
      new Map(
        changes.flatMap((change) => {
          const details = change.details
            .filter(({ causedBy }) => causedBy !== COLOR)
            .map(({ causedBy, property, recreation }) => `${property} ${recreation} ${causedBy ?? ''}`)
            .toSorted();
          // Only the colour touched it.
          if (change.action === 'Modify' && change.details.length > 0 && details.length === 0) return [];
          return [[change.resource, [change.action, change.replacement, ...details].join('\n')] as const];
        }),
      ),
  );
  const all = [...new Set([...(before?.keys() ?? []), ...(after?.keys() ?? [])])];
  return all.filter((resource) => before?.get(resource) !== after?.get(resource));
}

/** Why a change set can't be executed any more; undefined when it can. */
function staleness(
  { createdAt, executionStatus, name, reason, status }: ChangeSetState,
  stack: StackState,
): string | undefined {
  if (status === 'FAILED') return `Change set ${name} failed when it was made: ${reason}`;
  if (executionStatus === 'OBSOLETE' || (stack.updatedAt !== undefined && stack.updatedAt > createdAt))
    return `Change set ${name} is out of date: stack ${stack.name} was updated after it was made.`;
  if (executionStatus !== 'AVAILABLE')
    return `Change set ${name} can't be executed: it is ${status}, and its execution is ${executionStatus}.`;
  return undefined;
}
