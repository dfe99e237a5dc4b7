import type {
  AlarmConfiguration,
  AutoRollbackConfiguration,
  DeploymentGroupInfo,
} from '@aws-sdk/client-codedeploy';
import type { DescribeListenersOutput } from '@aws-sdk/client-elastic-load-balancing-v2';
import { ApiError } from '../kernel/api-error.ts';
import { findService } from './ecs-service.ts';
import type { CodeDeployState } from './state.ts';

/**
 * Checks a group as it would be after the change.
 * @throws ApiError with the exception of the part that is wrong
 */
export async function checkGroup(state: CodeDeployState, group: DeploymentGroupInfo): Promise<void> {
  if (group.serviceRoleArn === undefined || group.serviceRoleArn === '')
    throw new ApiError('RoleRequiredException', 'The role ARN is required');
  if (!/^arn:[^:]+:iam::\d{12}:role\/.+$/.test(group.serviceRoleArn)) {
    throw new ApiError('InvalidRoleException', `The role ARN '${group.serviceRoleArn}' is not valid`);
  }
  if (group.computePlatform !== 'ECS') {
    if ((group.ecsServices ?? []).length > 0) {
      throw new ApiError(
        'InvalidECSServiceException',
        `Should not specify ECS services parameter for ${group.computePlatform ?? 'Server'} deployment group`,
      );
    }
    // Groups of the other platforms are kept; nothing is deployed with them.
    return;
  }
  const config = state.config(group.deploymentConfigName);
  checkAutoRollback(group.autoRollbackConfiguration);
  checkAlarms(group.alarmConfiguration);
  if ((group.autoScalingGroups ?? []).length > 0) {
    throw new ApiError(
      'InvalidAutoScalingGroupException',
      'For ECS deployment group, autoScalingGroups can not be specified',
    );
  }
  if (config.computePlatform !== 'ECS') {
    throw new ApiError(
      'InvalidDeploymentConfigNameException',
      `The deployment configuration ${config.deploymentConfigName ?? ''} is not for the ECS compute platform`,
    );
  }
  checkBlueGreen(group);
  checkLoadBalancer(group);
  await checkService(state, group);
  if (config.trafficRoutingConfig?.type !== 'AllAtOnce') await requireApplicationLoadBalancer(state, group);
}

export function checkAutoRollback(config: AutoRollbackConfiguration | undefined): void {
  const known = ['DEPLOYMENT_FAILURE', 'DEPLOYMENT_STOP_ON_ALARM', 'DEPLOYMENT_STOP_ON_REQUEST'];
  const events = config?.events ?? [];
  if ((config?.enabled === true && events.length === 0) || events.some((event) => !known.includes(event))) {
    throw new ApiError(
      'InvalidAutoRollbackConfigException',
      `An automatic rollback that is enabled needs one or more of the events ${known.join(', ')}`,
    );
  }
}

export function checkAlarms(config: AlarmConfiguration | undefined): void {
  const names = (config?.alarms ?? []).map(({ name }) => name);
  if (names.length > 10)
    throw new ApiError('AlarmsLimitExceededException', 'A deployment group can have at most 10 alarms');
  const wrong = names.some((name) => name === undefined || name === '' || name.length > 255);
  if (wrong || new Set(names).size < names.length || (config?.enabled === true && names.length === 0)) {
    throw new ApiError(
      'InvalidAlarmConfigException',
      'Alarm names must be present, different from one another and at most 255 characters long',
    );
  }
}

function checkBlueGreen(group: DeploymentGroupInfo): void {
  const { deploymentType, deploymentOption } = group.deploymentStyle ?? {};
  if (deploymentType !== 'BLUE_GREEN' || deploymentOption !== 'WITH_TRAFFIC_CONTROL') {
    throw new ApiError(
      'InvalidDeploymentStyleException',
      'For ECS deployment group, the deployment style must be BLUE_GREEN and WITH_TRAFFIC_CONTROL',
    );
  }
  const { terminateBlueInstancesOnDeploymentSuccess: terminate, deploymentReadyOption: ready } =
    group.blueGreenDeploymentConfiguration ?? {};
  const invalid = (message: string): ApiError =>
    new ApiError('InvalidBlueGreenDeploymentConfigurationException', message);
  if (terminate === undefined || ready === undefined) {
    throw invalid(
      'For ECS deployment group, deploymentReadyOption and terminateBlueInstancesOnDeploymentSuccess must be specified',
    );
  }
  if (group.blueGreenDeploymentConfiguration?.greenFleetProvisioningOption !== undefined) {
    throw new ApiError(
      'InvalidAutoScalingGroupException',
      'For ECS deployment group, autoScalingGroups can not be specified',
    );
  }
  // KEEP_ALIVE for ECS was seen refused; AWS documents nothing about it.
  if (terminate.action !== 'TERMINATE')
    throw invalid('For ECS deployment group, the action must be TERMINATE');
  const wait = terminate.terminationWaitTimeInMinutes ?? 0;
  if (wait < 0 || wait > 2880) throw invalid('terminationWaitTimeInMinutes must be between 0 and 2880');
  const readyWait = ready.waitTimeInMinutes ?? 0;
  if (ready.actionOnTimeout === 'CONTINUE_DEPLOYMENT' && readyWait !== 0) {
    throw invalid('waitTimeInMinutes must be 0 when actionOnTimeout is CONTINUE_DEPLOYMENT');
  }
  if (ready.actionOnTimeout === 'STOP_DEPLOYMENT' && readyWait <= 0) {
    throw invalid('waitTimeInMinutes must be greater than 0 when actionOnTimeout is STOP_DEPLOYMENT');
  }
}

function checkLoadBalancer(group: DeploymentGroupInfo): void {
  const pairs = group.loadBalancerInfo?.targetGroupPairInfoList ?? [];
  const [pair] = pairs;
  const names = (pair?.targetGroups ?? []).map(({ name }) => name ?? '');
  if (pairs.length !== 1 || names.length !== 2 || names.includes('') || names[0] === names[1]) {
    throw new ApiError(
      'InvalidTargetGroupPairException',
      'A deployment group associated with an application that uses the ECS compute platform must contain a valid pair of ' +
        'target groups that identify a load balancer.',
    );
  }
  const listeners = [pair?.prodTrafficRoute, pair?.testTrafficRoute].filter((route) => route !== undefined);
  if (pair?.prodTrafficRoute === undefined || listeners.some((route) => route.listenerArns?.length !== 1)) {
    throw new ApiError(
      'InvalidTargetGroupPairException',
      'The production traffic route, and the test traffic route if there is one, must have exactly one listener',
    );
  }
}

async function checkService(state: CodeDeployState, group: DeploymentGroupInfo): Promise<void> {
  const [service, ...more] = group.ecsServices ?? [];
  const { serviceName = '', clusterName = '' } = service ?? {};
  if (serviceName === '' || clusterName === '' || more.length > 0) {
    throw new ApiError(
      'InvalidECSServiceException',
      'An ECS deployment group must have exactly one ECS service with its cluster',
    );
  }
  for (const application of state.applications.values()) {
    for (const other of application.groups.values()) {
      const [used] = other.ecsServices ?? [];
      if (other.deploymentGroupId === group.deploymentGroupId) continue;
      if (used?.serviceName !== serviceName || used.clusterName !== clusterName) continue;
      throw new ApiError(
        'ECSServiceMappingLimitExceededException',
        `The ECS service ${serviceName} is already associated with the deployment group ${other.deploymentGroupName ?? ''}`,
      );
    }
  }
  const found = await findService(state.sim, clusterName, serviceName);
  if (found === undefined || found.status !== 'ACTIVE') {
    throw new ApiError(
      'InvalidECSServiceException',
      `The ECS service ${serviceName} in cluster ${clusterName} does not exist or is not ACTIVE`,
    );
  }
  if (found.deploymentController?.type !== 'CODE_DEPLOY') {
    throw new ApiError(
      'InvalidECSServiceException',
      "Deployment group's ECS service must be configured for a CODE_DEPLOY deployment controller.",
    );
  }
}

/** A listener that does not exist is found out only by the deployment. */
async function requireApplicationLoadBalancer(
  state: CodeDeployState,
  group: DeploymentGroupInfo,
): Promise<void> {
  const arns = group.loadBalancerInfo?.targetGroupPairInfoList?.[0]?.prodTrafficRoute?.listenerArns ?? [];
  let found: DescribeListenersOutput;
  try {
    found = await state.sim.call<DescribeListenersOutput>('elasticloadbalancing', 'DescribeListeners', {
      ListenerArns: arns,
    });
  } catch (error) {
    if (error instanceof ApiError) return;
    throw error;
  }
  if (found.Listeners?.some(({ LoadBalancerArn }) => LoadBalancerArn?.includes(':loadbalancer/net/'))) {
    throw new ApiError(
      'InvalidTrafficRoutingConfigurationException',
      'Only ALB supports gradual traffic routing, use AllAtOnce Traffic routing instead when you create/update Deployment ' +
        'group.',
    );
  }
}
