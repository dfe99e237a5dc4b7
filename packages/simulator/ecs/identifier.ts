import { ApiError } from '../kernel/api-error.ts';
import type { Simulator } from '../kernel/simulator.ts';

/**
 * The part of a reference after `KIND/`: `web`, `shop/web`, `web:7`. A name is given back as it is.
 * Source of the messages: aws/aws-cli#3175 for the region; docker/compose-cli#2086 for the form of the others.
 * @throws ApiError InvalidParameterException for an ARN of another partition, region, account or kind
 */
export function ownName(sim: Simulator, kind: string, reference: string): string {
  if (!reference.startsWith('arn:')) return reference;
  const [, partition, service, region, account, ...rest] = reference.split(':');
  const resource = rest.join(':');
  if (partition !== sim.partition) throw refused('Invalid Partition in ARN');
  if (region !== sim.region) throw refused('Invalid Region in ARN');
  if (account !== sim.account)
    throw refused(`Invalid identifier: Identifier is for ${account ?? ''}. Your accountId is ${sim.account}`);
  if (service !== 'ecs' || !resource.startsWith(`${kind}/`))
    throw refused(`Invalid identifier: Identifier is for ${resource.split('/')[0] ?? ''}. Expected ${kind}.`);
  return resource.slice(kind.length + 1);
}

/**
 * The name of a thing that lives in a cluster. The older form of its ARN leaves the cluster out.
 * @throws ApiError InvalidParameterException for an ARN of another place or another cluster
 */
export function nameInCluster(sim: Simulator, kind: string, cluster: string, reference: string): string {
  const parts = ownName(sim, kind, reference).split('/');
  const theirs = parts.length > 1 ? parts[0] : undefined;
  if (theirs !== undefined && theirs !== cluster)
    throw refused(`Invalid identifier: Identifier is for cluster ${theirs}. Your cluster is ${cluster}`);
  return parts.at(-1) ?? '';
}

function refused(message: string): ApiError {
  return new ApiError('InvalidParameterException', message);
}
