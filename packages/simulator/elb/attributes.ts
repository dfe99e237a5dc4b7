import type { TargetGroupAttribute } from '@aws-sdk/client-elastic-load-balancing-v2';
import { integer, invalid, list, required } from './form.ts';

const RANGES: Readonly<Record<string, readonly [number, number]>> = {
  'deregistration_delay.timeout_seconds': [0, 3600],
  'slow_start.duration_seconds': [0, 900],
  'stickiness.lb_cookie.duration_seconds': [1, 604_800],
  'idle_timeout.timeout_seconds': [1, 4000],
};

/** Documented for LoadBalancerAttribute, Application Load Balancers (API model). */
export const BALANCER_KEYS = [
  'deletion_protection.enabled',
  'load_balancing.cross_zone.enabled',
  'access_logs.s3.enabled',
  'access_logs.s3.bucket',
  'access_logs.s3.prefix',
  'ipv6.deny_all_igw_traffic',
  'zonal_shift.config.enabled',
  'idle_timeout.timeout_seconds',
  'client_keep_alive.seconds',
  'connection_logs.s3.enabled',
  'connection_logs.s3.bucket',
  'connection_logs.s3.prefix',
  'health_check_logs.s3.enabled',
  'health_check_logs.s3.bucket',
  'health_check_logs.s3.prefix',
  'routing.http.desync_mitigation_mode',
  'routing.http.drop_invalid_header_fields.enabled',
  'routing.http.preserve_host_header.enabled',
  'routing.http.x_amzn_tls_version_and_cipher_suite.enabled',
  'routing.http.xff_client_port.enabled',
  'routing.http.xff_header_processing.mode',
  'routing.http2.enabled',
  'waf.fail_open.enabled',
];

/** Writes attributes of a load balancer or target group; all are checked before the first is written. */
export function modifyAttributes(
  known: Map<string, string>,
  attributes: readonly TargetGroupAttribute[] | undefined,
  keys?: readonly string[],
): TargetGroupAttribute[] {
  const changes = list<TargetGroupAttribute>(attributes).map(({ Key, Value }) => {
    const key = required('Attributes.Key', Key);
    if (keys === undefined ? !/^[a-z0-9._]+$/.test(key) : !keys.includes(key))
      throw invalid(
        `${keys === undefined ? 'Target group' : 'Load balancer'} attribute key '${key}' is not recognized`,
      );
    const range = RANGES[key];
    if (range !== undefined) integer(key, Value, ...range);
    return [key, Value ?? ''] as const;
  });
  for (const [key, value] of changes) known.set(key, value);
  return describeAttributes(known);
}

export function describeAttributes(known: ReadonlyMap<string, string>): TargetGroupAttribute[] {
  return [...known].map(([Key, Value]) => ({ Key, Value }));
}
