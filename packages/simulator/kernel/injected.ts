import { ApiError } from './api-error.ts';
import type { Fault } from './faults.ts';
import type { IamCall } from './iam/call.ts';
import type { Service } from './service.ts';

/** The error with which a service throttles. ECS and CodeDeploy do not model it; Query services say `Throttling`. */
export function throttled(service: Service): ApiError {
  return new ApiError(service.protocol === 'query' ? 'Throttling' : 'ThrottlingException', 'Rate exceeded');
}

/** Error of a service for temporary keys that have expired. */
export function expired(service: Service): ApiError {
  const message = 'The security token included in the request is expired';
  return service.protocol === 'query'
    ? new ApiError('ExpiredToken', message, 403)
    : new ApiError('ExpiredTokenException', message);
}

/** Refusal in IAM's own words. */
export function denied(service: Service, user: string, action: string, resource: string): ApiError {
  const message = `User: ${user} is not authorized to perform: ${action} on resource: ${resource} because no identity-based policy allows the ${action} action`;
  return service.protocol === 'query'
    ? new ApiError('AccessDenied', message, 403)
    : new ApiError('AccessDeniedException', message);
}

/**
 * The error that a fault answers with; undefined when it only delays, resets or answers with old data.
 * @param user ARN of the caller
 */
export function injectedError(
  fault: Fault,
  service: Service,
  operation: string,
  permissions: readonly IamCall[],
  user: string,
): ApiError | undefined {
  if (fault.error !== undefined) {
    const { code, message = 'injected fault', status = 400 } = fault.error;
    return new ApiError(code, message, status);
  }
  if (fault.throttle === true) return throttled(service);
  if (fault.serverError !== undefined) return failed(service, fault.serverError);
  if (fault.deny === undefined) return undefined;
  const needed =
    fault.deny === true ? permissions[0] : permissions.find(({ action }) => action === fault.deny);
  const action = needed?.action ?? (fault.deny === true ? `${service.name}:${operation}` : fault.deny);
  return denied(service, user, action, needed?.resources[0] ?? '*');
}

/** ECS, ECR: `ServerException`; Logs: `ServiceUnavailableException`; the others have common errors only. */
function failed({ name }: Service, status: number): ApiError {
  if (status === 503) {
    const code = name === 'logs' ? 'ServiceUnavailableException' : 'ServiceUnavailable';
    return new ApiError(code, 'The service cannot complete the request.', status);
  }
  const code = name === 'ecs' || name === 'ecr' ? 'ServerException' : 'InternalFailure';
  return new ApiError(code, 'Service Unavailable. Please try again later.', status);
}
