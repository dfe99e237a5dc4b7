import type { JsonService } from '../kernel/service.ts';
import type { Simulator } from '../kernel/simulator.ts';

export function createLogs(_sim: Simulator): JsonService {
  return { name: 'logs', protocol: 'json', targetPrefix: 'Logs_20140328', operations: {} };
}
