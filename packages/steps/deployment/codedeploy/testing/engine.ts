import type { DeploymentGroup } from '@cutover/domain/codedeploy/deployment';
import type { World } from '../../../world.ts';
import { CodeDeployEngine } from '../engine.ts';
import type { CodeDeployOptions } from '../options.ts';

const GROUP: DeploymentGroup = {
  application: 'shop',
  name: 'web',
  config: 'CodeDeployDefault.ECSAllAtOnce',
  computePlatform: 'ECS',
  services: [{ cluster: 'shop', service: 'web' }],
  targetGroups: ['blue', 'green'],
  readyAction: 'CONTINUE_DEPLOYMENT',
  readyWaitMinutes: 0,
  terminationWaitMinutes: 0,
  autoRollbackEvents: [],
};

/** Options of CodeDeploy when no input of a step is given. */
export const NO_OPTIONS: CodeDeployOptions = {
  application: undefined,
  group: undefined,
  config: undefined,
  appSpec: undefined,
  description: undefined,
  autoRollbackEvents: [],
  ignorePollAlarmFailure: false,
  container: {},
  hooks: 0,
};

/** The engine of service web in cluster shop, by group shop/web. */
export function engineOfWeb(
  world: World,
  group: Partial<DeploymentGroup> = {},
  options: Partial<CodeDeployOptions> = {},
): CodeDeployEngine {
  return new CodeDeployEngine(
    world,
    { cluster: 'shop', service: 'web' },
    { ...GROUP, ...group },
    { ...NO_OPTIONS, ...options },
  );
}
