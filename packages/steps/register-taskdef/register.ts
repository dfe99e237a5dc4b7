import { backOff } from '@cutover/domain/backoff';
import type { RegisteredTaskDefinition, Registration } from '@cutover/aws/ecs/task-definitions';
import { AccessDeniedError, AwsCallError } from '@cutover/domain/errors';
import { formatRevision } from '@cutover/domain/task/revision';
import { diffTaskDefinitions } from '@cutover/domain/task-definition/diff';
import type { World } from '../world.ts';
import type { RegistrationPlan } from './plan.ts';
import type { RegisterInputs } from './request.ts';

/** ECS is asked again for so long, in milliseconds. */
const PATIENCE_MS = 90_000;
const PAUSE = { firstMs: 500, longestMs: 10_000, jitter: 'full' } as const;
/** A registration whose answer was lost may take so long to show, in milliseconds. */
const SETTLE_MS = [0, 1000, 3000] as const;

export type Registered =
  /** `made`: false when another job had registered the same content in the meantime. */
  | { readonly kind: 'registered'; readonly revision: RegisteredTaskDefinition; readonly made: boolean }
  | { readonly kind: 'busy'; readonly reason: string; readonly seconds: number }
  | { readonly kind: 'unanswered'; readonly error: AwsCallError; readonly seconds: number };

/**
 * Registers, and asks again with full jitter while other jobs register into the same family, ECS throttles or no answer
 * comes. Before it asks again it looks whether a revision of this content has come to be, so that a lost answer or a twin
 * of this job never makes a second one.
 */
export async function register(
  plan: RegistrationPlan,
  given: RegisterInputs,
  world: World,
): Promise<Registered> {
  const { clock, signal, progress } = world;
  const started = clock.now();
  let registration: Registration | undefined;
  for (let attempt = 1; ; attempt++) {
    signal.throwIfAborted();
    registration ??= await registerOnce(plan, given, world);
    if (registration.kind === 'registered') return { ...registration, made: true };
    const lost = registration.kind === 'unknown';
    const seen = await lookFor(plan, lost ? SETTLE_MS : [0], world);
    if (seen.kind === 'found') {
      const { revision } = seen;
      progress.report({
        type: 'note',
        text: lost
          ? `The answer of ECS was lost, and ${formatRevision(revision.arn)} is what it had registered.`
          : `${formatRevision(revision.arn)}, which another job registered in the meantime, has the same content.`,
      });
      return { kind: 'registered', revision, made: lost };
    }
    const seconds = Math.round((clock.now() - started) / 1000);
    if (clock.now() - started >= PATIENCE_MS) {
      return registration.kind === 'unknown'
        ? { kind: 'unanswered', error: registration.error, seconds }
        : { kind: 'busy', reason: registration.reason, seconds };
    }
    // As long as nobody knows whether there is a revision, only looking is safe.
    const unsure = lost && seen.kind === 'unseen';
    progress.report({
      type: 'note',
      text: unsure
        ? 'ECS did not answer, neither to the registration nor to the question what became of it, asking again.'
        : registration.kind === 'unknown'
          ? `ECS did not answer and registered nothing, asking again: ${registration.error.message}`
          : `ECS is busy with this family, asking again: ${registration.reason}`,
    });
    if (!unsure) registration = undefined;
    await backOff(clock, attempt, PAUSE, signal);
  }
}

type Seen =
  | { readonly kind: 'found'; readonly revision: RegisteredTaskDefinition }
  | { readonly kind: 'none' }
  /** ECS did not tell. */
  | { readonly kind: 'unseen' };

/** The family's newest revision, if it is newer than the one that the plan saw and of the wanted content. */
async function lookFor(
  { definition, family, newest }: RegistrationPlan,
  pauses: readonly number[],
  { aws, clock, signal }: World,
): Promise<Seen> {
  for (const pause of pauses) {
    if (pause > 0) await clock.sleep(pause, signal);
    try {
      const found = await aws.taskDefinitions.describe(family);
      if (
        found !== undefined &&
        found.revision > (newest?.revision ?? 0) &&
        diffTaskDefinitions(found.definition, definition).length === 0
      )
        return { kind: 'found', revision: found };
    } catch (error) {
      if (error instanceof AwsCallError && error.transient) return { kind: 'unseen' };
      throw error;
    }
  }
  return { kind: 'none' };
}

/** Without the permission to tag, a revision without tags is better than none, unless the user asked for tags. */
async function registerOnce(
  plan: RegistrationPlan,
  given: RegisterInputs,
  world: World,
): Promise<Registration> {
  try {
    return await world.aws.taskDefinitions.register(plan.definition, plan.tags);
  } catch (error) {
    if (!(error instanceof AccessDeniedError) || error.action !== 'ecs:TagResource' || given.tags.size > 0)
      throw error;
    world.progress.report({
      type: 'warning',
      what: 'The revision is not tagged with its commit and run: the role lacks ecs:TagResource.',
      fix: error.fix,
    });
    return await world.aws.taskDefinitions.register(plan.definition, new Map());
  }
}
