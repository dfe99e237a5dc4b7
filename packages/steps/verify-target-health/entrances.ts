import { servingTasks, type ServiceState } from '@cutover/domain/task/ecs-service';
import { ConfigurationError } from '@cutover/domain/errors';
import type { Listener, ListenerRule } from '@cutover/domain/target/listener';
import type { Entrance } from '@cutover/domain/target/target-verdict';
import type { Engine } from '../deployment/engine.ts';
import { noTestListener } from '../deployment/engine-for.ts';
import type { World } from '../world.ts';
import type { VerifyPlan } from './plan.ts';

type Asked = Pick<VerifyPlan, 'listeners' | 'targetGroups' | 'role'>;

/**
 * The ways by which requests come in, as listeners and rules stand now: those that the user named, else the listener
 * of the engine with its pair, else whatever forwards to the service's own target groups. Names of target groups mean
 * nothing.
 * @throws ConfigurationError when something that the user named does not exist, or there is nothing that could be proven
 */
export async function findEntrances(
  aws: World['aws'],
  asked: Asked,
  service: ServiceState,
  engine: Engine | undefined,
): Promise<readonly Entrance[]> {
  const pair = await pairOf(engine);
  const own = pair ?? targetGroupsOf(service);
  refuseNoTargetGroup(asked, service, own);
  if (asked.listeners.length > 0) return await namedListeners(aws, asked.listeners, own, pair ?? []);
  const listenerArn = engine?.listeners[asked.role];
  if (asked.role === 'test' && listenerArn === undefined) {
    throw new ConfigurationError({
      what: engine === undefined ? noTestListener(service) : `${engine.words.noTestListener}.`,
      fix: 'Give listener-arn: the ARN of the test listener, or leave listener at production.',
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

/** Waiting gives a service no target group. @throws ConfigurationError */
function refuseNoTargetGroup(asked: Asked, { name }: ServiceState, own: readonly string[]): void {
  const isNamed =
    asked.targetGroups.length > 0 || asked.listeners.some((arn) => arn.includes(':listener-rule/'));
  if (own.length > 0 || isNamed) return;
  throw new ConfigurationError({
    what: `Service ${name} has no target group: no load balancer checks its tasks, so their health can't be proven that way.`,
    fix: 'Leave verify-target-health out for a service that gets no requests, such as a worker. If others register its tasks, give target-group-arn.',
  });
}

async function pairOf(engine: Engine | undefined): Promise<readonly string[] | undefined> {
  const found = (await engine?.targetGroups()) ?? [];
  return found.length === 0 ? undefined : found.map(({ arn }) => arn);
}

function targetGroupsOf(service: ServiceState): readonly string[] {
  return [...new Set(servingTasks(service).loadBalancers.map(({ targetGroupArn }) => targetGroupArn))];
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
        what: `Input listener-arn: there is no ${listener === undefined ? 'listener' : 'rule'} ${arn}.`,
        fix: 'Correct the ARN, or aws-region.',
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
