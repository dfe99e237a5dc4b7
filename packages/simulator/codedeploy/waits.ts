import type { Change, Deployment } from './deployment.ts';
import { deleteTaskSet } from './ecs-service.ts';
import { DeploymentFailure } from './failure.ts';
import { isSteady } from './install.ts';
import type { CodeDeployState } from './state.ts';

const MINUTE_MS = 60_000;
const WATCH_MS = 15_000;
const UNSTEADY_LIMIT_MS = 5 * MINUTE_MS;

/** With STOP_DEPLOYMENT the production traffic moves only after ContinueDeployment. */
export async function waitUntilReady(deployment: Deployment): Promise<void> {
  const { actionOnTimeout, waitTimeInMinutes = 0 } =
    deployment.info.blueGreenDeploymentConfiguration?.deploymentReadyOption ?? {};
  if (actionOnTimeout !== 'STOP_DEPLOYMENT') return;
  deployment.info.status = 'Ready';
  deployment.targetStatus = 'Ready';
  deployment.waitingFor = 'READY_WAIT';
  let result: 'elapsed' | 'woken';
  try {
    result = await deployment.pause(waitTimeInMinutes * MINUTE_MS);
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
export async function watch(
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
    await deployment.pause(Math.min(left, WATCH_MS));
    if (await isSteady(state, deployment, taskSet)) steadyAt = clock.now();
    else if (clock.now() - steadyAt >= UNSTEADY_LIMIT_MS) {
      // Assumption: the code and its words.
      throw new DeploymentFailure(
        'CUSTOMER_APPLICATION_UNHEALTHY',
        'The deployment failed because the replacement task set was not steady for 5 minutes while traffic was shifting.',
      );
    }
  }
}

/** Keeps blue for the group's termination wait, then deletes it. */
export async function terminate(
  state: CodeDeployState,
  deployment: Deployment,
  change: Change,
): Promise<void> {
  const { action, terminationWaitTimeInMinutes = 0 } =
    deployment.info.blueGreenDeploymentConfiguration?.terminateBlueInstancesOnDeploymentSuccess ?? {};
  if (action === 'KEEP_ALIVE') return;
  if (terminationWaitTimeInMinutes > 0) {
    deployment.info.instanceTerminationWaitTimeStarted = true;
    deployment.waitingFor = 'TERMINATION_WAIT';
    try {
      await deployment.pause(terminationWaitTimeInMinutes * MINUTE_MS);
    } finally {
      deployment.waitingFor = undefined;
    }
  }
  deployment.throwIfStopped();
  deployment.stoppable = false;
  await deleteTaskSet(state.sim, deployment.cluster, deployment.service, change.blueTaskSet);
}
