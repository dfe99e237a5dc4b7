import type {
  CreateTaskSetRequest,
  CreateTaskSetResponse,
  DescribeServicesResponse,
  Service,
  TaskSet,
} from '@aws-sdk/client-ecs';
import { ApiError } from '../kernel/api-error.ts';
import type { Simulator } from '../kernel/simulator.ts';
import type { AppSpec } from './appspec.ts';
import { DeploymentFailure, onEcs } from './failure.ts';

/** The service as ECS describes it; undefined when there is none. */
export async function findService(
  sim: Simulator,
  cluster: string,
  service: string,
): Promise<Service | undefined> {
  try {
    const { services } = await sim.call<DescribeServicesResponse>('ecs', 'DescribeServices', {
      cluster,
      services: [service],
    });
    return services?.[0];
  } catch (error) {
    if (error instanceof ApiError && error.status < 500) return undefined;
    throw error;
  }
}

/**
 * A service that can be deployed to, with its PRIMARY task set.
 * @throws DeploymentFailure INVALID_ECS_SERVICE
 */
export async function deployableService(
  sim: Simulator,
  cluster: string,
  name: string,
): Promise<{ service: Service; primary: TaskSet }> {
  const service = await findService(sim, cluster, name);
  const primary = service?.taskSets?.find((one) => one.status === 'PRIMARY');
  if (service === undefined || service.status !== 'ACTIVE') {
    throw new DeploymentFailure(
      'INVALID_ECS_SERVICE',
      `The ECS service ${name} in cluster ${cluster} does not exist or is not ACTIVE.`,
    );
  }
  if (service.deploymentController?.type !== 'CODE_DEPLOY' || primary === undefined) {
    throw new DeploymentFailure(
      'INVALID_ECS_SERVICE',
      `The ECS service ${name} in cluster ${cluster} has no primary task set that CodeDeploy controls.`,
    );
  }
  return { service, primary };
}

/** Creates the replacement task set and gives back its id. */
export async function createReplacement(
  sim: Simulator,
  target: {
    cluster: string;
    service: string;
    deploymentId: string;
    targetGroupArn: string;
    appSpec: AppSpec;
    primary: TaskSet;
  },
): Promise<string> {
  const { appSpec, primary } = target;
  const network = appSpec.network ?? primary.networkConfiguration?.awsvpcConfiguration;
  const request: CreateTaskSetRequest & { startedBy: string } = {
    cluster: target.cluster,
    service: target.service,
    externalId: target.deploymentId,
    startedBy: 'CODE_DEPLOY',
    taskDefinition: appSpec.taskDefinition,
    loadBalancers: [
      {
        targetGroupArn: target.targetGroupArn,
        containerName: appSpec.containerName,
        containerPort: appSpec.containerPort,
      },
    ],
    ...(network === undefined ? {} : { networkConfiguration: { awsvpcConfiguration: network } }),
    ...(primary.serviceRegistries === undefined ? {} : { serviceRegistries: primary.serviceRegistries }),
    ...compute(appSpec, primary),
    scale: { value: 100, unit: 'PERCENT' },
    clientToken: target.deploymentId,
  };
  const { taskSet } = await onEcs(
    async () => await sim.call<CreateTaskSetResponse>('ecs', 'CreateTaskSet', request),
  );
  return taskSet?.id ?? '';
}

/**
 * CodeDeploy's handling of an AppSpec that is silent on capacity: the strategy of the service is dropped in favour of a launch
 * type, and the platform version goes back to LATEST (github.com/aws/containers-roadmap issues 713 and 1752).
 */
function compute(appSpec: AppSpec, primary: TaskSet): Partial<CreateTaskSetRequest> {
  const providers = primary.capacityProviderStrategy ?? [];
  const fargate =
    primary.launchType === 'FARGATE' ||
    (providers.length > 0 && providers.every((one) => one.capacityProvider?.startsWith('FARGATE')));
  const launchType = primary.launchType ?? (fargate ? 'FARGATE' : 'EC2');
  return {
    ...(appSpec.capacityProviders === undefined
      ? { launchType }
      : { capacityProviderStrategy: appSpec.capacityProviders }),
    ...(fargate || appSpec.platformVersion !== undefined
      ? { platformVersion: appSpec.platformVersion ?? 'LATEST' }
      : {}),
  };
}

export async function makePrimary(
  sim: Simulator,
  cluster: string,
  service: string,
  primaryTaskSet: string,
): Promise<void> {
  await onEcs(
    async () => await sim.call('ecs', 'UpdateServicePrimaryTaskSet', { cluster, service, primaryTaskSet }),
  );
}

/** Deletes a task set, running tasks included; one that is gone already counts as deleted. */
export async function deleteTaskSet(
  sim: Simulator,
  cluster: string,
  service: string,
  taskSet: string,
): Promise<void> {
  await onEcs(async () => {
    try {
      await sim.call('ecs', 'DeleteTaskSet', { cluster, service, taskSet, force: true });
    } catch (error) {
      if (!(error instanceof ApiError) || error.code !== 'TaskSetNotFoundException') throw error;
    }
  });
}
