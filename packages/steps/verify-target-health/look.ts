import type { ServiceState } from '@cutover/domain/task/ecs-service';
import { served } from '@cutover/domain/target/listener';
import type { Entrance, TargetLook } from '@cutover/domain/target/target-verdict';
import type { World } from '../world.ts';

/** One look at the targets and tasks behind the entrances. */
export async function look(
  aws: World['aws'],
  { cluster, name }: ServiceState,
  entrances: readonly Entrance[],
): Promise<TargetLook> {
  const reached = new Set(
    entrances.flatMap(({ candidates, listeners }) =>
      listeners.flatMap((listener) => [...served(listener).keys()]).filter((arn) => candidates.includes(arn)),
    ),
  );
  const [tasks, health] = await Promise.all([
    aws.serviceTasks.running(cluster, name),
    Promise.all([...reached].map(async (arn) => [arn, await aws.loadBalancing.health(arn)] as const)),
  ]);
  return {
    entrances,
    tasks,
    health: new Map(
      health.flatMap(([arn, targets]) => (targets === undefined ? [] : [[arn, targets] as const])),
    ),
  };
}
