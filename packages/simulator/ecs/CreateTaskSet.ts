import type { CreateTaskSetRequest, CreateTaskSetResponse } from '@aws-sdk/client-ecs';
import type { Ecs } from './ecs.ts';
import { checkLoadBalancers, checkNetwork, chooseLaunch, invalid } from './launch-checks.ts';
import { taskSetShape } from './service-shape.ts';
import { withTags } from './tags.ts';
import { addTaskSet } from './task-set.ts';

const MAX_TASK_SETS = 5;

/**
 * Adds an ACTIVE task set. Launch type, network and platform version that are not given come from the primary one, as
 * they do with CodeDeploy. @throws ApiError
 */
export async function createTaskSet(ecs: Ecs, input: CreateTaskSetRequest): Promise<CreateTaskSetResponse> {
  const service = ecs.activeService(ecs.cluster(input.cluster), input.service);
  const { type } = service.controller;
  if (type === 'ECS')
    throw invalid(
      'CreateTaskSet is only supported for services with an EXTERNAL or CODE_DEPLOY deployment controller.',
    );
  const scale = input.scale ?? { value: 100, unit: 'PERCENT' };
  if ((scale.value ?? 100) < 0 || (scale.value ?? 100) > 100)
    throw invalid('Scale value must be between 0 and 100.');
  const same = service.taskSets.find(
    ({ clientToken }) => clientToken !== undefined && clientToken === input.clientToken,
  );
  if (same !== undefined) return { taskSet: taskSetShape(ecs, same, true) };
  if (service.taskSets.length >= MAX_TASK_SETS) {
    throw invalid(
      `${MAX_TASK_SETS} deployments exist on the service. Unable to create new TaskSet since this exceeds the maximum limit.`,
    );
  }
  const primary = service.taskSets.find(({ status }) => status === 'PRIMARY');
  const definition = ecs.activeTaskDefinition(input.taskDefinition);
  const own = input.launchType !== undefined || input.capacityProviderStrategy !== undefined;
  const choice = chooseLaunch(
    service.cluster,
    definition,
    own
      ? input
      : {
          launchType: primary?.launchType,
          capacityProviderStrategy: primary?.capacityProviderStrategy,
        },
  );
  const networkConfiguration = input.networkConfiguration ?? primary?.networkConfiguration;
  checkNetwork(definition, networkConfiguration);
  const loadBalancers = input.loadBalancers ?? [];
  await checkLoadBalancers(ecs, definition, loadBalancers, false);
  const taskSet = addTaskSet(ecs, service, {
    taskDefinition: definition,
    status: 'ACTIVE',
    ...choice,
    platformVersion: input.platformVersion ?? primary?.platformVersion,
    networkConfiguration,
    loadBalancers,
    serviceRegistries: input.serviceRegistries,
    scale,
    startedBy: type === 'CODE_DEPLOY' ? 'CODE_DEPLOY' : undefined,
    externalId: input.externalId,
    clientToken: input.clientToken,
    tags: withTags([], input.tags),
  });
  return { taskSet: taskSetShape(ecs, taskSet, true) };
}
