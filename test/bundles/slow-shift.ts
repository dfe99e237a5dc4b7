import type { LiveService } from './live-service.ts';

const MINUTES = 2000;

/** Makes a canary that no machine is too slow for, and names it: it waits until `finishShift`, not for the clock. */
export async function slowShift(live: LiveService): Promise<string> {
  const deploymentConfigName = 'SlowShift';
  await live.call('codedeploy', 'CreateDeploymentConfig', {
    deploymentConfigName,
    computePlatform: 'ECS',
    trafficRoutingConfig: {
      type: 'TimeBasedCanary',
      timeBasedCanary: { canaryPercentage: 10, canaryInterval: MINUTES },
    },
  });
  return deploymentConfigName;
}

interface Snapshot {
  readonly deployments: readonly {
    readonly status: string;
    readonly lifecycleEvents: readonly { readonly lifecycleEventName: string; readonly status: string }[];
  }[];
}

/** Waits until every deployment under way has begun its shift, and ends it. */
export async function finishShift(live: LiveService): Promise<void> {
  await live.until(async () => {
    const snapshot = live.running.sim.service('codedeploy').snapshot?.() as Snapshot | undefined;
    const deployments = snapshot?.deployments ?? [];
    const under = deployments.filter(({ status }) => !['Succeeded', 'Failed', 'Stopped'].includes(status));
    const shifting = under.filter(({ lifecycleEvents }) =>
      lifecycleEvents.some(
        (event) => event.lifecycleEventName === 'AllowTraffic' && event.status === 'InProgress',
      ),
    );
    return under.length > 0 && shifting.length === under.length ? true : undefined;
  });
  await live.running.sim.clock.advance((MINUTES + 1) * 60_000);
}
