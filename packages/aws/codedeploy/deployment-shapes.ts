import type {
  AlarmConfiguration,
  DeploymentConfigInfo,
  DeploymentGroupInfo,
  DeploymentInfo,
  ECSTarget,
} from '@aws-sdk/client-codedeploy';
import type {
  AlarmOverride,
  DeploymentConfig,
  DeploymentGroup,
  DeploymentState,
  DeploymentTarget,
  TrafficRouting,
} from '@cutover/domain/codedeploy/deployment';

/** GetDeployment's answer as a domain value. */
export function deploymentState(id: string, info: DeploymentInfo): DeploymentState {
  const { rollbackInfo: rollback, errorInformation: error } = info;
  const place = info.revision?.s3Location;
  return {
    id,
    application: info.applicationName ?? '',
    group: info.deploymentGroupName ?? '',
    config: info.deploymentConfigName ?? '',
    status: info.status ?? '',
    description: info.description ?? '',
    creator: info.creator ?? '',
    ...(info.createTime === undefined ? {} : { createdAt: info.createTime.getTime() }),
    ...(info.completeTime === undefined ? {} : { completedAt: info.completeTime.getTime() }),
    ...(error === undefined ? {} : { error: { code: error.code ?? '', message: error.message ?? '' } }),
    ...(rollback?.rollbackDeploymentId === undefined
      ? {}
      : { rollbackDeploymentId: rollback.rollbackDeploymentId }),
    ...(rollback?.rollbackMessage === undefined ? {} : { rollbackMessage: rollback.rollbackMessage }),
    autoRollbackEvents: rollbackEvents(info.autoRollbackConfiguration),
    terminationWaitStarted: info.instanceTerminationWaitTimeStarted ?? false,
    ...(info.revision === undefined ? {} : { sentRevision: info.revision }),
    ...(place === undefined ? {} : { appSpecAt: `s3://${place.bucket ?? ''}/${place.key ?? ''}` }),
  };
}

export function targetState(target: ECSTarget): DeploymentTarget {
  return {
    status: target.status ?? '',
    events: (target.lifecycleEvents ?? []).map((event) => ({
      name: event.lifecycleEventName ?? '',
      status: event.status ?? '',
      ...(event.startTime === undefined ? {} : { startedAt: event.startTime.getTime() }),
      ...(event.endTime === undefined ? {} : { endedAt: event.endTime.getTime() }),
      ...(event.diagnostics === undefined
        ? {}
        : {
            diagnostics: [event.diagnostics.errorCode, event.diagnostics.message, event.diagnostics.logTail]
              .filter(Boolean)
              .join(': '),
          }),
    })),
    taskSets: (target.taskSetsInfo ?? []).map((set) => ({
      // The API itself spells it without the second i.
      id: set.identifer ?? '',
      ...(set.taskSetLabel === undefined ? {} : { label: set.taskSetLabel }),
      status: set.status ?? '',
      trafficWeight: set.trafficWeight ?? 0,
      desired: set.desiredCount ?? 0,
      running: set.runningCount ?? 0,
      pending: set.pendingCount ?? 0,
      ...(set.targetGroup?.name === undefined ? {} : { targetGroupName: set.targetGroup.name }),
    })),
  };
}

export function groupState(info: DeploymentGroupInfo): DeploymentGroup {
  const blueGreen = info.blueGreenDeploymentConfiguration;
  const pair = info.loadBalancerInfo?.targetGroupPairInfoList?.[0];
  const production = pair?.prodTrafficRoute?.listenerArns?.[0];
  const test = pair?.testTrafficRoute?.listenerArns?.[0];
  return {
    application: info.applicationName ?? '',
    name: info.deploymentGroupName ?? '',
    config: info.deploymentConfigName ?? '',
    computePlatform: info.computePlatform ?? '',
    ...(info.serviceRoleArn === undefined ? {} : { serviceRole: info.serviceRoleArn }),
    services: (info.ecsServices ?? []).map(({ clusterName = '', serviceName = '' }) => ({
      cluster: clusterName,
      service: serviceName,
    })),
    targetGroups: (pair?.targetGroups ?? []).flatMap(({ name }) => name ?? []),
    ...(production === undefined ? {} : { productionListener: production }),
    ...(test === undefined ? {} : { testListener: test }),
    readyAction: blueGreen?.deploymentReadyOption?.actionOnTimeout ?? 'CONTINUE_DEPLOYMENT',
    readyWaitMinutes: blueGreen?.deploymentReadyOption?.waitTimeInMinutes ?? 0,
    terminationWaitMinutes:
      blueGreen?.terminateBlueInstancesOnDeploymentSuccess?.terminationWaitTimeInMinutes ?? 0,
    autoRollbackEvents: rollbackEvents(info.autoRollbackConfiguration),
    ...(info.lastAttemptedDeployment?.status === undefined
      ? {}
      : { newestStatus: info.lastAttemptedDeployment.status }),
    ...(info.alarmConfiguration === undefined ? {} : { alarms: alarmsOf(info.alarmConfiguration) }),
  };
}

function alarmsOf({ enabled, ignorePollAlarmFailure, alarms = [] }: AlarmConfiguration): AlarmOverride {
  return {
    enabled: enabled ?? false,
    names: alarms.flatMap(({ name }) => name ?? []),
    ignorePollFailure: ignorePollAlarmFailure ?? false,
  };
}

export function configState(name: string, info: DeploymentConfigInfo): DeploymentConfig {
  const { type, timeBasedCanary: canary, timeBasedLinear: linear } = info.trafficRoutingConfig ?? {};
  const routing: TrafficRouting =
    type === 'TimeBasedCanary'
      ? { type, percentage: canary?.canaryPercentage ?? 0, intervalMinutes: canary?.canaryInterval ?? 0 }
      : type === 'TimeBasedLinear'
        ? { type, percentage: linear?.linearPercentage ?? 1, intervalMinutes: linear?.linearInterval ?? 0 }
        : { type: 'AllAtOnce' };
  return {
    name: info.deploymentConfigName ?? name,
    routing,
    ...(info.computePlatform === undefined ? {} : { computePlatform: info.computePlatform }),
  };
}

function rollbackEvents(
  configuration: { enabled?: boolean | undefined; events?: readonly string[] | undefined } | undefined,
): readonly string[] {
  return configuration?.enabled === true ? (configuration.events ?? []) : [];
}
