import { servingRevision, type ServiceState } from '@cutover/domain/ecs-service';
import type { Environment } from '@cutover/domain/environment';
import { ConfigurationError } from '@cutover/domain/errors';
import type { Expectation } from '../probe/expectation.ts';

/** Where requests come in. */
export type ListenerRole = 'production' | 'test';

/** What is to be proven. */
export interface Plan {
  readonly cluster: string;
  readonly service: string;
  readonly role: ListenerRole;
  /** ARN. */
  readonly revision: string;
  /** Undefined: the desired count at each look. */
  readonly minHealthy: number | undefined;
  readonly listeners: readonly string[];
  readonly targetGroups: readonly string[];
  readonly consecutive: number;
  readonly limitMs: number;
  readonly intervalMs: number;
  readonly probe: ProbePlan | undefined;
  readonly alarms: readonly string[];
}

/** Requests to be sent at each look. Without a base the address is that of the listener. */
export interface ProbePlan {
  readonly base: string | undefined;
  readonly path: string | undefined;
  readonly hostHeader: string | undefined;
  readonly expected: Expectation;
  readonly count: number;
  readonly concurrency: number;
}

export interface Request {
  readonly role: ListenerRole;
  /** ARN of the expected revision, when the user named one. */
  readonly revision: string | undefined;
  readonly listeners: readonly string[];
  readonly targetGroups: readonly string[];
  readonly minHealthy: number | undefined;
  readonly consecutive: number;
  readonly waitForMinutes: number;
  readonly intervalMs: number;
  readonly url: string | undefined;
  readonly path: string | undefined;
  readonly hostHeader: string | undefined;
  readonly expected: Expectation;
  readonly count: number;
  readonly concurrency: number;
  readonly alarms: readonly string[];
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
  if (request.listeners.length > 0 && request.targetGroups.length > 0) {
    throw new ConfigurationError({
      message: 'Inputs listener-arn and target-group-arn were both given.',
      remedy: 'Keep one: the listeners tell which target groups they forward to.',
    });
  }
  return {
    cluster,
    service: name,
    role: request.role,
    revision: request.revision ?? expectedRevision(service, request.role),
    minHealthy: request.minHealthy,
    listeners: request.listeners,
    targetGroups: request.targetGroups,
    consecutive: request.consecutive,
    limitMs: request.waitForMinutes * 60_000,
    intervalMs: request.intervalMs,
    probe: probeOf(request, environment),
    alarms: request.alarms,
  };
}

/** Behind the test listener the replacement serves, as long as there is one. */
function expectedRevision(service: ServiceState, role: ListenerRole): string {
  const replacement = service.taskSets.findLast(({ status }) => status === 'ACTIVE');
  return role === 'test' && replacement !== undefined ? replacement.taskDefinition : servingRevision(service);
}

function probeOf(request: Request, environment: Environment): ProbePlan | undefined {
  const { url, path, hostHeader, expected, count, concurrency } = request;
  if (url === undefined && path === undefined) {
    const given = [
      ...(expected.body === undefined ? [] : ['expect-body']),
      ...(expected.headers.length === 0 ? [] : ['expect-header']),
      ...(expected.maxLatencyMs === undefined ? [] : ['max-latency-ms']),
      ...(hostHeader === undefined ? [] : ['host-header']),
      ...(count === 1 ? [] : ['probe-count']),
    ];
    if (given.length === 0) return undefined;
    throw new ConfigurationError({
      message: `${given.length === 1 ? 'Input' : 'Inputs'} ${given.join(', ')} ${given.length === 1 ? 'says' : 'say'} what an answer must be like, but no request is made.`,
      remedy: 'Give path: /health (or the path of a page), or url.',
    });
  }
  return {
    base: url ?? (request.role === 'test' ? environment.testUrl : environment.serviceUrl),
    path,
    hostHeader,
    expected,
    count,
    concurrency,
  };
}

/** `https://shop.example.com` and `/health` as one address; the base alone keeps its own path. */
export function probeUrl(base: string, path: string | undefined): string {
  return path === undefined ? base : new URL(path, base).href;
}
