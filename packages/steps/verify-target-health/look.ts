import { primaryTaskSet, type ServiceState } from '@cutover/domain/ecs-service';
import type { Listener } from '@cutover/domain/listener';
import type { TargetLook } from '@cutover/domain/target-verdict';
import type { DeploymentGroup } from '@cutover/domain/deployment';
import type { World } from '../world.ts';

/** Where production requests come in: known from the deployment group, else from the service's own target groups. */
export interface Entrance {
  readonly targetGroups: readonly string[];
  readonly listenerArns: readonly string[] | undefined;
}

/** The pair and the production listener of a deployment group; without one, whatever forwards to the service's groups. */
export async function findEntrance(
  aws: World['aws'],
  service: ServiceState,
  group: DeploymentGroup | undefined,
): Promise<Entrance> {
  if (group?.productionListener !== undefined) {
    const pair = await aws.loadBalancing.targetGroupsNamed(group.targetGroups);
    return { targetGroups: pair.map(({ arn }) => arn), listenerArns: [group.productionListener] };
  }
  const balancers = primaryTaskSet(service)?.loadBalancers ?? service.loadBalancers;
  return {
    targetGroups: balancers.map(({ targetGroupArn }) => targetGroupArn),
    listenerArns: undefined,
  };
}

/** One look at listeners, targets and tasks. */
export async function look(
  aws: World['aws'],
  { cluster, name }: ServiceState,
  entrance: Entrance,
): Promise<TargetLook> {
  const [listeners, tasks, health] = await Promise.all([
    listenersOf(aws, entrance),
    aws.taskSetTasks.running(cluster, name),
    Promise.all(
      entrance.targetGroups.map(async (arn) => [arn, await aws.loadBalancing.health(arn)] as const),
    ),
  ]);
  return {
    listeners,
    targetGroups: entrance.targetGroups,
    tasks,
    health: new Map(
      health.flatMap(([arn, targets]) => (targets === undefined ? [] : [[arn, targets] as const])),
    ),
  };
}

async function listenersOf(aws: World['aws'], entrance: Entrance): Promise<readonly Listener[]> {
  if (entrance.listenerArns !== undefined) {
    const found = await Promise.all(entrance.listenerArns.map((arn) => aws.loadBalancing.listener(arn)));
    return found.filter((one) => one !== undefined);
  }
  const groups = await Promise.all(entrance.targetGroups.map((arn) => aws.loadBalancing.targetGroup(arn)));
  const balancers = new Set(groups.flatMap((group) => group?.loadBalancerArns ?? []));
  const all = await Promise.all([...balancers].map((arn) => aws.loadBalancing.listenersOf(arn)));
  return all
    .flat()
    .filter(({ rules }) =>
      rules.some(({ forwards }) =>
        forwards.some(({ targetGroupArn }) => entrance.targetGroups.includes(targetGroupArn)),
      ),
    );
}
