import type { DeploymentGroup } from '@cutover/domain/deployment';
import { primaryTaskSet, type ServiceState } from '@cutover/domain/ecs-service';
import { ConfigurationError } from '@cutover/domain/errors';
import type { Listener, ListenerRule } from '@cutover/domain/listener';
import type { Entrance } from '@cutover/domain/target-verdict';
import type { World } from '../world.ts';
import type { Plan } from './plan.ts';

type Asked = Pick<Plan, 'listeners' | 'targetGroups' | 'role'>;

/**
 * The ways by which requests come in, as listeners and rules stand now: those that the user named, else the deployment
 * group's listener with its pair, else whatever forwards to the service's own target groups. Names of target groups mean
 * nothing.
 * @throws ConfigurationError when something that the user named does not exist
 */
export async function findEntrances(
  aws: World['aws'],
  asked: Asked,
  service: ServiceState,
  group: DeploymentGroup | undefined,
): Promise<readonly Entrance[]> {
  const pair = await pairOf(aws, group);
  const own = pair ?? targetGroupsOf(service);
  if (asked.listeners.length > 0) return await namedListeners(aws, asked.listeners, own, pair ?? []);
  const listenerArn = asked.role === 'test' ? group?.testListener : group?.productionListener;
  if (asked.role === 'test' && listenerArn === undefined) {
    throw new ConfigurationError({
      message:
        group === undefined
          ? `Service ${service.name} has no CodeDeploy deployment group that could name a test listener.`
          : `Deployment group ${group.application}/${group.name} has no test listener.`,
      remedy: 'Give listener-arn: the ARN of the test listener, or leave listener at production.',
    });
  }
  const ofPair =
    pair === undefined || listenerArn === undefined
      ? undefined
      : { listeners: await existing(aws, listenerArn), candidates: pair };
  if (asked.targetGroups.length > 0) {
    return await Promise.all(
      asked.targetGroups.map(async (wanted) =>
        ofPair?.candidates.includes(wanted) === true
          ? { ...ofPair, wanted }
          : { listeners: await forwardingTo(aws, wanted), candidates: [wanted] },
      ),
    );
  }
  if (ofPair !== undefined) return [ofPair];
  return await Promise.all(
    own.map(async (candidate) => ({
      listeners: await forwardingTo(aws, candidate),
      candidates: [candidate],
    })),
  );
}

async function pairOf(
  aws: World['aws'],
  group: DeploymentGroup | undefined,
): Promise<readonly string[] | undefined> {
  if (group === undefined || group.targetGroups.length === 0) return undefined;
  const found = await aws.loadBalancing.targetGroupsNamed(group.targetGroups);
  return found.length === 0 ? undefined : found.map(({ arn }) => arn);
}

function targetGroupsOf(service: ServiceState): readonly string[] {
  const balancers = primaryTaskSet(service)?.loadBalancers ?? service.loadBalancers;
  return [...new Set(balancers.map(({ targetGroupArn }) => targetGroupArn))];
}

async function existing(aws: World['aws'], arn: string): Promise<readonly Listener[]> {
  const found = await aws.loadBalancing.listener(arn);
  return found === undefined ? [] : [found];
}

/** The listeners of the group's load balancers that forward to it, or name it with a weight of 0. */
async function forwardingTo(aws: World['aws'], targetGroup: string): Promise<readonly Listener[]> {
  const found = await aws.loadBalancing.targetGroup(targetGroup);
  const all = await Promise.all(
    (found?.loadBalancerArns ?? []).map((arn) => aws.loadBalancing.listenersOf(arn)),
  );
  return all
    .flat()
    .filter(({ rules }) =>
      rules.some(({ forwards }) => forwards.some(({ targetGroupArn }) => targetGroupArn === targetGroup)),
    );
}

/** A listener's ARN is contained in those of its rules. */
function listenerOf(arn: string): string {
  return arn.replace(/:listener-rule\/(.+)\/\w+$/, ':listener/$1');
}

/** One entrance for each set of target groups among which the named listeners or rules choose. */
async function namedListeners(
  aws: World['aws'],
  named: readonly string[],
  own: readonly string[],
  pair: readonly string[],
): Promise<readonly Entrance[]> {
  const found: { readonly candidates: readonly string[]; readonly listener: Listener }[] = [];
  for (const arn of named) {
    const listener = await aws.loadBalancing.listener(listenerOf(arn));
    const rules = listener?.rules.filter((rule) => arn === listener.arn || rule.arn === arn) ?? [];
    if (listener === undefined || rules.length === 0) {
      throw new ConfigurationError({
        message: `Input listener-arn: there is no ${listener === undefined ? 'listener' : 'rule'} ${arn}.`,
        remedy: 'Correct the ARN, or aws-region.',
      });
    }
    const forwarding = rules.filter(({ forwards }) => forwards.length > 0);
    // A listener may serve other services beside this one; a rule that was named is meant.
    const ours = forwarding.filter((rule) => rule.arn === arn || forwardsTo(rule, own));
    if (ours.length === 0) {
      found.push({ candidates: own, listener: { ...listener, rules: forwarding } });
    }
    for (const rule of ours) {
      const groups = rule.forwards.map(({ targetGroupArn }) => targetGroupArn);
      // Blue and green are one choice, even where a rule names only one of them.
      const candidates = groups.every((group) => pair.includes(group)) ? pair : groups;
      found.push({ candidates, listener: { ...listener, rules: [rule] } });
    }
  }
  const entrances = new Map<string, Entrance>();
  for (const { candidates, listener } of found) {
    const key = candidates.toSorted().join(' ');
    const known = entrances.get(key);
    entrances.set(key, { candidates, listeners: [...(known?.listeners ?? []), listener] });
  }
  return [...entrances.values()];
}

function forwardsTo(rule: ListenerRule, groups: readonly string[]): boolean {
  return rule.forwards.some(({ targetGroupArn }) => groups.includes(targetGroupArn));
}
