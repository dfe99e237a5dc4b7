import type { QueryService } from '../kernel/service.ts';
import type { Simulator } from '../kernel/simulator.ts';

export function createElb(_sim: Simulator): QueryService {
  return { name: 'elasticloadbalancing', protocol: 'query', version: '2015-12-01', xmlNamespace: 'http://elasticloadbalancing.amazonaws.com/doc/2015-12-01/', operations: {} };
}
