import { ConfigurationError } from '@cutover/domain/errors';
import type { JsonObject } from '@cutover/domain/text/json';
import { containerNames, containersOf, isEssential } from '@cutover/domain/task-definition/containers';
import { textOf } from '@cutover/domain/text/json';

/**
 * The definition with another image in one container: the named one, or the only essential one.
 * @throws ConfigurationError when it is not clear which container is meant
 */
export function withImage(definition: JsonObject, image: string, name: string | undefined): JsonObject {
  const containers = containersOf(definition);
  const essential = containers.filter(isEssential);
  const target =
    name ?? (essential.length === 1 && essential[0] !== undefined ? textOf(essential[0]['name']) : undefined);
  if (target === undefined || !containers.some((one) => one['name'] === target)) {
    throw new ConfigurationError({
      what: `Input image: which container it is for is not clear; the containers are ${containerNames(definition).join(', ')}.`,
      fix: 'Set container-name to one of them.',
    });
  }
  return {
    ...definition,
    containerDefinitions: containers.map((one) => (one['name'] === target ? { ...one, image } : one)),
  };
}
