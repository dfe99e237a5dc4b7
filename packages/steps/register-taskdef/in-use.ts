import { revisionOfAppSpec } from '@cutover/domain/appspec';
import { isTerminal } from '@cutover/domain/deployment';
import { servingRevision, type ServiceState } from '@cutover/domain/ecs-service';
import type { Environment } from '@cutover/domain/environment';
import { formatRevision } from '@cutover/domain/revision';
import { findGroup } from '../deployment/find-group.ts';
import type { World } from '../world.ts';

/** So many successful deployments can be gone back to. */
const ROLLBACKS = 10;

/** What uses each revision of a family, by `family:number`: task sets, tasks of the cluster, and deployments to go back to. */
export async function revisionsInUse(
  family: string,
  environment: Environment,
  service: ServiceState,
  aws: World['aws'],
): Promise<ReadonlyMap<string, string>> {
  const uses = new Map<string, string>();
  const use = (revision: string, what: string): void => {
    const name = formatRevision(revision);
    if (!uses.has(name)) uses.set(name, what);
  };
  use(servingRevision(service), `service ${service.name} runs it`);
  use(service.taskDefinition, `service ${service.name} names it`);
  for (const { status, taskDefinition } of service.taskSets)
    use(taskDefinition, `the task set ${status} of service ${service.name} has it`);
  const tasks = await aws.tasks.list(environment.cluster, { family });
  for (const { taskDefinition } of await aws.tasks.describe(environment.cluster, tasks))
    use(taskDefinition, 'a task runs it');
  if (service.controller !== 'CODE_DEPLOY') return uses;
  const group = await findGroup(aws, environment, {});
  let succeeded = 0;
  for (const deployment of await aws.deployments.recent(group.application, group.name)) {
    const active = !isTerminal(deployment.status);
    if (!active && (deployment.status !== 'Succeeded' || succeeded >= ROLLBACKS)) continue;
    if (!active) succeeded++;
    const appSpec = await aws.deployments.appSpec(deployment);
    const revision = appSpec === undefined ? undefined : revisionOfAppSpec(appSpec);
    if (revision !== undefined)
      use(
        revision,
        active
          ? `deployment ${deployment.id} is under way`
          : `deployment ${deployment.id} can be gone back to`,
      );
  }
  return uses;
}
