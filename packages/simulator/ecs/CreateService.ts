import type { CreateServiceRequest, CreateServiceResponse } from '@aws-sdk/client-ecs';
import type { Ecs } from './ecs.ts';
import { checkLoadBalancers, checkNetwork, chooseLaunch, invalid } from './launch-checks.ts';
import { serviceShape } from './service-shape.ts';
import type { ServiceState } from './state.ts';
import { withTags } from './tags.ts';
import { addTaskSet } from './task-set.ts';
import { checkDeployments, mergeConfiguration } from './deployments/checks.ts';
import { startDeployment } from './deployments/start.ts';

/** Makes the service and, unless its controller is EXTERNAL, its first task set or deployment. @throws ApiError */
export async function createService(ecs: Ecs, input: CreateServiceRequest): Promise<CreateServiceResponse> {
  const cluster = ecs.cluster(input.cluster);
  const name = input.serviceName ?? '';
  if (!/^[A-Za-z0-9_-]{1,255}$/.test(name)) throw invalid('Invalid service name.');
  const existing = cluster.services.get(name);
  if (existing?.status === 'ACTIVE') {
    if (input.clientToken !== undefined && existing.clientToken === input.clientToken)
      return { service: serviceShape(ecs, existing, true) };
    throw invalid('Creation of service was not idempotent.');
  }
  if (existing?.status === 'DRAINING') throw invalid('Unable to Start a service that is still Draining.');
  const controller = input.deploymentController?.type ?? 'ECS';
  const desiredCount = input.desiredCount ?? 1;
  if (!Number.isInteger(desiredCount) || desiredCount < 0)
    throw invalid(`desiredCount cannot be negative: ${desiredCount}.`);
  if (input.schedulingStrategy === 'DAEMON' && controller !== 'ECS') {
    throw invalid(
      `The DAEMON scheduling strategy is not supported with the ${controller} deployment controller.`,
    );
  }
  // Assumption: the wording; that the two exclude each other is documented.
  if (input.serviceConnectConfiguration?.enabled === true && controller !== 'ECS')
    throw invalid(`Service Connect is not supported with the ${controller} deployment controller.`);
  const service: ServiceState = {
    name,
    arn: ecs.sim.arn('ecs', `service/${cluster.name}/${name}`),
    cluster,
    clientToken: input.clientToken,
    status: 'ACTIVE',
    controller: { type: controller },
    desiredCount,
    taskDefinition: '',
    deploymentConfiguration: mergeConfiguration(
      {
        maximumPercent: 200,
        minimumHealthyPercent: 100,
        deploymentCircuitBreaker: { enable: false, rollback: false },
      },
      input.deploymentConfiguration,
    ),
    healthCheckGracePeriodSeconds: input.healthCheckGracePeriodSeconds ?? 0,
    enableECSManagedTags: input.enableECSManagedTags ?? false,
    enableExecuteCommand: input.enableExecuteCommand ?? false,
    propagateTags: input.propagateTags ?? 'NONE',
    availabilityZoneRebalancing: input.availabilityZoneRebalancing ?? 'DISABLED',
    schedulingStrategy: input.schedulingStrategy ?? 'REPLICA',
    serviceConnect: input.serviceConnectConfiguration,
    roleArn: ecs.sim.arn('iam', 'role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS', ''),
    createdAt: ecs.now(),
    createdBy: ecs.sim.arn('iam', 'role/simulator', ''),
    tags: withTags([], input.tags),
    taskSets: [],
    events: [],
    steady: false,
    deployments: [],
    revisions: [],
    lastSuccessful: undefined,
  };
  if (controller === 'EXTERNAL') {
    cluster.services.set(name, service);
    return { service: serviceShape(ecs, service, true) };
  }
  if (input.taskDefinition === undefined) throw invalid('TaskDefinition can not be blank.');
  const definition = ecs.activeTaskDefinition(input.taskDefinition);
  const choice = chooseLaunch(cluster, definition, input);
  checkNetwork(definition, input.networkConfiguration);
  if (service.enableExecuteCommand && definition.taskRoleArn === undefined)
    throw invalid(
      "The service couldn't be created because a valid taskRoleArn is not being used. Specify a valid task role in your task definition and try again.",
    );
  const loadBalancers = input.loadBalancers ?? [];
  // Assumption: the wording; that a load balancer is needed is documented.
  if (controller === 'CODE_DEPLOY' && loadBalancers.length !== 1)
    throw invalid('Services with a CODE_DEPLOY deployment controller must use exactly one load balancer.');
  await checkLoadBalancers(ecs, definition, loadBalancers, true);
  await checkDeployments(ecs, service, service.deploymentConfiguration, loadBalancers);
  if (cluster.services.get(name)?.status === 'ACTIVE')
    throw invalid('Creation of service was not idempotent.');
  cluster.services.set(name, service);
  service.taskDefinition = definition.taskDefinitionArn ?? '';
  const revision = {
    taskDefinition: definition,
    ...choice,
    platformVersion: input.platformVersion,
    networkConfiguration: input.networkConfiguration,
    loadBalancers,
    serviceRegistries: input.serviceRegistries,
  };
  if (controller === 'ECS') startDeployment(ecs, service, revision);
  else addTaskSet(ecs, service, { ...revision, status: 'PRIMARY' });
  return { service: serviceShape(ecs, service, true) };
}
