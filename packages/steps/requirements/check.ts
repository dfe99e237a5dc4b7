import type { Place } from '@cutover/domain/errors';
import type { JsonObject, JsonPath } from '@cutover/domain/json';
import type { World } from '../world.ts';
import { checkImages } from './images.ts';
import { checkLogGroups } from './log-groups.ts';
import type { Requirement } from './requirement.ts';
import { checkServed, type Served } from './served.ts';

export interface RequirementOptions {
  /** What the service's target groups send traffic to. */
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
  const found = await Promise.all([checkImages(definition, aws), checkLogGroups(definition, aws)]);
  return [...served.map((one) => checkServed(definition, one)), ...found.flat()].map((requirement) => {
    const place = placeOf?.(requirement.path);
    return place === undefined ? requirement : { ...requirement, place };
  });
}
