import type { ServiceState } from '@cutover/domain/task/ecs-service';
import type { Environment } from '@cutover/domain/environment';
import { AccessDeniedError, CutoverError } from '@cutover/domain/errors';
import type { Conclusion } from '../deployment/conclusion.ts';
import type { Watch } from '../deployment/order.ts';
import type { Surroundings } from '../deployment/surroundings.ts';
import { endMaintenance } from '../maintenance/end-maintenance.ts';
import { prolongWindow } from '../maintenance/prolong-window.ts';
import { userListeners } from '../maintenance/user-listeners.ts';
import { windowOf } from '../maintenance/windows.ts';
import type { World } from '../world.ts';
import type { BlueGreenRequest } from './plan.ts';

/** How long a page may stay after the deployment's budget, as while the deployment is rolled back. */
const GRACE_MS = 60 * 60_000;

/** The page that a migration of this run put up stays until this deployment has moved the traffic. */
export async function prolongPage(
  world: World,
  { environment, service }: { readonly environment: Environment; readonly service: ServiceState },
  { budget }: Watch,
): Promise<void> {
  const { listeners } = await userListeners(world, environment, service);
  await prolongWindow(listeners, windowOf(service), budget.totalMs + GRACE_MS, world);
}

/**
 * Takes away the maintenance page that a migration before this deployment put up, whichever version serves now. A deployment
 * that is only ready has moved nobody.
 */
export async function showService(
  { waitUntil }: BlueGreenRequest,
  { environment, production, service }: Surroundings,
  end: Conclusion,
  world: World,
): Promise<void> {
  if (service === undefined || production === undefined) return;
  if (end.kind === 'succeeded' && waitUntil === 'ready') return;
  try {
    await endMaintenance(world, environment, service, production.arn);
  } catch (error) {
    if (!(error instanceof CutoverError)) throw error;
    // A role that can't read listener rules can't have created one, so no page is up.
    if (error instanceof AccessDeniedError) return;
    world.progress.report({ type: 'warning', what: error.message, fix: error.fix });
  }
}
