import { AccessDeniedError, CutoverError } from '@cutover/domain/errors';
import type { Conclusion } from '../deployment/conclusion.ts';
import type { Observed } from '../deployment/observe.ts';
import { endMaintenance } from '../maintenance/end-maintenance.ts';
import type { World } from '../world.ts';
import type { Request } from './plan.ts';

/**
 * Takes away the maintenance page that a migration before this deployment put up, whichever version serves now. A deployment
 * that is only ready has moved nobody.
 */
export async function showService(
  { waitUntil }: Request,
  { environment, production, service }: Observed,
  end: Conclusion,
  world: World,
): Promise<void> {
  if (service === undefined || production === undefined) return;
  if (end.kind === 'succeeded' && waitUntil === 'ready') return;
  try {
    await endMaintenance(world, environment, service, production.arn);
  } catch (error) {
    if (!(error instanceof CutoverError)) throw error;
    // Who may not look at rules has not made one.
    if (error instanceof AccessDeniedError) return;
    world.progress.report({ type: 'warning', text: error.message, remedy: error.remedy });
  }
}
