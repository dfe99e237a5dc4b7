import { consoleLink } from '@cutover/domain/console';
import { failed, passed, warned, type Item, type Verdict } from '../../../checklist/item.ts';
import type { GroupFacts } from './group-facts.ts';

/** The alarms that stop a deployment. */
export function alarmItem(facts: GroupFacts): Item {
  return {
    id: 'alarms',
    title: 'Alarms',
    needs: ['deployment-group'],
    check: async () => await alarms(facts),
  };
}

/** A deployment that begins while one of its alarms is firing is stopped at once. */
async function alarms(facts: GroupFacts): Promise<Verdict> {
  const { alarms: own } = await facts.group();
  const names = facts.checked.request.alarms ?? (own?.enabled === true ? own.names : []);
  if (names.length === 0) return passed('No alarm stops the deployment.');
  const found = await facts.checked.aws.alarms.describe(names);
  const missing = names.filter((name) => !found.some((alarm) => alarm.name === name));
  const [absent] = missing;
  if (absent !== undefined) {
    const text = `CloudWatch has no alarm ${missing.join(', ')}, by which the deployment would be stopped.`;
    const link = consoleLink(facts.checked.aws.region, { kind: 'alarm', name: absent });
    return own?.ignorePollFailure === true && facts.checked.request.alarms === undefined
      ? warned(text, 'Create it, or take it out of the deployment group: it guards nothing.', link)
      : failed(
          text,
          'Create it, or take it out of the deployment group (alarmConfiguration) or the input alarms.',
          link,
        );
  }
  const firing = found.filter(({ state }) => state === 'ALARM');
  const [first] = firing;
  if (first === undefined) return passed(`${names.join(', ')}: none is firing.`);
  return failed(
    `Alarm ${firing.map(({ name }) => name).join(', ')} is firing (${first.reason || 'no reason given'}): CodeDeploy would stop the deployment at once.`,
    'Mend what it shows, or deploy the cure with ignore-alarms: true.',
    consoleLink(facts.checked.aws.region, { kind: 'alarm', name: first.name }),
  );
}
