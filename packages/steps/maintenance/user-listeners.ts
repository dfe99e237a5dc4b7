import type { ServiceState } from '@cutover/domain/task/ecs-service';
import { servingTasks } from '@cutover/domain/task/ecs-service';
import type { Environment } from '@cutover/domain/environment';
import { ConfigurationError } from '@cutover/domain/errors';
import { isNetworkListener, type Listener } from '@cutover/domain/target/listener';
import { engineIfAny } from '../deployment/engine-for.ts';
import type { World } from '../world.ts';

/** Ways by which users reach a service. */
export interface UserListeners {
  readonly listeners: readonly string[];
  readonly targetGroups: ReadonlySet<string>;
}

/**
 * The listeners that lead to the service's target groups: those of its load balancers, the test listener of its engine
 * excepted.
 * @throws ConfigurationError when there is none that could show a page
 */
export async function userListeners(
  world: World,
  environment: Environment,
  service: ServiceState,
): Promise<UserListeners> {
  const { aws } = world;
  const ofService = [...servingTasks(service).loadBalancers, ...service.loadBalancers].map(
    ({ targetGroupArn }) => targetGroupArn,
  );
  const engine = await engineIfAny(world, environment, service);
  const pair = (await engine?.targetGroups()) ?? [];
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
      listener.arn !== engine?.listeners.test &&
      listener.rules.some(({ forwards }) =>
        forwards.some(({ targetGroupArn }) => targetGroups.has(targetGroupArn)),
      ),
  );
  const [network] = leading.filter(isNetworkListener);
  if (network !== undefined || leading.length === 0) {
    throw new ConfigurationError({
      what:
        network === undefined
          ? `Input maintenance: no listener leads to service ${service.name}, so there is nothing to put a page on.`
          : `Input maintenance: listener ${network.arn} belongs to a network load balancer, which can't answer requests itself.`,
      fix: 'Remove maintenance, or put an application load balancer in front of the service.',
    });
  }
  return { listeners: leading.map(({ arn }) => arn), targetGroups };
}
