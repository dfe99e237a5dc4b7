import { reasonOf } from '@cutover/domain/text/reason';
import { backOff } from '@cutover/domain/backoff';
import { AccessDeniedError, AwsCallError, CutoverError } from '@cutover/domain/errors';
import {
  duringDeployment,
  formatSuspension,
  restorationOf,
  type SuspendedScaling,
} from '@cutover/domain/scaling';
import type { World } from '../world.ts';
import { unmark } from './mark.ts';
import type { Trouble } from '@cutover/domain/trouble';

const ATTEMPTS = 4;
const PAUSE = { firstMs: 2000, longestMs: 8000 } as const;

/** A service, and the state of its scaling that has to come back. */
export interface Held {
  readonly cluster: string;
  readonly service: string;
  readonly before: SuspendedScaling;
}

/** Brings the state back, in spite of lost answers; never changes what somebody else changed. */
export async function restore(world: World, held: Held): Promise<Trouble | undefined> {
  const { aws, clock, signal } = world;
  const { cluster, service, before } = held;
  for (let attempt = 1; ; attempt++) {
    try {
      const target = await unlessDenied(aws.scaling.describe(cluster, service));
      if (target === undefined) {
        note(world, `The scalable target of service ${service} was removed meanwhile; nothing is restored.`);
        return undefined;
      }
      // If reading is now denied, assume the target still has the state that we set.
      const now = target === 'denied' ? duringDeployment(before) : target.suspended;
      const { to, changed } = restorationOf(before, now);
      if (to !== undefined) await aws.scaling.suspend(cluster, service, to);
      if (target !== 'denied') await unmark(world, target.arn);
      if (changed.length > 0) {
        note(
          world,
          `Somebody changed the suspension of scaling (${changed.join(', ')}) of service ${service} during the deployment; that stays as it is.`,
        );
      }
      if (to !== undefined)
        note(world, `Scaling of service ${service} is as before: ${formatSuspension(to)} (suspended).`);
      return undefined;
    } catch (error) {
      const again = error instanceof AwsCallError && error.transient && attempt < ATTEMPTS && !signal.aborted;
      if (!again) return unrestored(held, error);
      await backOff(clock, attempt, PAUSE);
    }
  }
}

async function unlessDenied<T>(look: Promise<T>): Promise<T | 'denied'> {
  try {
    return await look;
  } catch (error) {
    if (error instanceof AccessDeniedError) return 'denied';
    throw error;
  }
}

function unrestored({ cluster, service, before }: Held, error: unknown): Trouble {
  const state = `DynamicScalingInSuspended=${before.in},DynamicScalingOutSuspended=${before.out},ScheduledScalingSuspended=${before.scheduled}`;
  return {
    what: `scaling in of service ${service} may still be suspended: ${reasonOf(error)}`,
    fix: `${error instanceof CutoverError ? `${error.fix} ` : ''}To restore it: aws application-autoscaling register-scalable-target --service-namespace ecs --resource-id service/${cluster}/${service} --scalable-dimension ecs:service:DesiredCount --suspended-state ${state}`,
  };
}

function note({ progress }: World, text: string): void {
  progress.report({ type: 'note', text });
}
