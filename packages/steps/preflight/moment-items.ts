import { consoleLink } from '@cutover/domain/console';
import { deploymentBudget, shiftMinutes } from '@cutover/domain/deployment-budget';
import type { Facts } from './facts.ts';
import { failed, passed, unknown, warned, type Item, type Verdict } from './item.ts';

const MINUTE = 60_000;
/** In which tasks hardly start and become healthy, and in which they usually do. */
const START_MINUTES = 2;
const USUAL_MINUTES = 20;

/** What is right or wrong at this moment only. @param now epoch milliseconds */
export function momentItems(facts: Facts, now: () => number): readonly Item[] {
  return [
    { id: 'alarms', title: 'Alarms', needs: ['deployment-group'], check: async () => await alarms(facts) },
    {
      id: 'credentials',
      title: 'Lifetime of the credentials',
      needs: ['deployment-group', 'deployment-config'],
      check: async () => await credentials(facts, now()),
    },
  ];
}

/** A deployment that begins while one of its alarms is firing is stopped at once. */
async function alarms(facts: Facts): Promise<Verdict> {
  const { alarms: own } = await facts.group();
  const names = facts.request.alarms ?? (own?.enabled === true ? own.names : []);
  if (names.length === 0) return passed('No alarm stops the deployment.');
  const found = await facts.aws.alarms.describe(names);
  const missing = names.filter((name) => !found.some((alarm) => alarm.name === name));
  const [absent] = missing;
  if (absent !== undefined) {
    const text = `CloudWatch has no alarm ${missing.join(', ')}, by which the deployment would be stopped.`;
    const link = consoleLink(facts.aws.region, { kind: 'alarm', name: absent });
    return own?.ignorePollFailure === true && facts.request.alarms === undefined
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
    consoleLink(facts.aws.region, { kind: 'alarm', name: first.name }),
  );
}

/** Credentials that end in the middle leave a deployment that nobody follows. */
async function credentials(facts: Facts, now: number): Promise<Verdict> {
  const validity = await facts.aws.identity.validity();
  if (validity.kind === 'renewed') return passed('They are renewed while the deployment runs.');
  if (validity.kind === 'unknown') {
    return unknown(
      'When these credentials expire is not known: AWS_CREDENTIAL_EXPIRATION is not set.',
      'aws-actions/configure-aws-credentials sets it; keys of a user do not expire.',
    );
  }
  const left = Math.floor((validity.at - now) / MINUTE);
  if (left <= 0) {
    return failed(
      'These credentials have expired.',
      'Run aws-actions/configure-aws-credentials in this job, just before this step.',
    );
  }
  const [group, config] = await Promise.all([facts.group(), facts.config()]);
  const { waitMinutes, waitUntil } = facts.request;
  const routing = config?.routing ?? ({ type: 'AllAtOnce' } as const);
  const budget = deploymentBudget({ group, routing, waitUntil, hooks: 0, minutes: waitMinutes });
  const most = Math.ceil(budget.totalMs / MINUTE);
  // The waits that CodeDeploy keeps however fast the tasks are.
  const least =
    (waitUntil === 'ready' ? 0 : shiftMinutes(routing)) +
    (waitUntil === 'completed' ? group.terminationWaitMinutes : 0);
  const longer =
    'Give the deployment role-to-assume with permissions: id-token: write, so that they are renewed; or set role-duration-seconds in aws-actions/configure-aws-credentials (and MaxSessionDuration of the role, at most 43200).';
  if (left < least + START_MINUTES) {
    return failed(
      `These credentials last ${left} minutes more; the deployment takes ${least} by its configuration, and its tasks have to start before.`,
      longer,
    );
  }
  const aside = `a deployment takes ${most} at most (${budget.reason})`;
  if (left < Math.min(most, least + USUAL_MINUTES))
    return warned(`These credentials last ${left} minutes more; ${aside}.`, longer);
  return passed(`They last ${left} minutes more; ${aside}.`);
}
