import { replacementRevision, servingRevision, type ServiceState } from '@cutover/domain/task/ecs-service';
import type { Environment } from '@cutover/domain/environment';
import { ConfigurationError } from '@cutover/domain/errors';
import { isGoneService } from '../rules/service-rules.ts';
import type { AnswerExpectation } from '../probe/expectation.ts';

/** Where requests come in. */
export type ListenerRole = 'production' | 'test';

/** The claim to prove. */
export interface VerifyPlan {
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
  /** Address of what is proven, without a path. */
  readonly serviceUrl: string | undefined;
  readonly alarms: readonly string[];
}

/** Requests to be sent at each look. Without a base the address is that of the listener. */
export interface ProbePlan {
  readonly base: string | undefined;
  readonly path: string | undefined;
  readonly hostHeader: string | undefined;
  readonly expected: AnswerExpectation;
  readonly count: number;
  readonly concurrency: number;
}

export interface VerifyRequest {
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
  readonly expected: AnswerExpectation;
  readonly count: number;
  readonly concurrency: number;
  readonly alarms: readonly string[];
}

/** @throws ConfigurationError when there is nothing that could be proven */
export function planVerification(
  request: VerifyRequest,
  environment: Environment,
  service: ServiceState | undefined,
): VerifyPlan {
  const { cluster, service: name } = environment;
  if (service === undefined || isGoneService(service)) {
    throw new ConfigurationError({
      what:
        service === undefined
          ? `Cluster ${cluster} has no service ${name}.`
          : `Service ${name} in cluster ${cluster} is ${service.status}.`,
      fix: 'Correct cluster and service (or stack and aws-region).',
    });
  }
  if (service.desired === 0 && request.minHealthy === undefined) {
    throw new ConfigurationError({
      what: `Service ${name} has a desired count of 0: no target can be healthy.`,
      fix: 'Raise the desired count, or give min-healthy if a scaler is about to do so.',
    });
  }
  checkRequest(request);
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
    serviceUrl: serviceUrlOf(request, environment),
    alarms: request.alarms,
  };
}

/** Refuses inputs that contradict each other, whatever AWS answers. @throws ConfigurationError */
export function checkRequest(request: VerifyRequest): void {
  if (request.listeners.length > 0 && request.targetGroups.length > 0) {
    throw new ConfigurationError({
      what: 'Inputs listener-arn and target-group-arn were both given.',
      fix: 'Keep one: the listeners tell which target groups they forward to.',
    });
  }
  const { count, expected, hostHeader, path, url } = request;
  if (url !== undefined || path !== undefined) return;
  const given = [
    ...(expected.body === undefined ? [] : ['expect-body']),
    ...(expected.headers.length === 0 ? [] : ['expect-header']),
    ...(expected.maxLatencyMs === undefined ? [] : ['max-latency-ms']),
    ...(hostHeader === undefined ? [] : ['host-header']),
    ...(count === 1 ? [] : ['probe-count']),
  ];
  if (given.length === 0) return;
  throw new ConfigurationError({
    what: `${given.length === 1 ? 'Input' : 'Inputs'} ${given.join(', ')} ${given.length === 1 ? 'says' : 'say'} what an answer must be like, but no request is made.`,
    fix: 'Give path: /health (or the path of a page), or url.',
  });
}

/** Behind the test listener the replacement serves, as long as there is one. */
function expectedRevision(service: ServiceState, role: ListenerRole): string {
  const serving = servingRevision(service);
  return role === 'test' ? (replacementRevision(service) ?? serving) : serving;
}

function serviceUrlOf({ role, url }: VerifyRequest, environment: Environment): string | undefined {
  if (url !== undefined) return new URL(url).origin;
  return role === 'test' ? environment.testUrl : environment.serviceUrl;
}

function probeOf(request: VerifyRequest, environment: Environment): ProbePlan | undefined {
  const { url, path, hostHeader, expected, count, concurrency } = request;
  if (url === undefined && path === undefined) return undefined;
  return {
    base: url ?? serviceUrlOf(request, environment),
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
