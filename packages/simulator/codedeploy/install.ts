import type { Change, Deployment } from './deployment.ts';
import { createReplacement, deleteTaskSet, deployableService, findService } from './ecs-service.ts';
import { DeploymentFailure, elbInvalid } from './failure.ts';
import { sharesOf, shift, targetGroupArns } from './listeners.ts';
import type { CodeDeployState } from './state.ts';

// AWS time.
const LIMIT_MS = 3_600_000;
/** Assumption: how often CodeDeploy looks at the task set. */
const POLL_MS = 5000;

/** Creates the replacement task set in the idle target group and waits until it is steady. */
export async function install(state: CodeDeployState, deployment: Deployment): Promise<Change> {
  const { sim } = state;
  const { cluster, service: serviceName, appSpec, info } = deployment;
  const pair = info.loadBalancerInfo?.targetGroupPairInfoList?.[0];
  const prodListenerArn = pair?.prodTrafficRoute?.listenerArns?.[0];
  if (pair === undefined || prodListenerArn === undefined || appSpec === undefined) {
    throw new DeploymentFailure(
      'MISSING_ELB_INFORMATION',
      'The deployment failed because the deployment group has no pair of target groups.',
    );
  }
  const testListenerArn = pair.testTrafficRoute?.listenerArns?.[0];
  const { service, primary } = await deployableService(sim, cluster, serviceName);
  const groups = await targetGroupArns(
    sim,
    (pair.targetGroups ?? []).map(({ name }) => name ?? ''),
  );
  const blueGroupArn = primary.loadBalancers?.[0]?.targetGroupArn ?? '';
  const greenGroupArn = groups.find((arn) => arn !== blueGroupArn) ?? '';
  const strays = (service.taskSets ?? []).filter(
    (one) => one.status === 'ACTIVE' && one.loadBalancers?.[0]?.targetGroupArn === greenGroupArn,
  );
  for (const listener of [prodListenerArn, testListenerArn]) {
    if (listener === undefined) continue;
    const shares = await sharesOf(sim, listener, groups);
    if ((shares.get(blueGroupArn) ?? 0) === 0) {
      throw elbInvalid(`Primary taskset target group must be behind listener ${listener}`);
    }
    const stray = strays[0]?.id;
    if (listener === prodListenerArn && stray !== undefined && (shares.get(greenGroupArn) ?? 0) > 0) {
      throw elbInvalid(
        `TaskSet <${stray}> is behind prod listener ${listener}. Verify that the TaskSet <${primary.id ?? ''}> is still ` +
          'serving production traffic and update the listener rule if required.',
      );
    }
  }
  const change: Change = {
    blueTaskSet: primary.id ?? '',
    blueGroupArn,
    greenGroupArn,
    prodListenerArn,
    testListenerArn,
    greenTaskSet: undefined,
    testMoved: false,
    prodMoved: false,
    primaryMoved: false,
  };
  deployment.change = change;
  // Assumption: what a stopped deployment left in the idle group makes room for the new task set.
  for (const { id = '' } of strays) await deleteTaskSet(sim, cluster, serviceName, id);
  const routing = state.configs.get(info.deploymentConfigName ?? '')?.trafficRoutingConfig;
  if (routing?.type !== 'AllAtOnce') {
    // With a gradual shift the load balancer checks green's health during Install; with all at once, only if the listener
    // names the idle group already (AWS's troubleshooting page for ECS).
    await shift(sim, prodListenerArn, greenGroupArn, blueGroupArn, 0);
  }
  change.greenTaskSet = await createReplacement(sim, {
    cluster,
    service: serviceName,
    deploymentId: deployment.id,
    targetGroupArn: greenGroupArn,
    appSpec,
    primary,
  });
  const deadline = sim.clock.now() + LIMIT_MS;
  while (!(await isSteady(state, deployment, change.greenTaskSet))) {
    if (sim.clock.now() >= deadline) {
      throw new DeploymentFailure(
        'TIMEOUT',
        'The deployment timed out while waiting for the replacement task set to become healthy. This time out period is 60 ' +
          'minutes.',
      );
    }
    await deployment.pause(POLL_MS);
  }
  return change;
}

/** @throws DeploymentFailure when somebody has deleted the task set */
export async function isSteady(
  state: CodeDeployState,
  deployment: Deployment,
  taskSet: string,
): Promise<boolean> {
  const { cluster, service } = deployment;
  const found = (await findService(state.sim, cluster, service))?.taskSets?.find((one) => one.id === taskSet);
  if (found === undefined || found.status === 'DRAINING') {
    throw new DeploymentFailure(
      'ECS_UPDATE_ERROR',
      `The ECS service cannot be updated due to an unexpected error: The replacement task set ${taskSet} does not exist any ` +
        'more. Check your ECS service status.',
    );
  }
  deployment.touch();
  return found.stabilityStatus === 'STEADY_STATE';
}
