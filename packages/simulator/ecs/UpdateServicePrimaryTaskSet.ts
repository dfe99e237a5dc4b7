import type {
  UpdateServicePrimaryTaskSetRequest,
  UpdateServicePrimaryTaskSetResponse,
} from '@aws-sdk/client-ecs';
import type { Ecs } from './ecs.ts';
import { invalid } from './launch-checks.ts';
import { taskSetShape } from './service-shape.ts';

/** The service's task definition, load balancer and network follow the new primary task set. @throws ApiError */
export function updateServicePrimaryTaskSet(
  ecs: Ecs,
  input: UpdateServicePrimaryTaskSetRequest,
): UpdateServicePrimaryTaskSetResponse {
  const service = ecs.activeService(ecs.cluster(input.cluster), input.service);
  if (service.controller.type === 'ECS')
    throw invalid(
      'UpdateServicePrimaryTaskSet is not supported for services with an ECS deployment controller.',
    );
  const primary = ecs.taskSet(service, input.primaryTaskSet);
  if (primary.status === 'DRAINING') throw invalid('A draining task set cannot become the primary one.');
  for (const taskSet of service.taskSets) {
    if (taskSet.status === 'PRIMARY' && taskSet !== primary) {
      taskSet.status = 'ACTIVE';
      taskSet.updatedAt = ecs.now();
    }
  }
  primary.status = 'PRIMARY';
  primary.updatedAt = ecs.now();
  service.taskDefinition = primary.taskDefinition.taskDefinitionArn ?? '';
  ecs.scheduler.wake(service);
  return { taskSet: taskSetShape(ecs, primary) };
}
