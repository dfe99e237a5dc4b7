import { revisionsOf, type ServiceState } from '@cutover/domain/task/ecs-service';
import type { Environment } from '@cutover/domain/environment';
import { formatRevision } from '@cutover/domain/task/revision';
import { engineIfAny } from '../deployment/engine-for.ts';
import type { World } from '../world.ts';

/** Users of each revision of a family, by `family:number`: the service, tasks of the cluster, and deployments that a rollback can return to. */
export async function revisionsInUse(
  family: string,
  environment: Environment,
  service: ServiceState,
  world: World,
): Promise<ReadonlyMap<string, string>> {
  const { aws } = world;
  const uses = new Map<string, string>();
  const use = (revision: string, what: string): void => {
    const name = formatRevision(revision);
    if (!uses.has(name)) uses.set(name, what);
  };
  for (const { revision, what } of revisionsOf(service)) use(revision, what);
  const tasks = await aws.tasks.list(environment.cluster, { family });
  for (const { taskDefinition } of await aws.tasks.describe(environment.cluster, tasks))
    use(taskDefinition, 'a task runs it');
  const engine = await engineIfAny(world, environment, service);
  for (const { revision, what } of (await engine?.revisionsInUse()) ?? []) use(revision, what);
  return uses;
}
