import type { ServiceState } from '@cutover/domain/task/ecs-service';
import type { Environment } from '@cutover/domain/environment';
import type { World } from '../world.ts';
import { closeWindow } from './close-window.ts';
import { userListeners } from './user-listeners.ts';
import { rulesOf, windowOf } from './windows.ts';

/**
 * Ends the maintenance window of a service, whoever opened it, once its new version gets the traffic: before anything asks
 * production for an answer.
 * @param productionListener where it is known, one look at it tells whether there is a window at all
 * @returns how many rules were taken away
 * @throws AwsCallError, ConfigurationError when a page could not be taken away; users still see it then
 */
export async function endMaintenance(
  world: World,
  environment: Environment,
  service: ServiceState,
  productionListener?: string,
): Promise<number> {
  const only = { service: windowOf(service) };
  if (productionListener !== undefined) {
    const { windows } = await rulesOf(world, productionListener);
    if (!windows.some((window) => window.service === only.service)) return 0;
  }
  const { listeners } = await userListeners(world, environment, service);
  const closed = await closeWindow(listeners, world, only);
  if (closed > 0) {
    world.progress.report({
      type: 'note',
      text: `The maintenance page of ${only.service} was taken away: users reach the service.`,
    });
  }
  return closed;
}
