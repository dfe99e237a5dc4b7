import type {
  CreateDeploymentInput,
  CreateDeploymentOutput,
  DeploymentInfo,
} from '@aws-sdk/client-codedeploy';
import { ApiError } from '../kernel/api-error.ts';
import { parseAppSpec } from './appspec.ts';
import { Deployment, newDeploymentId } from './deployment.ts';
import { checkAlarms, checkAutoRollback } from './group-checks.ts';
import { runDeployment } from './lifecycle.ts';
import { registerRevision, resolveRevision, shownRevision } from './revision.ts';
import type { CodeDeployState } from './state.ts';

const LONGEST_DESCRIPTION = 256;

/** There is no idempotency token: a second call meets the first one's deployment as the active one. */
export function createDeployment(
  state: CodeDeployState,
  input: CreateDeploymentInput,
): CreateDeploymentOutput {
  const application = state.application(input.applicationName);
  const group = state.group(input.applicationName, input.deploymentGroupName);
  if (application.computePlatform !== 'ECS') {
    throw new ApiError(
      'UnsupportedActionForDeploymentTypeException',
      'The simulator runs deployments of the compute platform ECS only',
    );
  }
  const description = input.description ?? '';
  if (description.length > LONGEST_DESCRIPTION) {
    throw new ApiError(
      'DescriptionTooLongException',
      `The description has ${description.length} characters; at most ${LONGEST_DESCRIPTION} are allowed`,
    );
  }
  const appSpec = resolveRevision(application, input.revision);
  const parsed = parseAppSpec(appSpec.content ?? '');
  const config = state.config(input.deploymentConfigName ?? group.deploymentConfigName);
  if (config.computePlatform !== 'ECS') {
    throw new ApiError(
      'InvalidDeploymentConfigNameException',
      `The deployment configuration ${config.deploymentConfigName ?? ''} is not for the ECS compute platform`,
    );
  }
  checkAutoRollback(input.autoRollbackConfiguration);
  checkAlarms(input.overrideAlarmConfiguration);
  const groupName = group.deploymentGroupName ?? '';
  const earlier = state.deploymentsOf(application.name, groupName);
  const active = earlier.find((one) => one.active);
  if (active !== undefined) {
    throw new ApiError(
      'DeploymentLimitExceededException',
      `The Deployment Group '${groupName}' already has an active Deployment '${active.id}'`,
    );
  }

  const now = state.sim.clock.date();
  const registered = registerRevision(application, appSpec, now);
  registered.firstUsedTime ??= now;
  registered.lastUsedTime = now;
  registered.deploymentGroups.add(groupName);
  const previous = earlier.find(({ info }) => info.status === 'Succeeded')?.info.revision;
  const revision = shownRevision(appSpec.sha256);
  const info: DeploymentInfo = {
    applicationName: application.name,
    deploymentGroupName: groupName,
    deploymentConfigName: config.deploymentConfigName,
    deploymentId: newDeploymentId(),
    ...(previous === undefined ? {} : { previousRevision: previous }),
    revision,
    status: 'Created',
    createTime: now,
    ...(description === '' ? {} : { description }),
    creator: 'user',
    ignoreApplicationStopFailures: false,
    autoRollbackConfiguration: input.autoRollbackConfiguration ??
      group.autoRollbackConfiguration ?? { enabled: false, events: [] },
    updateOutdatedInstancesOnly: false,
    deploymentStyle: group.deploymentStyle,
    instanceTerminationWaitTimeStarted: false,
    blueGreenDeploymentConfiguration: group.blueGreenDeploymentConfiguration,
    loadBalancerInfo: group.loadBalancerInfo,
    deploymentStatusMessages: [],
    fileExistsBehavior: 'DISALLOW',
    computePlatform: 'ECS',
    ...(input.overrideAlarmConfiguration === undefined
      ? {}
      : { overrideAlarmConfiguration: input.overrideAlarmConfiguration }),
  };
  const [service] = group.ecsServices ?? [];
  const deployment = new Deployment(
    state.sim.clock,
    info,
    parsed,
    service?.clusterName ?? '',
    service?.serviceName ?? '',
  );
  state.deployments.set(deployment.id, deployment);
  group.targetRevision = revision;
  group.lastAttemptedDeployment = { deploymentId: deployment.id, status: 'Created', createTime: now };
  void runDeployment(state, deployment);
  return { deploymentId: deployment.id };
}
