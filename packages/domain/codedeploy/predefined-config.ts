import type { DeploymentConfig, TrafficRouting } from './deployment.ts';

const PREFIX = 'CodeDeployDefault.';

/** CodeDeploy's own configurations for ECS, which nobody can change. Source: CodeDeploy user guide, deployment configurations. */
const PREDEFINED: Readonly<Record<string, TrafficRouting>> = {
  ECSAllAtOnce: { type: 'AllAtOnce' },
  ECSCanary10Percent5Minutes: { type: 'TimeBasedCanary', percentage: 10, intervalMinutes: 5 },
  ECSCanary10Percent15Minutes: { type: 'TimeBasedCanary', percentage: 10, intervalMinutes: 15 },
  ECSLinear10PercentEvery1Minutes: { type: 'TimeBasedLinear', percentage: 10, intervalMinutes: 1 },
  ECSLinear10PercentEvery3Minutes: { type: 'TimeBasedLinear', percentage: 10, intervalMinutes: 3 },
};

/** The configuration, if it is one of those that need not be asked for. */
export function predefinedConfig(name: string): DeploymentConfig | undefined {
  const short = name.startsWith(PREFIX) ? name.slice(PREFIX.length) : '';
  const routing = Object.hasOwn(PREDEFINED, short) ? PREDEFINED[short] : undefined;
  return routing === undefined ? undefined : { name, routing, computePlatform: 'ECS' };
}
