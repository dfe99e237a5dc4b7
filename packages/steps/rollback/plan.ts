import type { WaitUntil } from '@cutover/domain/deployment/budget';
import type { Engine } from '../deployment/engine.ts';
import type { DeploymentOrder } from '../deployment/order.ts';
import type { Surroundings } from '../deployment/surroundings.ts';
import type { WantedContainer } from '../rules/rule.ts';

/** Failed tasks of the old revision after which it is no cure. */
export const MAX_FAILED_TASKS = 3;

export interface RollbackRequest {
  /** ARN or `family:number`. */
  readonly revision: string;
  /** Container and port with which the revision served last, as far as they are known. */
  readonly container: WantedContainer;
  readonly waitUntil: WaitUntil;
  readonly waitForMinutes: number | undefined;
  readonly intervalMs: number;
}

/**
 * The deployment that goes back: like any other, but alarms don't stop it (a firing alarm must not block its own cure)
 * and a cancelled job lets it finish.
 * @throws ConfigurationError naming everything that stands in the way
 */
export function planRollback(
  engine: Pick<Engine, 'plan'>,
  request: RollbackRequest,
  observed: Surroundings,
): DeploymentOrder {
  return engine.plan(revived(observed), {
    ...request,
    allowZeroTasks: true,
    maxFailedTasks: MAX_FAILED_TASKS,
    onCancel: 'leave',
    alarms: [],
    ignoreAlarms: true,
    isRollback: true,
  });
}

/** An INACTIVE revision is registered again before it is deployed. */
function revived(observed: Surroundings): Surroundings {
  const { revision } = observed;
  return revision === undefined ? observed : { ...observed, revision: { ...revision, status: 'ACTIVE' } };
}
