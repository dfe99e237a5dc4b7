import { stackOf } from '../kernel/reason.ts';
import type { Change, Deployment, EventName } from './deployment.ts';
import { stopOnAlarms } from './alarms.ts';
import { trafficSteps } from './configs.ts';
import { makePrimary } from './ecs-service.ts';
import { DeploymentFailure, StopRequested } from './failure.ts';
import { finish } from './finish.ts';
import { runHook } from './hooks.ts';
import { install } from './install.ts';
import { shift } from './listeners.ts';
import { startRollback } from './rollback.ts';
import type { CodeDeployState } from './state.ts';
import { terminate, waitUntilReady, watch } from './waits.ts';

// AWS time. Assumptions: how long a deployment is Created, and how long after it was asked for a stop takes effect.
const START_MS = 2000;
const STOP_MS = 1000;
/** Observed: what is left of AllowTraffic once the traffic has moved. */
const SETTLE_MS = 500;

/** The life of a deployment from Created to its end, and what follows from the end. Never rejects. */
export async function runDeployment(state: CodeDeployState, deployment: Deployment): Promise<void> {
  const { info } = deployment;
  const { clock, log } = state.sim;
  try {
    await deployment.pause(START_MS);
    info.status = 'InProgress';
    info.startTime = clock.date();
    deployment.targetStatus = 'InProgress';
    requireGroup(state, deployment);
    stopOnAlarms(state, deployment);
    await replace(state, deployment);
    await finish(state, deployment, 'Succeeded');
  } catch (reason) {
    const failure = failureOf(reason, deployment);
    if (failure.code === 'INTERNAL_ERROR') {
      log(`internal error in deployment ${deployment.id}: ${stackOf(reason)}`);
    }
    if (reason instanceof StopRequested) await clock.sleep(STOP_MS);
    const { enabled = false, events = [] } = info.autoRollbackConfiguration ?? {};
    await finish(state, deployment, failure.status, failure, () => {
      // Assumption: an expired READY wait, which ends in Stopped, counts as a failure here.
      const automatic =
        !(reason instanceof StopRequested) && enabled && events.includes('DEPLOYMENT_FAILURE');
      if (automatic || deployment.stop?.rollback === true) startRollback(state, deployment);
    });
  }
}

function failureOf(reason: unknown, { stop }: Deployment): DeploymentFailure {
  if (reason instanceof DeploymentFailure) return reason;
  if (reason instanceof StopRequested && stop !== undefined) return stop.reason;
  return new DeploymentFailure('INTERNAL_ERROR', 'The deployment failed because of an internal error.');
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
      await deployment.pause(SETTLE_MS);
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
    await deployment.pause(SETTLE_MS);
  });
  await hook('AfterAllowTraffic');
  deployment.targetStatus = 'Succeeded';
  await terminate(state, deployment, made);
}
