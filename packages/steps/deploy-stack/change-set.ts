import type { ChangeSetRequest as SdkRequest } from '@cutover/aws/stacks';
import { AwsCallError, ConfigurationError } from '@cutover/domain/errors';
import { saysNoChanges, type StackChange } from '@cutover/domain/stack';
import { wait } from '@cutover/domain/wait';
import type { World } from '../world.ts';
import type { Pace } from './operation.ts';

export interface ChangeSetRequest {
  /** The stack's name. */
  readonly name: string;
  readonly exists: boolean;
  /** Undefined: the template that the stack has. */
  readonly template: string | undefined;
  readonly parameters: ReadonlyMap<string, string | undefined>;
  readonly capabilities: readonly string[];
  readonly roleArn: string | undefined;
  readonly tags: ReadonlyMap<string, string>;
}

interface Named {
  readonly stack: string;
  readonly name: string;
  readonly type: 'CREATE' | 'UPDATE';
}

export type ChangeSet = Named &
  (
    | { readonly kind: 'ready'; readonly changes: readonly StackChange[] }
    /** There is nothing to change. */
    | { readonly kind: 'empty' }
    | { readonly kind: 'failed'; readonly reason: string }
    | { readonly kind: 'timedOut' }
  );

/** Creates a change set and waits until CloudFormation has worked it out. */
export async function createChangeSet(
  request: ChangeSetRequest,
  pace: Pace,
  world: World,
): Promise<ChangeSet> {
  const { aws, clock, run, signal } = world;
  const { name: stack, exists, roleArn, template, ...rest } = request;
  // The name is also the token of its execution, so it differs from process to process.
  const unique = Math.floor(clock.random() * 36 ** 6).toString(36);
  const name = `cutover-${run.runId || 'local'}-${run.runAttempt || '1'}-${clock.now().toString(36)}${unique}`;
  const type = exists ? 'UPDATE' : 'CREATE';
  await explained(
    {
      stack,
      name,
      type,
      parameters: rest.parameters,
      capabilities: rest.capabilities,
      tags: rest.tags,
      ...(template === undefined ? {} : { template }),
      ...(roleArn === undefined ? {} : { roleArn }),
    },
    world,
  );
  const named: Named = { stack, name, type };
  const result = await wait<ChangeSet>(
    async () => {
      const found = await aws.stacks.changeSet(stack, name);
      switch (found?.status ?? '') {
        case 'CREATE_COMPLETE':
          return { state: 'done', value: { ...named, kind: 'ready', changes: found?.changes ?? [] } };
        case 'FAILED':
          return {
            state: 'done',
            value: saysNoChanges(found?.reason ?? '')
              ? { ...named, kind: 'empty' }
              : { ...named, kind: 'failed', reason: found?.reason ?? '' },
          };
        default:
          return { state: 'pending', reason: found?.status ?? 'unknown' };
      }
    },
    { clock, signal, deadline: pace.deadline, intervalMs: Math.min(pace.intervalMs, 2000) },
  );
  return result.kind === 'done' ? result.value : { ...named, kind: 'timedOut' };
}

/** Creates it; what CloudFormation says against template or parameters is the user's to mend. */
async function explained(request: SdkRequest, world: World): Promise<void> {
  try {
    await world.aws.stacks.createChangeSet(request);
  } catch (error) {
    if (!(error instanceof AwsCallError)) throw error;
    const { code, message, findings } = error;
    if (code === 'InsufficientCapabilitiesException') {
      const wanted = /CAPABILITY_\w+/.exec(message)?.[0] ?? 'CAPABILITY_NAMED_IAM';
      throw new ConfigurationError(
        {
          message: `Input capabilities is ${request.capabilities.join(', ')}, and the template needs ${wanted}.`,
          remedy: `Add ${wanted} to capabilities, once you have seen which roles the template makes.`,
        },
        { cause: error, findings },
      );
    }
    if (code !== 'ValidationError') throw error;
    throw new ConfigurationError(
      { message, remedy: 'Nothing was changed. Correct the template or parameter-overrides.' },
      { cause: error, findings },
    );
  }
}

/** Removes a change set that is not executed, and the empty stack that a first one leaves behind. */
export async function discard(changeSet: ChangeSet, world: World): Promise<void> {
  const { stack, name, type } = changeSet;
  await world.aws.stacks.deleteChangeSet(stack, name);
  if (type === 'UPDATE') return;
  const left = await world.aws.stacks.describe(stack);
  if (left?.status === 'REVIEW_IN_PROGRESS') await world.aws.stacks.deleteStack(left.id);
}
