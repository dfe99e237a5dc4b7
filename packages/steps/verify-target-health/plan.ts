import { servingRevision, type ServiceState } from '@cutover/domain/ecs-service';
import type { Environment } from '@cutover/domain/environment';
import { ConfigurationError } from '@cutover/domain/errors';
import type { Statuses } from './inputs.ts';

/** What is to be proven. */
export interface Plan {
  readonly cluster: string;
  readonly service: string;
  /** ARN. */
  readonly revision: string;
  /** Undefined: the desired count at each look. */
  readonly minHealthy: number | undefined;
  readonly targetGroup: string | undefined;
  readonly consecutive: number;
  readonly limitMs: number;
  readonly intervalMs: number;
  readonly probe: { readonly url: string; readonly statuses: Statuses } | undefined;
}

export interface Request {
  /** ARN of the expected revision, when the user named one. */
  readonly revision: string | undefined;
  readonly targetGroup: string | undefined;
  readonly minHealthy: number | undefined;
  readonly consecutive: number;
  readonly waitForMinutes: number;
  readonly intervalMs: number;
  readonly url: string | undefined;
  readonly path: string | undefined;
  readonly statuses: Statuses;
}

/** @throws ConfigurationError when there is nothing that could be proven */
export function plan(request: Request, environment: Environment, service: ServiceState | undefined): Plan {
  const { cluster, service: name } = environment;
  if (service === undefined || service.status !== 'ACTIVE') {
    throw new ConfigurationError({
      message:
        service === undefined
          ? `Cluster ${cluster} has no service ${name}.`
          : `Service ${name} in cluster ${cluster} is ${service.status}.`,
      remedy: 'Correct cluster and service (or stack and aws-region).',
    });
  }
  if (service.desired === 0 && request.minHealthy === undefined) {
    throw new ConfigurationError({
      message: `Service ${name} has a desired count of 0: no target can be healthy.`,
      remedy: 'Raise the desired count, or give min-healthy if a scaler is about to do so.',
    });
  }
  return {
    cluster,
    service: name,
    revision: request.revision ?? servingRevision(service),
    minHealthy: request.minHealthy,
    targetGroup: request.targetGroup,
    consecutive: request.consecutive,
    limitMs: request.waitForMinutes * 60_000,
    intervalMs: request.intervalMs,
    probe: probeOf(request, environment),
  };
}

function probeOf({ url, path, statuses }: Request, environment: Environment): Plan['probe'] {
  if (url === undefined && path === undefined) return undefined;
  const base = url ?? environment.serviceUrl;
  if (base === undefined) {
    throw new ConfigurationError({
      message: 'Input path was given, but no url that it belongs to.',
      remedy: 'Give url: http(s)://HOST, or stack: with an output ServiceUrl.',
    });
  }
  return { url: path === undefined ? base : new URL(path, base).href, statuses };
}
