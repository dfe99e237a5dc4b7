import type { QueryService } from '../kernel/service.ts';
import type { Simulator } from '../kernel/simulator.ts';

export function createCloudFormation(_sim: Simulator): QueryService {
  return { name: 'cloudformation', protocol: 'query', version: '2010-05-15', xmlNamespace: 'http://cloudformation.amazonaws.com/doc/2010-05-15/', operations: {} };
}
