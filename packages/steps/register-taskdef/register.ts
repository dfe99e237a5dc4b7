import type { RegisteredTaskDefinition, Registration } from '@cutover/aws/task-definitions';
import { ConfigurationError } from '@cutover/domain/errors';
import type { World } from '../world.ts';
import type { RegistrationPlan } from './plan.ts';
import type { RegisterInputs } from './request.ts';

/** ECS is asked again for so long, in milliseconds. */
const PATIENCE_MS = 90_000;
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 10_000;

/** Registers, and asks again with full jitter while other jobs register into the same family. */
export async function register(
  plan: RegistrationPlan,
  given: RegisterInputs,
  world: World,
): Promise<
  | { readonly kind: 'registered'; readonly revision: RegisteredTaskDefinition }
  | { readonly kind: 'busy'; readonly reason: string; readonly seconds: number }
> {
  const { clock, signal, progress } = world;
  const started = clock.now();
  for (let attempt = 0; ; attempt++) {
    signal.throwIfAborted();
    const registration = await registerOnce(plan, given, world);
    if (registration.kind === 'registered') return registration;
    const waited = clock.now() - started;
    if (waited >= PATIENCE_MS) {
      return { kind: 'busy', reason: registration.reason, seconds: Math.round(waited / 1000) };
    }
    progress.report({
      type: 'note',
      text: `ECS is busy with this family, asking again: ${registration.reason}`,
    });
    await clock.sleep(1 + clock.random() * Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** attempt), signal);
  }
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
    if (
      !(error instanceof ConfigurationError) ||
      !error.message.includes('ecs:TagResource') ||
      given.tags.size > 0
    )
      throw error;
    world.progress.report({
      type: 'warning',
      text: 'The revision is not tagged with its commit and run: the role lacks ecs:TagResource.',
      remedy: error.remedy,
    });
    return await world.aws.taskDefinitions.register(plan.definition, new Map());
  }
}
