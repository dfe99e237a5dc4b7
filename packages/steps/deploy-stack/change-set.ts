import type { ChangeSetRequest as SdkRequest } from '@cutover/aws/stacks';
import { AwsCallError, ConfigurationError, CutoverError } from '@cutover/domain/errors';
import { saysNoChanges } from '@cutover/domain/stack';
import { wait } from '@cutover/domain/wait';
import type { World } from '../world.ts';
import type { ChangeSet, NamedChangeSet } from './change-set-kinds.ts';
import { changedSoFar, type Job } from './job.ts';

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

/** Creates a change set and waits until CloudFormation has worked it out. */
export async function createChangeSet(request: ChangeSetRequest, job: Job): Promise<ChangeSet> {
  const { pace, world } = job;
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
    job,
  );
  const named: NamedChangeSet = { stack, name, type };
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
  if (result.kind === 'timedOut') return { ...named, kind: 'timedOut' };
  const { value } = result;
  return value.kind === 'failed' ? { ...value, reason: await inFull(value, value.reason, world) } : value;
}

/** Validation before the first change names only itself in the reason; what it found is told by its events. */
async function inFull({ name, stack }: NamedChangeSet, reason: string, world: World): Promise<string> {
  if (!/EarlyValidation|DescribeEvents/.test(reason)) return reason;
  try {
    const problems = await world.aws.stacks.validationProblems(stack, name);
    return problems.length === 0 ? reason : problems.slice(0, 5).join('; ');
  } catch (error) {
    if (error instanceof CutoverError) return `${reason} (${error.message})`;
    throw error;
  }
}

/** Creates it; what CloudFormation says against template or parameters is the user's to mend. */
async function explained(request: SdkRequest, job: Job): Promise<void> {
  try {
    await job.world.aws.stacks.createChangeSet(request);
  } catch (error) {
    if (!(error instanceof AwsCallError)) throw error;
    const { code, message: what, findings } = error;
    if (code === 'InsufficientCapabilitiesException') {
      const wanted = /CAPABILITY_\w+/.exec(what)?.[0] ?? 'CAPABILITY_NAMED_IAM';
      throw new ConfigurationError(
        {
          what: `Input capabilities is ${request.capabilities.join(', ')}, and the template needs ${wanted}.`,
          fix: `Add ${wanted} to capabilities, once you have seen which roles the template makes.`,
        },
        { cause: error, findings },
      );
    }
    if (code !== 'ValidationError') throw error;
    throw new ConfigurationError(
      { what, fix: `${changedSoFar(job)} Correct the template or its parameters.` },
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
