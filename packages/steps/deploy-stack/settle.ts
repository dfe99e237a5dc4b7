import type { StackState } from '@cutover/aws/stacks';
import type { Outcome } from '@cutover/domain/outcome';
import { isSettled } from '@cutover/domain/stack';
import { changedSoFar, isPreview, type Job } from './job.ts';
import { followStack } from './operation.ts';
import { blockedRemedy, failed, operationFailed, timedOut, type StackOutputs } from './outcomes.ts';
import { unfinished } from './unfinished.ts';

type Result = Outcome<StackOutputs>;

/** The stack with nothing going on, or how the run ends instead. */
export type Settled =
  | { readonly kind: 'settled'; readonly stack: StackState | undefined }
  | { readonly kind: 'ended'; readonly outcome: Result };

/** Reads the stack, after the operation that is going on there. */
export async function settled(job: Job): Promise<Settled> {
  const { given, pace, state, world } = job;
  const { aws } = world;
  const { name } = given;
  let stack = await aws.stacks.describe(name);
  state.stack = stack;
  if (stack === undefined || isSettled(stack.status)) return { kind: 'settled', stack };
  world.progress.report({
    type: 'note',
    text: `Stack ${name} is ${stack.status}; waiting for that to end.`,
  });
  const known = new Set((await aws.stacks.events(stack.id, new Set())).map(({ id }) => id));
  const result = await followStack(stack.id, known, undefined, pace, world);
  if (result.kind === 'timedOut')
    return {
      kind: 'ended',
      outcome: timedOut(name, given['wait-for-minutes'], aws.region, await unfinished(result.value, world)),
    };
  stack = await aws.stacks.describe(name);
  state.stack = stack;
  return { kind: 'settled', stack };
}

/** Brings a stack that can't be updated out of the way where that loses nothing, or ends the run. */
export async function updatable(stack: StackState | undefined, job: Job): Promise<Settled> {
  if (stack?.status === 'ROLLBACK_COMPLETE') {
    const refusal = await deleteRemains(stack, job);
    return refusal === undefined
      ? { kind: 'settled', stack: undefined }
      : { kind: 'ended', outcome: refusal };
  }
  if (stack === undefined || !isBlocked(stack.status)) return { kind: 'settled', stack };
  return {
    kind: 'ended',
    outcome: failed(
      `Stack ${stack.name} is ${stack.status} and can't be updated${stack.statusReason === undefined ? '.' : `: ${stack.statusReason}`}`,
      blockedRemedy(stack.status),
      job.world.aws.region,
      stack,
    ),
  };
}

function isBlocked(status: string): boolean {
  return ['ROLLBACK_FAILED', 'DELETE_FAILED', 'UPDATE_ROLLBACK_FAILED'].includes(status);
}

/** A stack whose creation failed can only be deleted; with nothing left in it that loses nothing. */
async function deleteRemains(stack: StackState, job: Job): Promise<Result | undefined> {
  const { given, pace, state, world } = job;
  const { aws } = world;
  const remaining = await aws.stacks.resources(stack.id);
  const { name } = stack;
  if (remaining.length > 0) {
    return failed(
      `Stack ${name} is ROLLBACK_COMPLETE and still has resources: ${remaining.map(({ logicalId }) => logicalId).join(', ')}.`,
      'It can only be deleted. Check that these resources are not needed, run the job with mode: delete, and then run it again.',
      aws.region,
      stack,
    );
  }
  if (isPreview(job) || given['no-execute-changeset']) {
    return failed(
      `Stack ${name} is ROLLBACK_COMPLETE, the remains of a creation that failed; it would be deleted and created anew.`,
      `${changedSoFar(job)} Run with mode: apply and without no-execute-changeset, or delete the stack first.`,
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
  const { value } = result;
  if (result.kind === 'timedOut')
    return timedOut(name, given['wait-for-minutes'], aws.region, await unfinished(value, world));
  if (value.stack !== undefined && value.stack.status !== 'DELETE_COMPLETE') {
    return operationFailed(value, name, aws.region, []);
  }
  state.done.push(`The empty remains of stack ${name} were deleted.`);
  return undefined;
}
