import type { Named } from '../find-environment.ts';
import { CutoverError } from '@cutover/domain/errors';
import { describeService, environmentOf } from '../deployment/environment.ts';
import { engineIfAny } from '../deployment/engine-for.ts';
import type { EngineOptions } from '../deployment/engine-inputs.ts';
import type { World } from '../world.ts';
import { takeAwayLeftovers } from './take-away.ts';

/** Takes leftovers away from a named service, before anything else looks at it. A service that can't be found has none. */
export async function takeAwayFrom(world: World, named: Named, options?: EngineOptions): Promise<void> {
  const { aws, signal } = world;
  try {
    const environment = await environmentOf(aws, named);
    const service = await describeService(aws, environment);
    if (service === undefined) return;
    const engine = await engineIfAny(world, environment, service, options);
    const productionListener = engine?.listeners.production;
    await takeAwayLeftovers(world, { environment, service, productionListener });
  } catch (error) {
    // The steps that need the service tell what is wrong with it.
    if (signal.aborted || !(error instanceof CutoverError)) throw error;
  }
}
