import { randomUUID } from 'node:crypto';
import type {
  CreateClusterResponse,
  CreateServiceResponse,
  DescribeServicesResponse,
  RegisterTaskDefinitionResponse,
  Service,
} from '@aws-sdk/client-ecs';
import { ApiError } from '../../kernel/api-error.ts';
import { tagChanges, toApi } from './api-names.ts';
import {
  type Properties,
  type ResourceContext,
  ResourceFailure,
  type ResourceHandler,
  string,
} from './handler.ts';

const POLL_MS = 5000;
/** The handler of AWS::ECS::Service gives up after three hours. */
const STEADY_MS = 3 * 3600 * 1000;

/** Properties of a service that UpdateService doesn't take. */
const FIXED = [
  'Cluster',
  'DeploymentController',
  'LaunchType',
  'Role',
  'SchedulingStrategy',
  'ServiceName',
  'Tags',
];

async function retag(
  { sim }: ResourceContext,
  resourceArn: string,
  properties: Properties,
  previous: Properties,
): Promise<void> {
  const { set, removed } = tagChanges(properties['Tags'], previous['Tags']);
  if (set.length > 0) await sim.call('ecs', 'TagResource', { resourceArn, tags: toApi(set) });
  if (removed.length > 0) await sim.call('ecs', 'UntagResource', { resourceArn, tagKeys: removed });
}

/** AWS::ECS::Cluster: Ref is the name. */
export const cluster: ResourceHandler = {
  create: async ({ sim, physicalName }, properties) => {
    const clusterName = string(properties, 'ClusterName') ?? physicalName(255);
    const { ClusterSettings: settings, ...rest } = properties;
    const answer = await sim.call<CreateClusterResponse>('ecs', 'CreateCluster', {
      ...(toApi(rest) as object),
      ...(settings === undefined ? {} : { settings: toApi(settings) }),
      clusterName,
    });
    return { physicalId: clusterName, attributes: { Arn: answer.cluster?.clusterArn } };
  },
  update: async (context, name, properties, previous) => {
    const { sim } = context;
    if (JSON.stringify(properties['CapacityProviders']) !== JSON.stringify(previous['CapacityProviders'])) {
      await sim.call('ecs', 'PutClusterCapacityProviders', {
        cluster: name,
        capacityProviders: properties['CapacityProviders'] ?? [],
        defaultCapacityProviderStrategy: toApi(properties['DefaultCapacityProviderStrategy']) ?? [],
      });
    }
    const { ClusterSettings: settings, Configuration: configuration } = properties;
    const changed = ['ClusterSettings', 'Configuration'].some(
      (name) => JSON.stringify(properties[name]) !== JSON.stringify(previous[name]),
    );
    if (changed) {
      await sim.call('ecs', 'UpdateCluster', {
        cluster: name,
        settings: toApi(settings),
        configuration: toApi(configuration),
      });
    }
    await retag(context, sim.arn('ecs', `cluster/${name}`), properties, previous);
  },
  delete: async ({ sim }, name) => {
    await sim.call('ecs', 'DeleteCluster', { cluster: name });
  },
};

/** AWS::ECS::ClusterCapacityProviderAssociations */
export const capacityProviders: ResourceHandler = {
  create: async ({ sim }, properties) => {
    await sim.call('ecs', 'PutClusterCapacityProviders', toApi(properties) as object);
    return { physicalId: string(properties, 'Cluster') ?? '' };
  },
  update: async ({ sim }, _physicalId, properties) => {
    await sim.call('ecs', 'PutClusterCapacityProviders', toApi(properties) as object);
  },
  delete: async ({ sim }, cluster) => {
    await sim.call('ecs', 'PutClusterCapacityProviders', {
      cluster,
      capacityProviders: [],
      defaultCapacityProviderStrategy: [],
    });
  },
};

/** AWS::ECS::TaskDefinition: every change but tags registers another revision; Ref is the ARN with the revision. */
export const taskDefinition: ResourceHandler = {
  create: async ({ sim, physicalName }, properties) => {
    const answer = await sim.call<RegisterTaskDefinitionResponse>('ecs', 'RegisterTaskDefinition', {
      family: physicalName(255),
      ...(toApi(properties) as object),
    });
    const arn = answer.taskDefinition?.taskDefinitionArn ?? '';
    return { physicalId: arn, attributes: { TaskDefinitionArn: arn } };
  },
  update: async (context, arn, properties, previous) => {
    await retag(context, arn, properties, previous);
  },
  delete: async ({ sim }, taskDefinition) => {
    await sim.call('ecs', 'DeregisterTaskDefinition', { taskDefinition });
  },
};

/** AWS::ECS::Service: Ref is the ARN; creation and update last until the service is steady. */
export const service: ResourceHandler = {
  create: async (context, properties) => {
    const { sim, physicalName, created } = context;
    const serviceName = string(properties, 'ServiceName') ?? physicalName(255);
    const answer = await invoke<CreateServiceResponse>(sim, 'CreateService', {
      ...(toApi(withBake(properties)) as object),
      serviceName,
      desiredCount:
        properties['DesiredCount'] ?? (properties['SchedulingStrategy'] === 'DAEMON' ? undefined : 1),
    });
    const arn = answer.service?.serviceArn ?? '';
    created(arn);
    await steady(context, string(properties, 'Cluster'), serviceName);
    return { physicalId: arn, attributes: { Name: serviceName, ServiceArn: arn } };
  },

  /** Sends every property that the API can change, as AWS's handler does: also those that the template left alone. */
  update: async (context, arn, properties, previous) => {
    const changeable = Object.fromEntries(
      Object.entries(properties).filter(([name]) => !FIXED.includes(name)),
    );
    const serviceName = arn.split('/').at(-1) ?? '';
    const cluster = string(properties, 'Cluster');
    await invoke(context.sim, 'UpdateService', {
      ...(toApi(withBake(changeable)) as object),
      service: serviceName,
      cluster,
    });
    await retag(context, arn, properties, previous);
    await steady(context, cluster, serviceName);
  },

  delete: async ({ sim, sleep }, arn, properties) => {
    const cluster = string(properties, 'Cluster');
    const name = arn.split('/').at(-1) ?? '';
    await sim.call('ecs', 'DeleteService', { cluster, service: name, force: true });
    for (const deadline = sim.clock.now() + STEADY_MS; sim.clock.now() < deadline; await sleep(POLL_MS)) {
      const { services = [] } = await sim.call<DescribeServicesResponse>('ecs', 'DescribeServices', {
        cluster,
        services: [name],
      });
      if (services.length === 0 || services[0]?.status === 'INACTIVE') return;
    }
    throw new ResourceFailure('Exceeded attempts to wait');
  },

  /** After a deployment the task definition is the one that was deployed, and no longer the template's. */
  read: async (sim, _type, arn, properties) => {
    const { services = [] } = await sim.call<DescribeServicesResponse>('ecs', 'DescribeServices', {
      cluster: string(properties, 'Cluster'),
      services: [arn],
    });
    const [found] = services;
    if (found === undefined || found.status === 'INACTIVE') return undefined;
    return {
      TaskDefinition: found.taskDefinition,
      DesiredCount: found.desiredCount,
      HealthCheckGracePeriodSeconds: found.healthCheckGracePeriodSeconds,
    };
  },
};

/** Calls ECS and words a refusal as the handler of AWS::ECS::Service does. */
async function invoke<O extends object>(
  sim: ResourceContext['sim'],
  operation: string,
  input: object,
): Promise<O> {
  try {
    return await sim.call<O>('ecs', operation, input);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    throw new ResourceFailure(
      `Resource handler returned message: "Invalid request provided: ${operation} error: ${error.message} (Service: AmazonECS; Status Code: ${error.status}; Error Code: ${error.code}; Request ID: ${randomUUID()}; Proxy: null)" (RequestToken: ${randomUUID()}, HandlerErrorCode: InvalidRequest)`,
      { cause: error },
    );
  }
}

async function steady(
  { sim, sleep }: ResourceContext,
  cluster: string | undefined,
  name: string,
): Promise<void> {
  for (const deadline = sim.clock.now() + STEADY_MS; sim.clock.now() < deadline; await sleep(POLL_MS)) {
    const { services = [] } = await sim.call<DescribeServicesResponse>('ecs', 'DescribeServices', {
      cluster,
      services: [name],
    });
    const [found] = services;
    if (found?.status === 'INACTIVE')
      throw new ResourceFailure(`Model validation failed (service ${name} is INACTIVE)`);
    if (found !== undefined && isSteady(found)) return;
    const failed = found?.deployments?.find(({ rolloutState }) => rolloutState === 'FAILED');
    if (failed !== undefined) {
      throw new ResourceFailure(
        `Error occurred during operation 'ECS Deployment Circuit Breaker was triggered'.`,
      );
    }
  }
  throw new ResourceFailure(
    `Resource handler returned message: "Exceeded attempts to wait" (HandlerErrorCode: NotStabilized)`,
  );
}

/** Default of the resource type for the strategies that shift; the API knows none. */
const BAKE_MINUTES = 15;

function withBake(properties: Properties): Properties {
  const configuration = properties['DeploymentConfiguration'] as Properties | undefined;
  const strategy = configuration?.['Strategy'] ?? 'ROLLING';
  if (strategy === 'ROLLING') return properties;
  return {
    ...properties,
    DeploymentConfiguration: { BakeTimeInMinutes: BAKE_MINUTES, ...configuration },
  };
}

/**
 * Under CODE_DEPLOY a service reports through its task sets and has no deployments. Under ECS the handler waits for the end of
 * the deployment, its hooks and bake included.
 */
function isSteady({ deploymentController, taskSets = [], deployments = [], ...counts }: Service): boolean {
  if (deploymentController?.type === 'CODE_DEPLOY' || deploymentController?.type === 'EXTERNAL') {
    const primary = taskSets.find(({ status }) => status === 'PRIMARY');
    return primary?.stabilityStatus === 'STEADY_STATE';
  }
  const [only] = deployments;
  return (
    deployments.length === 1 &&
    only?.rolloutState === 'COMPLETED' &&
    counts.runningCount === counts.desiredCount
  );
}
