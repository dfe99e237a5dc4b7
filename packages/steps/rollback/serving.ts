import { servingRevision, type ServiceState } from '@cutover/domain/task/ecs-service';
import type { Engine } from '../deployment/engine.ts';

/** ARN of the revision that serves: while a service rolls, that is not the one that the service names. */
export function servingArn(engine: Pick<Engine, 'serving'>, service: ServiceState): string {
  return engine.serving(service) ?? servingRevision(service);
}
