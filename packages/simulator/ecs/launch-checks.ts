import type {
  CapacityProviderStrategyItem,
  LoadBalancer,
  NetworkConfiguration,
  TaskDefinition,
  TaskOverride,
} from '@aws-sdk/client-ecs';
import type { DescribeTargetGroupsOutput } from '@aws-sdk/client-elastic-load-balancing-v2';
import { ApiError } from '../kernel/api-error.ts';
import { checkFargateSize } from './fargate-size.ts';
import type { ClusterState } from './state.ts';
import type { Ecs } from './ecs.ts';

const MAX_OVERRIDES = 8192;
const MAX_SUBNETS = 16;
const MAX_SECURITY_GROUPS = 5;

interface LaunchChoice {
  readonly launchType?: string | undefined;
  readonly capacityProviderStrategy?: CapacityProviderStrategyItem[] | undefined;
}

/** Launch type and strategy exclude each other; with neither, the cluster's default strategy applies. @throws ApiError */
export function chooseLaunch(
  cluster: ClusterState,
  definition: TaskDefinition,
  input: LaunchChoice,
): LaunchChoice {
  const { launchType, capacityProviderStrategy: strategy } = input;
  if (launchType !== undefined && strategy !== undefined && strategy.length > 0) {
    throw invalid(
      'Specifying both a launch type and capacity provider strategy is not supported. Remove one and try again.',
    );
  }
  const providers = strategy !== undefined && strategy.length > 0 ? strategy : cluster.defaultStrategy;
  if (launchType === undefined && providers.length > 0) {
    for (const { capacityProvider = '' } of providers) {
      if (!cluster.capacityProviders.includes(capacityProvider)) {
        throw invalid(
          `The specified capacity provider '${capacityProvider}' was not found. Specify a valid name or ARN and try again.`,
        );
      }
    }
    if (providers.every(({ weight = 0, base = 0 }) => weight === 0 && base === 0))
      throw invalid('The capacity provider strategy must have at least one item with a weight above 0.');
    return { capacityProviderStrategy: providers };
  }
  if (launchType === 'FARGATE' && definition.compatibilities?.includes('FARGATE') !== true)
    throw invalid('Task definition does not support launch_type FARGATE.');
  return { launchType: launchType ?? 'EC2' };
}

/** @throws ApiError InvalidParameterException */
export function checkNetwork(definition: TaskDefinition, network: NetworkConfiguration | undefined): void {
  const vpc = network?.awsvpcConfiguration;
  if (definition.networkMode !== 'awsvpc') {
    if (vpc !== undefined) {
      throw invalid('Network Configuration is not valid for the given networkMode of this task definition.');
    }
    return;
  }
  if (vpc === undefined)
    throw invalid("Network Configuration must be provided when networkMode 'awsvpc' is specified.");
  if ((vpc.subnets ?? []).length === 0) throw invalid('subnets can not be empty.');
  if ((vpc.subnets ?? []).length > MAX_SUBNETS)
    throw invalid(`subnets can have at most ${MAX_SUBNETS} items.`);
  if ((vpc.securityGroups ?? []).length > MAX_SECURITY_GROUPS)
    throw invalid(`securityGroups can have at most ${MAX_SECURITY_GROUPS} items.`);
}

/** @throws ApiError InvalidParameterException, ClientException */
export function checkOverrides(definition: TaskDefinition, overrides: TaskOverride | undefined): void {
  if (overrides === undefined) return;
  if (JSON.stringify(overrides).length > MAX_OVERRIDES)
    throw invalid(`Container Overrides length must be at most ${MAX_OVERRIDES}`);
  for (const { name } of overrides.containerOverrides ?? []) {
    if (name === undefined || name === '') throw invalid('Container name cannot be blank.');
    if (definition.containerDefinitions?.some((container) => container.name === name) !== true)
      throw invalid(`Override for container named ${name} is not a container in the TaskDefinition.`);
  }
  if (overrides.cpu !== undefined || overrides.memory !== undefined)
    checkFargateSize(overrides.cpu ?? definition.cpu, overrides.memory ?? definition.memory);
}

/** The container and port exist, and so does the target group. @throws ApiError InvalidParameterException */
export async function checkLoadBalancers(
  ecs: Ecs,
  definition: TaskDefinition,
  loadBalancers: readonly LoadBalancer[],
  mustBeInUse: boolean,
): Promise<void> {
  for (const { targetGroupArn, containerName, containerPort } of loadBalancers) {
    const container = definition.containerDefinitions?.find(({ name }) => name === containerName);
    if (container === undefined)
      throw invalid(`The container ${containerName ?? ''} does not exist in the task definition.`);
    if (container.portMappings?.some((mapping) => mapping.containerPort === containerPort) !== true) {
      throw invalid(
        `The container ${containerName ?? ''} did not have a container port ${containerPort ?? ''} defined.`,
      );
    }
    if (targetGroupArn === undefined) throw invalid('targetGroupArn cannot be empty.');
    const group = await ecs.sim
      .call<DescribeTargetGroupsOutput>('elasticloadbalancing', 'DescribeTargetGroups', {
        TargetGroupArns: [targetGroupArn],
      })
      .then(({ TargetGroups }) => TargetGroups?.[0])
      .catch((error: unknown) => {
        if (error instanceof ApiError) return undefined;
        throw error;
      });
    if (group === undefined || (mustBeInUse && (group.LoadBalancerArns ?? []).length === 0)) {
      throw invalid(
        `The target group with targetGroupArn ${targetGroupArn} does not have an associated load balancer.`,
      );
    }
    if (definition.networkMode === 'awsvpc' && group.TargetType !== 'ip') {
      throw invalid(
        `The provided target group ${targetGroupArn} has target type ${group.TargetType ?? ''}, which is incompatible with the awsvpc network mode specified in the task definition.`,
      );
    }
  }
}

export function invalid(message: string): ApiError {
  return new ApiError('InvalidParameterException', message);
}
