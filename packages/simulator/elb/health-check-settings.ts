import type { CreateTargetGroupInput } from '@aws-sdk/client-elastic-load-balancing-v2';
import { boolean, integer, invalid } from './form.ts';
import type { TargetGroupSettings } from './target-group.ts';

type HealthCheckSettings = Pick<
  TargetGroupSettings,
  | 'healthCheckEnabled'
  | 'healthCheckProtocol'
  | 'healthCheckPort'
  | 'healthCheckPath'
  | 'healthCheckIntervalSeconds'
  | 'healthCheckTimeoutSeconds'
  | 'healthyThresholdCount'
  | 'unhealthyThresholdCount'
  | 'matcher'
>;

/** Defaults for targets of type `instance` and `ip` behind an Application Load Balancer (API model of CreateTargetGroup). */
export const HEALTH_CHECK_DEFAULTS: HealthCheckSettings = {
  healthCheckEnabled: true,
  healthCheckProtocol: 'HTTP',
  healthCheckPort: 'traffic-port',
  healthCheckPath: '/',
  healthCheckIntervalSeconds: 30,
  healthCheckTimeoutSeconds: 5,
  healthyThresholdCount: 5,
  unhealthyThresholdCount: 2,
  matcher: '200',
};

/**
 * The settings of a request, what it leaves out taken from `known`.
 * @throws ApiError ValidationError for values outside their ranges.
 */
export function healthCheckSettings(
  input: Partial<CreateTargetGroupInput>,
  known: HealthCheckSettings,
): HealthCheckSettings {
  const settings: HealthCheckSettings = {
    healthCheckEnabled: boolean(input.HealthCheckEnabled) ?? known.healthCheckEnabled,
    healthCheckProtocol: input.HealthCheckProtocol ?? known.healthCheckProtocol,
    healthCheckPort: input.HealthCheckPort ?? known.healthCheckPort,
    healthCheckPath: input.HealthCheckPath ?? known.healthCheckPath,
    healthCheckIntervalSeconds:
      integer('healthCheckIntervalSeconds', input.HealthCheckIntervalSeconds, 5, 300) ??
      known.healthCheckIntervalSeconds,
    healthCheckTimeoutSeconds:
      integer('healthCheckTimeoutSeconds', input.HealthCheckTimeoutSeconds, 2, 120) ??
      known.healthCheckTimeoutSeconds,
    healthyThresholdCount:
      integer('healthyThresholdCount', input.HealthyThresholdCount, 2, 10) ?? known.healthyThresholdCount,
    unhealthyThresholdCount:
      integer('unhealthyThresholdCount', input.UnhealthyThresholdCount, 2, 10) ??
      known.unhealthyThresholdCount,
    matcher: input.Matcher?.HttpCode ?? input.Matcher?.GrpcCode ?? known.matcher,
  };
  const { healthCheckIntervalSeconds: interval, healthCheckTimeoutSeconds: timeout } = settings;
  if (timeout >= interval) {
    throw invalid(`Health check timeout '${timeout}' must be smaller than the interval '${interval}'`);
  }
  if (!/^\/[^\s]{0,1023}$/.test(settings.healthCheckPath)) {
    throw invalid(`Health check path '${settings.healthCheckPath}' must begin with '/' and have no spaces`);
  }
  if (settings.healthCheckPort !== 'traffic-port')
    integer('healthCheckPort', settings.healthCheckPort, 1, 65_535);
  if (!/^\d{1,3}(-\d{1,3})?(,\d{1,3}(-\d{1,3})?)*$/.test(settings.matcher)) {
    throw invalid(`Health check matcher HTTP code '${settings.matcher}' must be within '200-499' inclusive`);
  }
  return settings;
}
