import type { ServiceState } from '@cutover/domain/ecs-service';
import { primaryTaskSet } from '@cutover/domain/ecs-service';
import type { Environment } from '@cutover/domain/environment';
import { ConfigurationError } from '@cutover/domain/errors';
import { isNetworkListener, type Listener } from '@cutover/domain/listener';
import { findGroup } from '../deployment/find-group.ts';
import type { World } from '../world.ts';

/** Ways by which users reach a service. */
export interface UserListeners {
  readonly listeners: readonly string[];
  readonly targetGroups: ReadonlySet<string>;
}

/**
 * The listeners that lead to the service's target groups: those of its load balancers, the test listener of its deployment
 * group excepted.
 * @throws ConfigurationError when there is none that could show a page
 */
export async function userListeners(
  aws: World['aws'],
  environment: Environment,
  service: ServiceState,
): Promise<UserListeners> {
  const ofService = [...(primaryTaskSet(service)?.loadBalancers ?? []), ...service.loadBalancers].map(
    ({ targetGroupArn }) => targetGroupArn,
  );
  const group = service.controller === 'CODE_DEPLOY' ? await findGroup(aws, environment, {}) : undefined;
  const pair = group === undefined ? [] : await aws.loadBalancing.targetGroupsNamed(group.targetGroups);
  const targetGroups = new Set([...ofService, ...pair.map(({ arn }) => arn)].filter(Boolean));
  const balancers = new Set(pair.flatMap(({ loadBalancerArns }) => loadBalancerArns));
  for (const arn of ofService) {
    const found = pair.find((one) => one.arn === arn) ?? (await aws.loadBalancing.targetGroup(arn));
    for (const balancer of found?.loadBalancerArns ?? []) balancers.add(balancer);
  }
  const all: Listener[] = [];
  for (const balancer of balancers) all.push(...(await aws.loadBalancing.listenersOf(balancer)));
  const leading = all.filter(
    (listener) =>
      listener.arn !== group?.testListener &&
      listener.rules.some(({ forwards }) =>
        forwards.some(({ targetGroupArn }) => targetGroups.has(targetGroupArn)),
      ),
  );
  const [network] = leading.filter(isNetworkListener);
  if (network !== undefined || leading.length === 0) {
    throw new ConfigurationError({
      message:
        network === undefined
          ? `Input maintenance: no listener leads to service ${service.name}, so there is nothing to put a page on.`
          : `Input maintenance: listener ${network.arn} belongs to a network load balancer, which can't answer requests itself.`,
      remedy: 'Remove maintenance, or put an application load balancer in front of the service.',
    });
  }
  return { listeners: leading.map(({ arn }) => arn), targetGroups };
}
