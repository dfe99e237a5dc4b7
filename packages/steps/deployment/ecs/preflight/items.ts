import { consoleLink } from '@cutover/domain/console';
import { servingRollout } from '@cutover/domain/ecs/rollouts';
import { formatRevision } from '@cutover/domain/task/revision';
import { failed, passed, warned, type Item, type Verdict } from '../../../checklist/item.ts';
import { ruled } from '../../../checklist/ruled.ts';
import { serviceLink } from '../../../rules/service-rules.ts';
import { arnOf, placeOf } from '../place.ts';
import { stopCommand } from '../stop.ts';
import type { RollingFacts } from './facts.ts';

/** Items about a service that ECS itself deploys. */
export function rollingItems(facts: RollingFacts): readonly Item[] {
  const { checked } = facts;
  return [
    ruled(checked, 'service-features', 'What ECS can deploy', ['service'], async () =>
      passed(`Its deployments are ${(await checked.service()).settings?.strategy ?? 'ROLLING'}.`),
    ),
    ruled(
      checked,
      'deployment-config',
      'Deployment configuration',
      ['service-features'],
      async () => await configuration(facts),
    ),
    ruled(
      checked,
      'wait-before-shift',
      'Wait before the shift',
      ['service-features'],
      async () => await Promise.resolve(passed('Nothing asks for a wait before the shift.')),
    ),
    {
      id: 'target-groups',
      title: 'Target groups',
      needs: ['service-features'],
      check: async () => await targetGroups(facts),
    },
    {
      id: 'primary',
      title: 'Tasks that serve now',
      needs: ['controller'],
      check: async () => await serving(facts),
    },
    {
      id: 'active-deployment',
      title: 'No deployment under way',
      needs: ['service-features'],
      check: async () => await active(facts),
    },
    ruled(checked, 'alarms', 'Alarms', ['service-features'], async () => await alarms(facts)),
  ];
}

async function configuration({ checked }: RollingFacts): Promise<Verdict> {
  const { settings } = await checked.service();
  return passed(
    settings === undefined
      ? 'ECS rolls it with its own defaults.'
      : `ECS keeps ${settings.minimumHealthyPercent} % of the tasks and runs ${settings.maximumPercent} % at most; the circuit breaker goes back.`,
  );
}

/** A target group that is gone, or that no listener uses, receives no request. */
async function targetGroups(facts: RollingFacts): Promise<Verdict> {
  const { loadBalancers } = await facts.checked.service();
  const wanted = loadBalancers.map(({ targetGroupArn }) => targetGroupArn).filter(Boolean);
  if (wanted.length === 0) return passed('The service has none: it is a worker.');
  const found = await facts.targetGroups();
  const missing = wanted.filter((arn) => !found.some((group) => group.arn === arn));
  if (missing.length > 0)
    return failed(
      `There is no target group ${missing.join(', ')}, in which the service registers its tasks.`,
      'Create it, or change the load balancers of the service (aws ecs update-service --load-balancers …).',
    );
  const idle = found.filter(({ loadBalancerArns }) => loadBalancerArns.length === 0);
  return idle.length === 0
    ? passed(
        `${found.map(({ name }) => name).join(' and ')} ${found.length === 1 ? 'receives' : 'receive'} requests.`,
      )
    : failed(
        `No listener forwards to target group ${idle.map(({ name }) => name).join(', ')}, so ECS waits for health checks that never run.`,
        'Add a listener or a rule that forwards to it, or take it out of the service’s load balancers.',
      );
}

/** Tasks that fail now don't keep the next version from being deployed, but there is little to go back to. */
async function serving({ checked }: RollingFacts): Promise<Verdict> {
  const service = await checked.service();
  const rollout = servingRollout(service);
  if (rollout === undefined)
    return passed(`${formatRevision(service.taskDefinition)} is what the service names.`);
  const label = formatRevision(rollout.taskDefinition);
  if (rollout.running >= rollout.desired)
    return passed(`${label} runs ${rollout.running} of ${rollout.desired} tasks.`);
  const [event] = service.events;
  return warned(
    `${label} runs ${rollout.running} of ${rollout.desired} tasks${event === undefined ? '.' : `: ${event.text}`}`,
    'A deployment can start and may be the cure; a rollback would go back to these tasks.',
    serviceLink(checked.aws.region, service),
  );
}

/** ECS refuses no second deployment: it supersedes the first one. The step that deploys is told what to do with it. */
async function active(facts: RollingFacts): Promise<Verdict> {
  const { checked } = facts;
  const id = await facts.active();
  if (id === undefined) return passed('No deployment of the service is under way.');
  const place = placeOf(await checked.environment(), await checked.service());
  const { cluster, service } = place;
  const link = consoleLink(checked.aws.region, { kind: 'serviceDeployment', cluster, service, id });
  const found = `Deployment ${id} of service ${service} is under way; a second one would supersede it.`;
  if (checked.request.onActive === 'fail') {
    const verdict = failed(
      found,
      `Wait for it, stop it (${stopCommand(arnOf(place, id))}), or let the deployment do so with on-active-deployment: wait or stop.`,
      link,
    );
    return { ...verdict, refuses: true };
  }
  return warned(
    found,
    `The deployment takes care of it: on-active-deployment is ${checked.request.onActive}.`,
    link,
  );
}

/** An alarm that CloudWatch does not have watches nothing. */
async function alarms(facts: RollingFacts): Promise<Verdict> {
  const names = await facts.watched();
  if (names.length === 0) return passed('No alarm stops the deployment.');
  const known = await facts.alarms();
  const missing = names.filter((name) => !known.some((alarm) => alarm.name === name));
  const [absent] = missing;
  return absent === undefined
    ? passed(`${names.join(', ')}: none is firing.`)
    : failed(
        `CloudWatch has no alarm ${missing.join(', ')}, by which the deployment would be stopped.`,
        'Create it, or take it out of the service’s deploymentConfiguration (alarms).',
        consoleLink(facts.checked.aws.region, { kind: 'alarm', name: absent }),
      );
}
