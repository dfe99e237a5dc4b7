import { ApiError } from '../kernel/api-error.ts';
import type { Controls } from '../kernel/service.ts';
import type { Deployment } from './deployment.ts';
import { DeploymentFailure } from './failure.ts';
import type { CodeDeployState } from './state.ts';

/**
 * `POST /_simulator/alarms` with `{ "name": "…", "state": "ALARM" | "OK" }` sets a CloudWatch alarm, as the simulator has no
 * CloudWatch. Deployments whose group, or whose own override, names the alarm are stopped.
 */
export function alarmControls(state: CodeDeployState): Controls {
  return {
    'POST /_simulator/alarms': (input) => {
      const { name, state: value } = input as { name?: unknown; state?: unknown };
      if (typeof name !== 'string' || name === '' || (value !== 'ALARM' && value !== 'OK')) {
        throw new ApiError('InvalidParameterValue', 'An alarm needs a name and the state ALARM or OK');
      }
      if (value === 'ALARM') state.activeAlarms.add(name);
      else state.activeAlarms.delete(name);
      for (const deployment of state.deployments.values()) {
        if (deployment.active && deployment.stoppable && deployment.info.creator === 'user')
          stopOnAlarms(state, deployment);
      }
      return { active: [...state.activeAlarms] };
    },
  };
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
    .filter((name) => state.activeAlarms.has(name));
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
