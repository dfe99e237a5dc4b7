import { randomUUID } from 'node:crypto';
import type { Change, Deployment, EventName } from './deployment.ts';
import {
  createReplacement,
  deleteTaskSet,
  deployableService,
  findService,
  makePrimary,
} from './ecs-service.ts';
import { trafficSteps } from './configs.ts';
import { DeploymentFailure, elbInvalid, StopRequested } from './failure.ts';
import { sharesOf, shift, targetGroupArns } from './listeners.ts';
import { startRollback } from './rollback.ts';
import type { CodeDeployState } from './state.ts';
import { finish } from './finish.ts';

// AWS time, in milliseconds. Observed or documented (aws-behaviour.md 1.3 and 1.12) unless said otherwise.
const MINUTE = 60_000;
/** Assumption: a deployment is `Created` this long. */
const START = 2000;
const EVENT_WITHOUT_HOOK = 500;
const HOOK_LIMIT = 60 * MINUTE;
const INSTALL_LIMIT = 60 * MINUTE;
/** Assumption: how often CodeDeploy looks at the task set. */
const POLL = 5000;
const UNSTEADY_LIMIT = 5 * MINUTE;
/** Assumption: a stop takes effect this long after it was asked for. */
const STOP = 1000;

/** The life of a deployment from Created to its end, and what follows from the end. Never rejects. */
export async function runDeployment(state: CodeDeployState, deployment: Deployment): Promise<void> {
  const { info } = deployment;
  const { clock, log } = state.sim;
  try {
    await deployment.pause(START);
    info.status = 'InProgress';
    info.startTime = clock.date();
    deployment.targetStatus = 'InProgress';
    requireGroup(state, deployment);
    await replace(state, deployment);
    await finish(state, deployment, 'Succeeded');
  } catch (reason) {
    if (reason instanceof StopRequested) {
      await clock.sleep(STOP);
      await finish(
        state,
        deployment,
        'Stopped',
        new DeploymentFailure('MANUAL_STOP', 'The deployment was stopped on request.', 'Stopped'),
        () => {
          if (deployment.stop?.rollback === true) startRollback(state, deployment);
        },
      );
      return;
    }
    if (!(reason instanceof DeploymentFailure)) {
      log(
        `internal error in deployment ${deployment.id}: ${reason instanceof Error ? (reason.stack ?? '') : String(reason)}`,
      );
    }
    const failure =
      reason instanceof DeploymentFailure
        ? reason
        : new DeploymentFailure('INTERNAL_ERROR', 'The deployment failed because of an internal error.');
    const { enabled = false, events = [] } = info.autoRollbackConfiguration ?? {};
    await finish(state, deployment, failure.status, failure, () => {
      // Assumption: an expired READY wait, which ends in Stopped, counts as a failure here.
      if (enabled && events.includes('DEPLOYMENT_FAILURE')) startRollback(state, deployment);
    });
  }
}

function requireGroup(state: CodeDeployState, { info }: Deployment): void {
  const application = state.applications.get(info.applicationName ?? '');
  if (application === undefined) {
    throw new DeploymentFailure(
      'APPLICATION_MISSING',
      'The deployment failed because the application could not be found.',
    );
  }
  if (!application.groups.has(info.deploymentGroupName ?? '')) {
    throw new DeploymentFailure(
      'DEPLOYMENT_GROUP_MISSING',
      'The deployment failed because the deployment group could not be found.',
    );
  }
}

async function replace(state: CodeDeployState, deployment: Deployment): Promise<void> {
  const { info } = deployment;
  const { sim } = state;
  const hook = async (name: EventName): Promise<void> => {
    await deployment.during(name, async () => {
      await runHook(deployment, name);
    });
  };

  await hook('BeforeInstall');
  let change: Change | undefined;
  await deployment.during('Install', async () => {
    change = await install(state, deployment);
  });
  if (change?.greenTaskSet === undefined) throw new Error('Install left no task set');
  const { greenTaskSet, greenGroupArn, blueGroupArn, prodListenerArn, testListenerArn } = change;
  const made = change;
  await hook('AfterInstall');
  if (testListenerArn !== undefined) {
    await deployment.during('AllowTestTraffic', async () => {
      made.testMoved = true;
      await shift(sim, testListenerArn, greenGroupArn, blueGroupArn, 100);
      await deployment.pause(EVENT_WITHOUT_HOOK);
    });
    await hook('AfterAllowTestTraffic');
  }
  await waitUntilReady(deployment);
  await hook('BeforeAllowTraffic');
  await deployment.during('AllowTraffic', async () => {
    const started = sim.clock.now();
    for (const { atMs, percent } of trafficSteps(
      state.configs.get(info.deploymentConfigName ?? '')?.trafficRoutingConfig,
    )) {
      await watch(state, deployment, greenTaskSet, started + atMs);
      made.prodMoved = true;
      await shift(sim, prodListenerArn, greenGroupArn, blueGroupArn, percent);
      deployment.touch();
    }
    await makePrimary(sim, deployment.cluster, deployment.service, greenTaskSet);
    made.primaryMoved = true;
    await deployment.pause(EVENT_WITHOUT_HOOK);
  });
  await hook('AfterAllowTraffic');
  deployment.targetStatus = 'Succeeded';
  await terminate(state, deployment, made);
}

async function runHook(deployment: Deployment, name: EventName): Promise<void> {
  const lambda = deployment.appSpec?.hooks.get(name);
  if (lambda === undefined) {
    await deployment.pause(EVENT_WITHOUT_HOOK);
    return;
  }
  const hook = {
    executionId: Buffer.from(randomUUID()).toString('base64'),
    event: name,
    lambda,
    status: 'Pending' as 'Pending' | 'Succeeded' | 'Failed',
  };
  deployment.hooks.push(hook);
  if ((await deployment.pause(HOOK_LIMIT)) === 'elapsed') {
    throw new DeploymentFailure(
      'HOOK_EXECUTION_FAILURE',
      'The deployment timed out while waiting for a status callback. CodeDeploy expects a status callback within one hour ' +
        'after a deployment hook is invoked.',
    );
  }
  if (hook.status === 'Failed') {
    deployment.event(name).diagnostics = {
      errorCode: 'ScriptFailed',
      scriptName: lambda,
      message: `The validation function ${lambda} reported Failed.`,
      logTail: '',
    };
    throw new DeploymentFailure(
      'HOOK_EXECUTION_FAILURE',
      'The deployment failed because one or more of the lifecycle event validation functions failed.',
    );
  }
}

/** Creates the replacement task set in the idle target group and waits until it is steady. */
async function install(state: CodeDeployState, deployment: Deployment): Promise<Change> {
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
  const deadline = sim.clock.now() + INSTALL_LIMIT;
  while (!(await isSteady(state, deployment, change.greenTaskSet))) {
    if (sim.clock.now() >= deadline) {
      throw new DeploymentFailure(
        'TIMEOUT',
        'The deployment timed out while waiting for the replacement task set to become healthy. This time out period is 60 ' +
          'minutes.',
      );
    }
    await deployment.pause(POLL);
  }
  return change;
}

async function isSteady(state: CodeDeployState, deployment: Deployment, taskSet: string): Promise<boolean> {
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

/** With STOP_DEPLOYMENT the production traffic moves only after ContinueDeployment. */
async function waitUntilReady(deployment: Deployment): Promise<void> {
  const { actionOnTimeout, waitTimeInMinutes = 0 } =
    deployment.info.blueGreenDeploymentConfiguration?.deploymentReadyOption ?? {};
  if (actionOnTimeout !== 'STOP_DEPLOYMENT') return;
  deployment.info.status = 'Ready';
  deployment.targetStatus = 'Ready';
  deployment.waitingFor = 'READY_WAIT';
  let result: 'elapsed' | 'woken';
  try {
    result = await deployment.pause(waitTimeInMinutes * MINUTE);
  } finally {
    deployment.waitingFor = undefined;
    deployment.info.status = 'InProgress';
    deployment.targetStatus = 'InProgress';
  }
  if (result === 'elapsed') {
    throw new DeploymentFailure(
      'TIMEOUT',
      'The deployment timed out while waiting for a notification to continue. This time out period is ' +
        `${waitTimeInMinutes} minutes.`,
      'Stopped',
    );
  }
}

/** Waits until `until`; a task set that stays unsteady for 5 minutes meanwhile fails the deployment. */
async function watch(
  state: CodeDeployState,
  deployment: Deployment,
  taskSet: string,
  until: number,
): Promise<void> {
  const { clock } = state.sim;
  let steadyAt = clock.now();
  for (;;) {
    const left = until - clock.now();
    if (left <= 0) return;
    await deployment.pause(Math.min(left, 3 * POLL));
    if (await isSteady(state, deployment, taskSet)) steadyAt = clock.now();
    else if (clock.now() - steadyAt >= UNSTEADY_LIMIT) {
      // Assumption: the code and its words.
      throw new DeploymentFailure(
        'CUSTOMER_APPLICATION_UNHEALTHY',
        'The deployment failed because the replacement task set was not steady for 5 minutes while traffic was shifting.',
      );
    }
  }
}

/** Keeps blue for the group's termination wait, then deletes it. */
async function terminate(state: CodeDeployState, deployment: Deployment, change: Change): Promise<void> {
  const { action, terminationWaitTimeInMinutes = 0 } =
    deployment.info.blueGreenDeploymentConfiguration?.terminateBlueInstancesOnDeploymentSuccess ?? {};
  if (action === 'KEEP_ALIVE') return;
  if (terminationWaitTimeInMinutes > 0) {
    deployment.info.instanceTerminationWaitTimeStarted = true;
    deployment.waitingFor = 'TERMINATION_WAIT';
    try {
      await deployment.pause(terminationWaitTimeInMinutes * MINUTE);
    } finally {
      deployment.waitingFor = undefined;
    }
  }
  deployment.stoppable = false;
  await deleteTaskSet(state.sim, deployment.cluster, deployment.service, change.blueTaskSet);
}
