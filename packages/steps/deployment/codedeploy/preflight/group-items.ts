import { consoleLink } from '@cutover/domain/console';
import { failed, passed, warned, type Item, type Verdict } from '../../../checklist/item.ts';
import { ruled } from '../../../checklist/ruled.ts';
import { groupLabel } from '../../../rules/codedeploy/group-rules.ts';
import { stopCommand } from '../stop.ts';
import type { GroupFacts } from './group-facts.ts';

/** Items about CodeDeploy and the load balancer. */
export function groupItems(facts: GroupFacts): readonly Item[] {
  const { checked } = facts;
  return [
    ruled(checked, 'deployment-group', 'Deployment group', ['controller'], async () =>
      passed(`${groupLabel(await facts.group())} is for this service.`),
    ),
    ruled(checked, 'deployment-config', 'Deployment configuration', ['deployment-group'], async () => {
      const found = await facts.config();
      return passed(
        `${found?.name ?? ''} shifts traffic ${found?.routing.type === 'AllAtOnce' ? 'at once' : 'step by step'}.`,
      );
    }),
    ruled(checked, 'wait-before-shift', 'Wait before the shift', ['deployment-group'], async () => {
      const { readyAction, readyWaitMinutes } = await facts.group();
      return passed(
        readyAction === 'STOP_DEPLOYMENT' && readyWaitMinutes > 0
          ? `The group waits ${readyWaitMinutes} min to be continued.`
          : 'The group shifts at once, and nothing asks for a wait.',
      );
    }),
    ruled(
      checked,
      'target-groups',
      'Pair of target groups',
      ['deployment-group', 'service-features', 'primary', 'task-definition'],
      async () => {
        const { targetGroups } = await facts.group();
        return passed(
          `${targetGroups.join(' and ')} are a pair, and the tasks that serve are in one of them.`,
        );
      },
    ),
    ruled(checked, 'listeners', 'Listeners', ['deployment-group'], async () => {
      const [production, test] = await Promise.all([facts.production(), facts.test()]);
      return passed(
        `Production on port ${production?.port ?? ''}${test === undefined ? ', no test listener' : `, test on port ${test.port}`}.`,
      );
    }),
    onPrimary(facts),
    {
      id: 'active-deployment',
      title: 'No deployment under way',
      needs: ['deployment-group'],
      check: async () => await active(facts),
    },
  ];
}

/** While a deployment is under way it moves the listeners, and what they forward to says nothing. */
function onPrimary(facts: GroupFacts): Item {
  const item = ruled(
    facts.checked,
    'listeners-on-primary',
    'Listeners forward to what serves now',
    ['listeners', 'target-groups', 'primary'],
    async () => await Promise.resolve(passed('Both send everything to the tasks that serve.')),
  );
  return {
    ...item,
    check: async () => {
      const moving = await facts.active();
      return moving === undefined
        ? await item.check()
        : { status: 'skipped', what: `Not checked because deployment ${moving} is moving them.`, fix: '' };
    },
  };
}

async function active(facts: GroupFacts): Promise<Verdict> {
  const id = await facts.active();
  if (id === undefined) return passed('No deployment of the group is under way.');
  const link = consoleLink(facts.checked.aws.region, { kind: 'deployment', id });
  const found = `Deployment ${id} of the group is under way; CodeDeploy runs one at a time.`;
  if (facts.checked.request.onActive === 'fail') {
    const verdict = failed(
      found,
      `Wait for it, stop it (${stopCommand(id)}), or let the deployment do so with on-active-deployment: wait, stop or finish.`,
      link,
    );
    return { ...verdict, refuses: true };
  }
  return warned(
    found,
    `The deployment takes care of it: on-active-deployment is ${facts.checked.request.onActive}.`,
    link,
  );
}
