import { randomUUID } from 'node:crypto';
import type {
  CreateDeploymentConfigInput,
  CreateDeploymentConfigOutput,
  TrafficRoutingConfig,
} from '@aws-sdk/client-codedeploy';
import { ApiError } from '../kernel/api-error.ts';
import { checkedName } from './names.ts';
import type { CodeDeployState } from './state.ts';

export function createDeploymentConfig(
  state: CodeDeployState,
  input: CreateDeploymentConfigInput,
): CreateDeploymentConfigOutput {
  const name = checkedName('DeploymentConfig', input.deploymentConfigName);
  if (name.startsWith('CodeDeployDefault.')) {
    throw new ApiError(
      'InvalidDeploymentConfigNameException',
      `The name ${name} begins with CodeDeployDefault., which is reserved`,
    );
  }
  if (state.configs.has(name)) {
    throw new ApiError(
      'DeploymentConfigAlreadyExistsException',
      `A deployment configuration with the name ${name} already exists`,
    );
  }
  const computePlatform = input.computePlatform ?? 'Server';
  if (!['Server', 'Lambda', 'ECS'].includes(computePlatform)) {
    throw new ApiError(
      'InvalidComputePlatformException',
      `The compute platform is Server, Lambda or ECS, not ${computePlatform}`,
    );
  }
  if (computePlatform === 'Server' && input.minimumHealthyHosts === undefined) {
    throw new ApiError('InvalidMinimumHealthyHostValueException', 'minimumHealthyHosts must be specified');
  }
  const routing = input.trafficRoutingConfig ?? { type: 'AllAtOnce' as const };
  if (computePlatform !== 'Server') checkRouting(routing);
  const id = randomUUID();
  state.configs.set(name, {
    deploymentConfigId: id,
    deploymentConfigName: name,
    computePlatform,
    createTime: state.sim.clock.date(),
    ...(computePlatform === 'Server'
      ? { minimumHealthyHosts: input.minimumHealthyHosts }
      : { trafficRoutingConfig: routing }),
  });
  return { deploymentConfigId: id };
}

/** One increment is at most 99 %, and from the first shift to the last pass at most 2880 minutes. */
function checkRouting(routing: TrafficRoutingConfig): void {
  const { canaryPercentage, canaryInterval } = routing.timeBasedCanary ?? {};
  const { linearPercentage, linearInterval } = routing.timeBasedLinear ?? {};
  const [percentage, interval] =
    routing.type === 'TimeBasedCanary'
      ? [canaryPercentage, canaryInterval]
      : [linearPercentage, linearInterval];
  if (routing.type === 'AllAtOnce') return;
  const valid =
    (routing.type === 'TimeBasedCanary' || routing.type === 'TimeBasedLinear') &&
    percentage !== undefined &&
    interval !== undefined &&
    percentage >= 1 &&
    percentage <= 99 &&
    interval >= 1 &&
    interval * (routing.type === 'TimeBasedLinear' ? Math.ceil(100 / percentage) - 1 : 1) <= 2880;
  if (!valid) {
    throw new ApiError(
      'InvalidTrafficRoutingConfigurationException',
      'A canary or linear configuration needs a percentage from 1 to 99 and an interval of whole minutes, and must be over ' +
        'within 2880 minutes',
    );
  }
}
