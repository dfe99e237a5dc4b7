import type { DeploymentInfo } from '@aws-sdk/client-codedeploy';
import { type Change, Deployment, newDeploymentId } from './deployment.ts';
import { deleteTaskSet, makePrimary } from './ecs-service.ts';
import { DeploymentFailure, StopRequested } from './failure.ts';
import { finish } from './finish.ts';
import { shift } from './listeners.ts';
import type { CodeDeployState } from './state.ts';

/** AWS time; assumption. */
const START_MS = 1000;

/**
 * Rolls a failed or stopped deployment back by a second deployment. Before the replacement task set exists there is nothing to
 * take back, and none is created.
 */
export function startRollback(state: CodeDeployState, failed: Deployment): void {
  const { sim } = state;
  const { change } = failed;
  if (change?.greenTaskSet === undefined) return;
  const now = sim.clock.date();
  const id = newDeploymentId();
  const { previousRevision } = failed.info;
  const info: DeploymentInfo = {
    applicationName: failed.info.applicationName,
    deploymentGroupName: failed.info.deploymentGroupName,
    deploymentConfigName: failed.info.deploymentConfigName,
    deploymentId: id,
    ...(previousRevision === undefined ? {} : { previousRevision, revision: previousRevision }),
    status: 'Created',
    createTime: now,
    description: `Rollback of deployment ${failed.id}.`,
    creator: 'codeDeployRollback',
    ignoreApplicationStopFailures: false,
    autoRollbackConfiguration: { enabled: false, events: [] },
    updateOutdatedInstancesOnly: false,
    rollbackInfo: { rollbackTriggeringDeploymentId: failed.id },
    deploymentStyle: failed.info.deploymentStyle,
    instanceTerminationWaitTimeStarted: false,
    blueGreenDeploymentConfiguration: failed.info.blueGreenDeploymentConfiguration,
    loadBalancerInfo: failed.info.loadBalancerInfo,
    deploymentStatusMessages: [],
    fileExistsBehavior: 'DISALLOW',
    computePlatform: 'ECS',
  };
  failed.info.rollbackInfo = {
    rollbackDeploymentId: id,
    // Assumption: no text of AWS is documented.
    rollbackMessage: `Deployment ${id} was created to roll back deployment ${failed.id}.`,
  };
  const rollback = new Deployment(sim.clock, info, undefined, failed.cluster, failed.service);
  rollback.change = change;
  state.deployments.set(id, rollback);
  const group = state.applications
    .get(info.applicationName ?? '')
    ?.groups.get(info.deploymentGroupName ?? '');
  if (group !== undefined)
    group.lastAttemptedDeployment = { deploymentId: id, status: 'Created', createTime: now };
  void runRollback(state, rollback, change);
}

/** Traffic goes back to the original task set, which becomes primary again, and the replacement is deleted. Never rejects. */
async function runRollback(state: CodeDeployState, rollback: Deployment, change: Change): Promise<void> {
  const { sim } = state;
  const { cluster, service } = rollback;
  try {
    await rollback.pause(START_MS);
    rollback.stoppable = false;
    rollback.info.status = 'InProgress';
    rollback.info.startTime = sim.clock.date();
    rollback.targetStatus = 'InProgress';
    await rollback.during('AllowTraffic', async () => {
      const { greenGroupArn: green, blueGroupArn: blue } = change;
      if (change.prodMoved) await shift(sim, change.prodListenerArn, green, blue, 0);
      if (change.testMoved && change.testListenerArn !== undefined)
        await shift(sim, change.testListenerArn, green, blue, 0);
      if (change.primaryMoved) await makePrimary(sim, cluster, service, change.blueTaskSet);
    });
    if (change.greenTaskSet !== undefined) await deleteTaskSet(sim, cluster, service, change.greenTaskSet);
    await finish(state, rollback, 'Succeeded');
  } catch (reason) {
    if (reason instanceof StopRequested) {
      await finish(state, rollback, 'Stopped', rollback.stop?.reason);
      return;
    }
    if (!(reason instanceof DeploymentFailure))
      sim.log(`internal error in deployment ${rollback.id}: ${String(reason)}`);
    await finish(
      state,
      rollback,
      'Failed',
      reason instanceof DeploymentFailure
        ? reason
        : new DeploymentFailure('INTERNAL_ERROR', 'The deployment failed because of an internal error.'),
    );
  }
}
