import type { EngineKind } from '../engine-kind.ts';
import type { EcsOptions } from './options.ts';

/** Deployments that ECS makes itself, of services with the deployment controller ECS. */
export const ecs: EngineKind = {
  name: 'ECS',
  controller: 'ECS',
  // Most services are others; the code is loaded for those that need it.
  find: async (world, environment, options: EcsOptions, service) => {
    const { EcsEngine } = await import('./engine.ts');
    return new EcsEngine(world, environment, service, options);
  },
  afterKill: async (remembered, world) => {
    const { afterKill } = await import('./after-kill.ts');
    await afterKill(remembered, world);
  },
};
