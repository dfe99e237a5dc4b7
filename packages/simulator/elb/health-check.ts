import { request } from 'node:http';
import type { TargetHealth } from '@aws-sdk/client-elastic-load-balancing-v2';
import type { Address } from '../kernel/network.ts';
import { HEALTH } from './target.ts';

export interface HealthCheckRequest {
  /** Undefined when nothing listens at the target's private address. */
  readonly address: Address | undefined;
  /** `ip:port` of the virtual network, sent as the Host header. */
  readonly host: string;
  readonly path: string;
  /** As in `Matcher.HttpCode`: `200`, `200,202` or `200-299`. */
  readonly codes: string;
  /** Wall-clock milliseconds. */
  readonly timeoutMs: number;
}

const FAILED = {
  State: 'unhealthy',
  Reason: 'Target.FailedHealthChecks',
  Description: 'Health checks failed',
} as const satisfies TargetHealth;
const TIMED_OUT = {
  State: 'unhealthy',
  Reason: 'Target.Timeout',
  Description: 'Request timed out',
} as const satisfies TargetHealth;

/** Makes one real health check; the verdict is healthy, or unhealthy with its reason. */
export async function checkHealth(check: HealthCheckRequest): Promise<TargetHealth> {
  const { address } = check;
  if (address === undefined) return FAILED;
  return await new Promise<TargetHealth>((resolve) => {
    const probe = request({
      host: address.host,
      port: address.port,
      path: check.path,
      agent: false,
      headers: { host: check.host, 'user-agent': 'ELB-HealthChecker/2.0' },
    });
    const timer = setTimeout(() => {
      resolve(TIMED_OUT);
      probe.destroy();
    }, check.timeoutMs);
    probe.once('response', (response) => {
      const status = response.statusCode ?? 0;
      response.once('end', () => {
        resolve(verdictOf(check.codes, status));
      });
      response.once('error', () => {
        resolve(FAILED);
      });
      response.resume();
    });
    probe.once('error', () => {
      resolve(FAILED);
    });
    probe.once('close', () => {
      clearTimeout(timer);
    });
    probe.end();
  });
}

/** Meaning of an answer with this status. */
export function verdictOf(codes: string, status: number): TargetHealth {
  if (codeMatches(codes, status)) return HEALTH.healthy;
  return {
    State: 'unhealthy',
    Reason: 'Target.ResponseCodeMismatch',
    Description: `Health checks failed with these codes: [${status}]`,
  };
}

/** True when `status` is among `codes` (`200`, `200,202`, `200-299`). */
export function codeMatches(codes: string, status: number): boolean {
  return codes.split(',').some((part) => {
    const [from, to = from] = part.trim().split('-').map(Number);
    return from !== undefined && to !== undefined && status >= from && status <= to;
  });
}
