import type { EngineKind } from '../engine-kind.ts';
import type { EcsOptions } from './options.ts';
import { SHOWN } from './preflight/shown.ts';
import { OWN_RULES } from './rules.ts';

/** Deployments that ECS makes itself, of services with the deployment controller ECS. */
export const ecs: EngineKind = {
  name: 'ECS',
  controller: 'ECS',
  rules: OWN_RULES,
  shown: SHOWN,
  // Most services are others; the code is loaded for those that need it.
  find: async (world, environment, options: EcsOptions, service) => {
    const { EcsEngine } = await import('./engine.ts');
    return new EcsEngine(world, environment, service, options);
  },
  checks: async (facts, options: EcsOptions) => {
    const { checksOf } = await import('./preflight/checks.ts');
    return checksOf(facts, options);
  },
  // CloudFormation updates services that ECS deploys, and nothing but the service holds how.
  freezes: () => false,
  resourceTypes: [],
  deploymentsOfStack: async () => await Promise.resolve(async () => await Promise.resolve(undefined)),
  afterKill: async (remembered, world) => {
    const { afterKill } = await import('./after-kill.ts');
    await afterKill(remembered, world);
  },
};
