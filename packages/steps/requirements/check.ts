import { parseArn } from '@cutover/domain/identity/arn';
import { AwsCallError, type Place } from '@cutover/domain/errors';
import { textOf, type JsonObject, type JsonPath } from '@cutover/domain/text/json';
import type { World } from '../world.ts';
import { checkImages } from './images.ts';
import { checkLogGroups } from './log-groups.ts';
import type { Requirement } from './requirement.ts';
import { checkExecutionRole, checkRoles } from './roles.ts';
import { checkSecrets, lookForSecrets, secretUses } from './secrets.ts';
import { checkServed, type Served } from './served.ts';

export interface RequirementOptions {
  /** Container and port that the service's target groups send traffic to. */
  readonly served?: readonly Served[];
  /** Where the value at a path was written. */
  readonly placeOf?: ((path: JsonPath) => Place | undefined) | undefined;
}

/**
 * Everything outside a task definition that its tasks need, with a verdict each. Reads only, and takes a permission that
 * is missing for an unknown verdict.
 * @param definition as RegisterTaskDefinition takes it, already free of what ECS would refuse
 * @throws ConfigurationError when the credentials are missing or expired
 */
export async function checkRequirements(
  definition: JsonObject,
  aws: World['aws'],
  options: RequirementOptions = {},
): Promise<readonly Requirement[]> {
  const { placeOf, served = [] } = options;
  const found = await Promise.all([
    checkImages(definition, aws),
    checkLogGroups(definition, aws),
    checkRolesAndSecrets(definition, aws),
  ]);
  return [...served.map((one) => checkServed(definition, one)), ...found.flat()].map((requirement) => {
    const place = placeOf?.(requirement.path);
    return place === undefined ? requirement : { ...requirement, place };
  });
}

async function checkRolesAndSecrets(
  definition: JsonObject,
  aws: World['aws'],
): Promise<readonly Requirement[]> {
  const uses = secretUses(definition);
  const [roles, looks] = await Promise.all([checkRoles(definition, aws), lookForSecrets(uses, aws)]);
  const account = parseArn(textOf(definition['executionRoleArn']))?.account;
  const found = [
    ...roles,
    ...checkSecrets(uses, looks, { partition: aws.partition, region: aws.region, account }),
  ];
  // Skip rights of a role that does not exist.
  if (roles.some(({ path, verdict }) => path[0] === 'executionRoleArn' && verdict === 'failed')) return found;
  const known = looks instanceof AwsCallError ? new Map<string, never>() : looks;
  return [...found, ...(await checkExecutionRole(definition, uses, known, aws))];
}
