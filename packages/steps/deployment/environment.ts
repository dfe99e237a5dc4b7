import { findEnvironment, type Named } from '@cutover/aws/find-environment';
import { lastSegment } from '@cutover/domain/arn';
import type { Environment } from '@cutover/domain/environment';
import { ConfigurationError } from '@cutover/domain/errors';
import type { World } from '../world.ts';

/** @throws ConfigurationError before any call when nothing names the service */
export function requireName(given: Named): void {
  if (given.stack !== undefined || given.service !== undefined) return;
  throw new ConfigurationError({
    message: 'Neither input stack nor input service was given.',
    remedy: 'Add stack: NAME (the CloudFormation stack), or cluster: and service:.',
  });
}

/** The environment with names of cluster and service where the user may have given ARNs: CodeDeploy knows names only. */
export async function environmentOf(aws: World['aws'], given: Named): Promise<Environment> {
  const found = await findEnvironment(aws, given);
  return { ...found, cluster: lastSegment(found.cluster), service: lastSegment(found.service) };
}
