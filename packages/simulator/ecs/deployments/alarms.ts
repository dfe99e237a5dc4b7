import type { DeploymentConfiguration } from '@aws-sdk/client-ecs';
import type { Ecs } from '../ecs.ts';
import type { ServiceDeploymentState } from '../state.ts';

/** Names of the alarms that are watched and in ALARM now. */
export function redAlarms(ecs: Ecs, { alarms }: DeploymentConfiguration): string[] {
  if (alarms?.enable !== true) return [];
  return (alarms.alarmNames ?? []).filter((name) => ecs.sim.alarms.get(name) === 'ALARM');
}

/**
 * Fails a deployment of which an alarm has gone to ALARM. An alarm that was in ALARM at the start is ignored for the whole
 * deployment, as the developer guide says.
 */
export function checkAlarms(ecs: Ecs, deployment: ServiceDeploymentState): void {
  const { configuration, ignoredAlarms, triggeredAlarms, course } = deployment;
  if (deployment.status !== 'IN_PROGRESS') return;
  const red = redAlarms(ecs, configuration).filter((name) => !ignoredAlarms.has(name));
  if (red.length === 0) return;
  const rollback = configuration.alarms?.rollback === true;
  const taken = course.interrupt({
    kind: 'failure',
    // Assumption: the wording.
    reason: `Service deployment ${rollback ? 'rolled back' : 'stopped'} because alarms went into ALARM state: ${red.join(', ')}.`,
    event: 'alarm detected.',
    // Assumption: the wording.
    rolloutReason: 'ECS deployment failed: alarm detected.',
    rollback,
  });
  if (taken) for (const name of red) triggeredAlarms.add(name);
}

/** Watches the alarms of every deployment in progress. */
export function watchAlarms(ecs: Ecs): void {
  ecs.sim.alarms.onChange(() => {
    for (const { services } of ecs.clusters.values()) {
      for (const { deployments } of services.values()) {
        for (const deployment of deployments) checkAlarms(ecs, deployment);
      }
    }
  });
}
