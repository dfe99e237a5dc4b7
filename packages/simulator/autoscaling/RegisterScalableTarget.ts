import type {
  RegisterScalableTargetRequest,
  RegisterScalableTargetResponse,
} from '@aws-sdk/client-application-auto-scaling';
import type { DescribeServicesResponse, Service } from '@aws-sdk/client-ecs';
import { ApiError } from '../kernel/api-error.ts';
import type { AutoScalingState } from './state.ts';

const RESOURCE = /^service\/([^/]+)\/([^/]+)$/;

/**
 * Makes a scalable target, or changes what is given of it. In both cases the service's desired count is moved into the
 * bounds. Assumption: members that SuspendedState leaves out keep their value, as other parameters do.
 * @throws ApiError ValidationException
 */
export async function registerScalableTarget(
  state: AutoScalingState,
  input: RegisterScalableTargetRequest,
): Promise<RegisterScalableTargetResponse> {
  const key = {
    ServiceNamespace: input.ServiceNamespace,
    ResourceId: input.ResourceId,
    ScalableDimension: input.ScalableDimension,
  };
  const service = await serviceOf(state, input);
  const { MinCapacity: minimum, MaxCapacity: maximum, SuspendedState: suspended, Tags: tags } = input;
  const known = state.find(key);
  if (known === undefined && (minimum === undefined || maximum === undefined)) {
    throw invalid('MinCapacity and MaxCapacity are both required to register a new scalable target.');
  }
  if (known !== undefined && tags !== undefined) {
    // Assumption: the documentation sends callers to TagResource without naming the error.
    throw invalid(
      'Tags can only be given for a new scalable target. Use TagResource to tag an existing one.',
    );
  }
  const low = minimum ?? known?.minimum ?? 0;
  const high = maximum ?? known?.maximum ?? 0;
  if (low < 0) throw invalid(`Min capacity ${low} cannot be less than 0`);
  if (low > high) throw invalid(`Min capacity ${low} cannot be greater than max capacity ${high}`);
  const target = known ?? state.create(key, low, high);
  target.minimum = low;
  target.maximum = high;
  target.suspended = { ...target.suspended, ...suspended };
  for (const [name, value] of Object.entries(tags ?? {})) target.tags.set(name, value);
  const desired = service.desiredCount ?? 0;
  const bounded = Math.min(Math.max(desired, low), high);
  if (bounded !== desired) {
    await state.sim.call('ecs', 'UpdateService', {
      cluster: service.clusterArn,
      service: service.serviceName,
      desiredCount: bounded,
    });
  }
  return { ScalableTargetARN: target.arn };
}

/** The ECS service that the resource id names. */
async function serviceOf(state: AutoScalingState, input: RegisterScalableTargetRequest): Promise<Service> {
  const { ServiceNamespace: namespace, ResourceId: resource = '', ScalableDimension: dimension } = input;
  if (namespace !== 'ecs' || dimension !== 'ecs:service:DesiredCount') {
    throw invalid(
      `The simulator scales ecs:service:DesiredCount only, not ${dimension ?? ''} of ${namespace ?? ''}`,
    );
  }
  const [, cluster, name] = RESOURCE.exec(resource) ?? [];
  if (cluster === undefined || name === undefined)
    throw invalid(`Unsupported service resource ID: ${resource}`);
  try {
    const { services = [] } = await state.sim.call<DescribeServicesResponse>('ecs', 'DescribeServices', {
      cluster,
      services: [name],
    });
    const [service] = services;
    if (service !== undefined && service.status !== 'INACTIVE') return service;
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
  }
  throw invalid(`ECS service doesn't exist: ${resource}`);
}

function invalid(message: string): ApiError {
  return new ApiError('ValidationException', message);
}
