import { ApiError } from '../../kernel/api-error.ts';
import type { Ecs } from '../ecs.ts';
import type { ServiceDeploymentState } from '../state.ts';
import { recorded } from './shapes.ts';

/** Undefined when there is no such deployment, or it is not recorded yet. @throws ApiError InvalidParameterException */
export function findDeployment(ecs: Ecs, arn: string | undefined): ServiceDeploymentState | undefined {
  const { service } = ecs.serviceOf('service-deployment', arn);
  return service === undefined ? undefined : recorded(ecs, service).find((one) => one.arn === arn);
}

/** @throws ApiError ServiceDeploymentNotFoundException, InvalidParameterException */
export function namedDeployment(ecs: Ecs, arn: string | undefined): ServiceDeploymentState {
  const found = findDeployment(ecs, arn);
  // Assumption: the wording.
  if (found === undefined)
    throw new ApiError('ServiceDeploymentNotFoundException', 'The service deployment was not found.');
  return found;
}
