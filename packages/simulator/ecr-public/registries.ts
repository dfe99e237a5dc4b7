import { Registry } from '../ecr/registry.ts';
import { createEcr } from '../ecr/service.ts';
import type { Service } from '../kernel/service.ts';
import type { Simulator } from '../kernel/simulator.ts';
import { createEcrPublic } from './service.ts';

/** The private and the public registry of the account, which share a port and a protocol. */
export function createRegistries(sim: Simulator): readonly Service[] {
  const registry = new Registry(sim);
  return [createEcr(sim, registry), createEcrPublic(sim, registry)];
}
