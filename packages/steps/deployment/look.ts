import { hasFailed } from '@cutover/domain/failed-task';
import { replacementOf, type DeploymentLook } from '@cutover/domain/deployment-look';
import { AwsCallError } from '@cutover/domain/errors';
import type { World } from '../world.ts';

/** The service that a deployment is of. */
export interface Deployed {
  readonly cluster: string;
  readonly service: string;
}

/** One look at a deployment: the deployment, its target, the service and the tasks that its task set lost. */
export async function look(
  aws: World['aws'],
  { cluster, service: name }: Deployed,
  id: string,
): Promise<DeploymentLook> {
  const [deployment, target, service] = await Promise.all([
    aws.deployments.get(id),
    aws.deployments.target(id),
    aws.services.describe(cluster, name),
  ]);
  if (service === undefined) {
    // One answer may be stale; only a service that stays away is gone.
    throw new AwsCallError({
      action: 'ecs:DescribeServices',
      code: 'MISSING',
      message: `service ${name} is gone from cluster ${cluster} while deployment ${id} runs`,
      remedy: 'Find out who deleted the service; create it again before deploying.',
      transient: true,
    });
  }
  const replacement = replacementOf(service, id);
  const stopped =
    replacement === undefined ? [] : await aws.taskSetTasks.stopped(cluster, name, replacement.id);
  return {
    deployment,
    ...(target === undefined ? {} : { target }),
    service,
    failedTasks: stopped.filter(hasFailed),
  };
}
