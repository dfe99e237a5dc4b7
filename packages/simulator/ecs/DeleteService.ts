import type { DeleteServiceRequest, DeleteServiceResponse } from '@aws-sdk/client-ecs';
import type { Ecs } from './ecs.ts';
import { invalid } from './launch-checks.ts';
import { forgetDeployments } from './deployments/start.ts';
import { serviceShape } from './service-shape.ts';
import { drainTaskSet } from './task-set.ts';

/** The service is DRAINING until its tasks have stopped, then INACTIVE. @throws ApiError */
export function deleteService(ecs: Ecs, input: DeleteServiceRequest): DeleteServiceResponse {
  const service = ecs.service(ecs.cluster(input.cluster), input.service);
  if (service.status !== 'ACTIVE') return { service: serviceShape(ecs, service) };
  if (input.force !== true && service.desiredCount > 0 && service.taskSets.length > 0)
    throw invalid('The service cannot be stopped while the primary deployment is scaled above 0.');
  service.status = 'DRAINING';
  forgetDeployments(service);
  service.desiredCount = 0;
  for (const taskSet of service.taskSets) drainTaskSet(ecs, taskSet);
  ecs.scheduler.wake(service);
  return { service: serviceShape(ecs, service) };
}
