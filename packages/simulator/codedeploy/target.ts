import type { DeploymentTarget, ECSTaskSet } from '@aws-sdk/client-codedeploy';
import type { TaskSet } from '@aws-sdk/client-ecs';
import { ApiError } from '../kernel/api-error.ts';
import type { Simulator } from '../kernel/simulator.ts';
import type { Deployment } from './deployment.ts';
import { findService } from './ecs-service.ts';
import { DeploymentFailure } from './failure.ts';
import { sharesOf } from './listeners.ts';

/** The deployment's task sets as ECS and the production listener have them now. */
export async function taskSetsInfo(sim: Simulator, deployment: Deployment): Promise<ECSTaskSet[]> {
  const service = await findService(sim, deployment.cluster, deployment.service);
  const { change } = deployment;
  const groupOf = (taskSet: TaskSet): string => taskSet.loadBalancers?.[0]?.targetGroupArn ?? '';
  const taskSets = (service?.taskSets ?? []).filter((one) =>
    change === undefined
      ? one.status === 'PRIMARY'
      : one.id === change.blueTaskSet || one.id === change.greenTaskSet,
  );
  let shares = new Map<string, number>();
  const listener =
    deployment.info.loadBalancerInfo?.targetGroupPairInfoList?.[0]?.prodTrafficRoute?.listenerArns?.[0];
  if (listener !== undefined) {
    try {
      shares = await sharesOf(sim, listener, taskSets.map(groupOf));
    } catch (error) {
      // A listener that is gone carries no traffic.
      if (!(error instanceof DeploymentFailure)) throw error;
    }
  }
  return taskSets.map((one) => ({
    identifer: one.id,
    desiredCount: one.computedDesiredCount,
    pendingCount: one.pendingCount,
    runningCount: one.runningCount,
    status: one.status,
    trafficWeight: shares.get(groupOf(one)) ?? 0,
    targetGroup: { name: groupOf(one).split('/')[1] },
    taskSetLabel: one.id === change?.greenTaskSet ? 'Green' : 'Blue',
  }));
}

/** @throws ApiError DeploymentNotStartedException while the deployment is Created */
export async function describeTarget(sim: Simulator, deployment: Deployment): Promise<DeploymentTarget> {
  requireStarted(deployment);
  return {
    deploymentTargetType: 'ECSTarget',
    ecsTarget: {
      deploymentId: deployment.id,
      targetId: deployment.targetId,
      targetArn: sim.arn('ecs', `service/${deployment.cluster}/${deployment.service}`),
      lastUpdatedAt: deployment.lastUpdatedAt,
      lifecycleEvents: deployment.events.map((event) => ({ ...event })),
      status: deployment.targetStatus,
      taskSetsInfo: deployment.finalTaskSets ?? (await taskSetsInfo(sim, deployment)),
    },
  };
}

export function requireStarted(deployment: Deployment): void {
  if (deployment.info.startTime === undefined) {
    throw new ApiError(
      'DeploymentNotStartedException',
      `The specified deployment has not started: ${deployment.id}`,
    );
  }
}

/** @throws ApiError for an id that is missing, malformed or not the deployment's target */
export function requireTarget(deployment: Deployment, targetId: string | undefined): void {
  if (targetId === undefined || targetId === '') {
    throw new ApiError('DeploymentTargetIdRequiredException', 'A deployment target ID must be provided');
  }
  if (!/^[\w-]+:[\w-]+$/.test(targetId)) {
    throw new ApiError(
      'InvalidDeploymentTargetIdException',
      `The target ID '${targetId}' must have the form <cluster name>:<service name>`,
    );
  }
  if (targetId !== deployment.targetId) {
    throw new ApiError(
      'DeploymentTargetDoesNotExistException',
      `The target ${targetId} does not belong to deployment ${deployment.id}`,
    );
  }
}
