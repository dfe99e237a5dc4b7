import { randomUUID } from 'node:crypto';
import type { DeploymentConfigInfo, TrafficRoutingConfig } from '@aws-sdk/client-codedeploy';

const MINUTE_MS = 60_000;

const canary = (percentage: number, minutes: number): TrafficRoutingConfig => ({
  type: 'TimeBasedCanary',
  timeBasedCanary: { canaryPercentage: percentage, canaryInterval: minutes },
});
const linear = (percentage: number, minutes: number): TrafficRoutingConfig => ({
  type: 'TimeBasedLinear',
  timeBasedLinear: { linearPercentage: percentage, linearInterval: minutes },
});

const PREDEFINED: Readonly<Record<string, TrafficRoutingConfig>> = {
  'CodeDeployDefault.ECSAllAtOnce': { type: 'AllAtOnce' },
  'CodeDeployDefault.ECSLinear10PercentEvery1Minutes': linear(10, 1),
  'CodeDeployDefault.ECSLinear10PercentEvery3Minutes': linear(10, 3),
  'CodeDeployDefault.ECSCanary10Percent5Minutes': canary(10, 5),
  'CodeDeployDefault.ECSCanary10Percent15Minutes': canary(10, 15),
};

/** The configurations for ECS that every account has. Those for servers and Lambda are left out. */
export function predefinedConfigs(createTime: Date): Map<string, DeploymentConfigInfo> {
  return new Map(
    Object.entries(PREDEFINED).map(([deploymentConfigName, trafficRoutingConfig]) => [
      deploymentConfigName,
      {
        deploymentConfigId: randomUUID(),
        deploymentConfigName,
        computePlatform: 'ECS',
        createTime,
        trafficRoutingConfig,
      },
    ]),
  );
}

/** Green's share of the production traffic: `percent` from `atMs` after the start of AllowTraffic, in AWS time. */
export interface TrafficStep {
  readonly atMs: number;
  readonly percent: number;
}

/** Every increment shifts at the start of its interval; there is no wait after the last. */
export function trafficSteps(routing: TrafficRoutingConfig | undefined): readonly TrafficStep[] {
  switch (routing?.type) {
    case 'TimeBasedCanary': {
      const { canaryPercentage = 10, canaryInterval = 5 } = routing.timeBasedCanary ?? {};
      return [
        { atMs: 0, percent: canaryPercentage },
        { atMs: canaryInterval * MINUTE_MS, percent: 100 },
      ];
    }
    case 'TimeBasedLinear': {
      const { linearPercentage = 10, linearInterval = 1 } = routing.timeBasedLinear ?? {};
      return Array.from({ length: Math.ceil(100 / linearPercentage) }, (_, index) => ({
        atMs: index * linearInterval * MINUTE_MS,
        percent: Math.min(100, (index + 1) * linearPercentage),
      }));
    }
    case 'AllAtOnce':
    case undefined:
    default:
      return [{ atMs: 0, percent: 100 }];
  }
}
