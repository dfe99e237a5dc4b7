import { formatRevision } from '@cutover/domain/task/revision';
import { primaryTaskSet } from '@cutover/domain/task/ecs-service';
import { passed, warned, type Item, type Verdict } from '../../../checklist/item.ts';
import { ruled } from '../../../checklist/ruled.ts';
import { serviceLink } from '../../../rules/service-rules.ts';
import type { GroupFacts } from './group-facts.ts';

/** CodeDeploy's demands on the service. */
export function serviceItems({ checked }: GroupFacts): readonly Item[] {
  return [
    ruled(
      checked,
      'service-features',
      'What CodeDeploy can shift',
      ['service'],
      async () =>
        await Promise.resolve(passed('One target group, no Service Connect, the REPLICA strategy.')),
    ),
    ruled(checked, 'primary', 'Tasks that serve now', ['controller'], async () => await primary(checked)),
  ];
}

/** Tasks that fail now don't keep the next version from being deployed, but there is little to go back to. */
async function primary(checked: GroupFacts['checked']): Promise<Verdict> {
  const service = await checked.service();
  const set = primaryTaskSet(service);
  if (set === undefined) return passed('');
  const label = formatRevision(set.taskDefinition);
  if (set.stable && set.running >= set.desired)
    return passed(`${label} runs ${set.running} of ${set.desired} tasks and is steady.`);
  const [event] = service.events;
  return warned(
    `${label} runs ${set.running} of ${set.desired} tasks and is not steady${event === undefined ? '.' : `: ${event.text}`}`,
    'A deployment can start and may be the cure; a rollback would go back to these tasks.',
    serviceLink(checked.aws.region, service),
  );
}
