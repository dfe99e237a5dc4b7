import { findEnvironment, type Named } from '../find-environment.ts';
import { lastSegment } from '@cutover/domain/identity/arn';
import type { ServiceState } from '@cutover/domain/task/ecs-service';
import type { Environment } from '@cutover/domain/environment';
import { AwsCallError, ConfigurationError } from '@cutover/domain/errors';
import type { World } from '../world.ts';

/** @throws ConfigurationError before any call when nothing names the service */
export function requireName(given: Named): void {
  if (given.stack !== undefined || given.service !== undefined) return;
  throw new ConfigurationError({
    what: 'Neither input stack nor input service was given.',
    fix: 'Add stack: NAME (the CloudFormation stack), or cluster: and service:.',
  });
}

/** The environment with names of cluster and service where the user may have given ARNs: engines know names only. */
export async function environmentOf(aws: World['aws'], given: Named): Promise<Environment> {
  const found = await findEnvironment(aws, given);
  return { ...found, cluster: lastSegment(found.cluster), service: lastSegment(found.service) };
}

/** The service, or undefined when the cluster has none of the name. @throws ConfigurationError when there is no such cluster */
export async function describeService(
  aws: World['aws'],
  { cluster, service }: Environment,
): Promise<ServiceState | undefined> {
  try {
    return await aws.services.describe(cluster, service);
  } catch (error) {
    if (!(error instanceof AwsCallError) || error.code !== 'ClusterNotFoundException') throw error;
    throw new ConfigurationError(
      {
        what: `There is no ECS cluster ${cluster} in ${aws.region}.`,
        fix: 'Correct cluster (without it the cluster default is meant), or aws-region.',
      },
      { cause: error },
    );
  }
}
