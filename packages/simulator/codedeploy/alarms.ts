import type { Deployment } from './deployment.ts';
import { DeploymentFailure } from './failure.ts';
import type { CodeDeployState } from './state.ts';

/** Stops every deployment whose group, or whose own override, names an alarm that is active now. */
export function watchAlarms(state: CodeDeployState): void {
  state.sim.alarms.onChange(() => {
    for (const deployment of state.deployments.values()) {
      if (deployment.active && deployment.stoppable && deployment.info.creator === 'user')
        stopOnAlarms(state, deployment);
    }
  });
}

/** Stops the deployment when one of its alarms is active. */
export function stopOnAlarms(state: CodeDeployState, deployment: Deployment): void {
  const { info } = deployment;
  const group = state.applications
    .get(info.applicationName ?? '')
    ?.groups.get(info.deploymentGroupName ?? '');
  const config = info.overrideAlarmConfiguration ?? group?.alarmConfiguration;
  if (config?.enabled !== true) return;
  const active = (config.alarms ?? [])
    .map(({ name = '' }) => name)
    .filter((name) => state.sim.alarms.get(name) === 'ALARM');
  if (active.length === 0) return;
  const { enabled = false, events = [] } = info.autoRollbackConfiguration ?? {};
  deployment.requestStop(
    enabled && events.includes('DEPLOYMENT_STOP_ON_ALARM'),
    new DeploymentFailure(
      'ALARM_ACTIVE',
      'One or more alarms have been activated according to the Amazon CloudWatch metrics you selected, and the affected ' +
        `deployments have been stopped. Activated alarms: <${active.join(', ')}>`,
      'Stopped',
    ),
  );
}
