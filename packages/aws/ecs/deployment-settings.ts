import type { DeploymentConfiguration } from '@aws-sdk/client-ecs';
import type { DeploymentSettings } from '@cutover/domain/ecs/service-deployment';

/** Defaults of the API model of ECS. */
const DEFAULTS = {
  stepPercent: 10,
  stepMinutes: 6,
  canaryMinutes: 10,
  bakeMinutes: 15,
  pauseMinutes: 1440,
  minimumHealthyPercent: 100,
  maximumPercent: 200,
} as const;

/** A deployment configuration with AWS's defaults filled in. */
export function settingsOf(configuration: DeploymentConfiguration = {}): DeploymentSettings {
  const { alarms, bakeTimeInMinutes, deploymentCircuitBreaker: breaker, lifecycleHooks = [] } = configuration;
  const strategy = configuration.strategy ?? 'ROLLING';
  return {
    strategy,
    bakeMinutes: bakeTimeInMinutes ?? (strategy === 'ROLLING' ? 0 : DEFAULTS.bakeMinutes),
    ...stepsOf(strategy, configuration),
    breaker: { enabled: breaker?.enable === true, rollback: breaker?.rollback === true },
    alarms: {
      enabled: alarms?.enable === true,
      rollback: alarms?.rollback === true,
      names: alarms?.alarmNames ?? [],
    },
    hooks: lifecycleHooks.map(
      ({ lifecycleStages = [], targetType = 'AWS_LAMBDA', timeoutConfiguration }) => ({
        type: targetType,
        stages: lifecycleStages,
        timeoutMinutes: timeoutConfiguration?.timeoutInMinutes ?? DEFAULTS.pauseMinutes,
      }),
    ),
    minimumHealthyPercent: configuration.minimumHealthyPercent ?? DEFAULTS.minimumHealthyPercent,
    maximumPercent: configuration.maximumPercent ?? DEFAULTS.maximumPercent,
  };
}

function stepsOf(
  strategy: string,
  { canaryConfiguration, linearConfiguration }: DeploymentConfiguration,
): Pick<DeploymentSettings, 'stepMinutes' | 'steps'> {
  switch (strategy) {
    case 'LINEAR':
      return {
        steps: Math.ceil(100 / (linearConfiguration?.stepPercent ?? DEFAULTS.stepPercent)),
        stepMinutes: linearConfiguration?.stepBakeTimeInMinutes ?? DEFAULTS.stepMinutes,
      };
    case 'CANARY':
      return {
        steps: 2,
        stepMinutes: canaryConfiguration?.canaryBakeTimeInMinutes ?? DEFAULTS.canaryMinutes,
      };
    default:
      return { steps: 1, stepMinutes: 0 };
  }
}
