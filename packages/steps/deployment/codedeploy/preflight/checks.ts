import { shiftMinutes } from '@cutover/domain/codedeploy/budget';
import type { CheckFacts } from '../../../checklist/facts.ts';
import type { EngineChecks } from '../../engine-checks.ts';
import type { CodeDeployOptions } from '../options.ts';
import { budgetFor } from '../plan.ts';
import { alarmItem } from './alarm-item.ts';
import { GroupFacts } from './group-facts.ts';
import { groupItems } from './group-items.ts';
import { rightItems } from './right-items.ts';
import { serviceItems } from './service-items.ts';

/** Checks of preflight before a CodeDeploy deployment. */
export function checksOf(checked: CheckFacts, options: CodeDeployOptions): EngineChecks {
  const facts = new GroupFacts(checked, options);
  return {
    items: [...serviceItems(facts), ...groupItems(facts), ...rightItems(facts), alarmItem(facts)],
    looks: {
      group: facts.group,
      config: facts.config,
      configName: async () => facts.configName ?? (await facts.group()).config,
      targetGroups: facts.pair,
      production: facts.production,
      test: facts.test,
    },
    targetGroups: facts.pair,
    balancer: facts.balancer,
    productionListener: async () => (await facts.group()).productionListener,
    // The replacement is as large as what it replaces.
    extraTasks: async () => (await checked.service()).desired,
    duration: async () => {
      const [group, config] = await Promise.all([facts.group(), facts.config()]);
      const { waitMinutes, waitUntil } = checked.request;
      // The waits that CodeDeploy keeps however fast the tasks are.
      const leastMinutes =
        (waitUntil === 'ready' ? 0 : shiftMinutes(config?.routing ?? { type: 'AllAtOnce' })) +
        (waitUntil === 'completed' ? group.terminationWaitMinutes : 0);
      return {
        budget: budgetFor({ config, group }, { waitUntil, hooks: 0, minutes: waitMinutes }),
        leastMinutes,
      };
    },
  };
}
