import type { JsonService } from '../kernel/service.ts';
import type { Simulator } from '../kernel/simulator.ts';

export function createCodeDeploy(_sim: Simulator): JsonService {
  return { name: 'codedeploy', protocol: 'json', targetPrefix: 'CodeDeploy_20141006', operations: {} };
}
