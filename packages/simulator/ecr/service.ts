import type { JsonService } from '../kernel/service.ts';
import type { Simulator } from '../kernel/simulator.ts';

export function createEcr(_sim: Simulator): JsonService {
  return { name: 'ecr', protocol: 'json', targetPrefix: 'AmazonEC2ContainerRegistry_V20150921', operations: {} };
}
