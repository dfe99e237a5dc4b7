import type { JsonService } from '../kernel/service.ts';
import type { Simulator } from '../kernel/simulator.ts';

export function createEcs(_sim: Simulator): JsonService {
  return { name: 'ecs', protocol: 'json', targetPrefix: 'AmazonEC2ContainerServiceV20141113', operations: {} };
}
