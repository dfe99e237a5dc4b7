import { leastMinutes, serviceDeploymentBudget } from '@cutover/domain/ecs/budget';
import type { ServiceState } from '@cutover/domain/task/ecs-service';
import type { CheckFacts } from '../../../checklist/facts.ts';
import type { EngineChecks } from '../../engine-checks.ts';
import type { EcsOptions } from '../options.ts';
import { RollingFacts } from './facts.ts';
import { rollingItems } from './items.ts';
import { rightItem } from './right-item.ts';

/** Checks of preflight before a deployment that ECS itself makes. */
export function checksOf(checked: CheckFacts, options: EcsOptions): EngineChecks {
  const facts = new RollingFacts(checked);
  const none = async (): Promise<undefined> => await Promise.resolve(undefined);
  return {
    items: [...rollingItems(facts), rightItem(facts)],
    looks: {
      foreign: async () => await Promise.resolve(options.foreign),
      firing: facts.firing,
      shift: facts.shift,
      targetGroups: facts.targetGroups,
      production: async () => (await facts.shift())?.listener,
      test: none,
    },
    targetGroups: facts.targetGroups,
    balancer: facts.balancer,
    // No listener is changed by a rolling deployment.
    productionListener: none,
    extraTasks: async () => extraTasks(await checked.service()),
    duration: async () => {
      const { settings } = await checked.service();
      const { waitMinutes, waitUntil } = checked.request;
      return {
        budget: serviceDeploymentBudget(settings, { waitUntil, hooks: 0, minutes: waitMinutes }),
        leastMinutes: leastMinutes(settings, waitUntil),
      };
    },
  };
}

/** ECS rounds the upper bound down. Source: the guide, "rolling update". */
function extraTasks({ desired, settings }: ServiceState): number {
  // A shift runs both revisions whole; the bounds have no meaning for it.
  if (settings !== undefined && settings.strategy !== 'ROLLING') return desired;
  const most = Math.floor((desired * (settings?.maximumPercent ?? 200)) / 100);
  return Math.min(desired, Math.max(0, most - desired));
}
