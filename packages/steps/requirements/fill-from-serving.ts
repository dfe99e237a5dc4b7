import { isJsonObject, textOf, type Json, type JsonObject } from '@cutover/domain/text/json';
import { containersOf, containerNamed, runsOnFargate } from '@cutover/domain/task-definition/containers';

/**
 * Fills in what a file leaves out and the revision that serves has: family, roles, size, network, architecture and logging,
 * as a stack does it. A file for another launch type than the serving one gets family and roles only.
 */
export function fillFromServing(
  definition: JsonObject,
  serving: JsonObject,
): { readonly definition: JsonObject; readonly filled: readonly string[] } {
  const compatible = definition['requiresCompatibilities'];
  const elsewhere = Array.isArray(compatible) && !runsOnFargate(definition) && runsOnFargate(serving);
  const names = [
    'family',
    'executionRoleArn',
    'taskRoleArn',
    ...(elsewhere
      ? []
      : ['networkMode', 'requiresCompatibilities', 'cpu', 'memory', 'runtimePlatform', 'ephemeralStorage']),
  ];
  const filled = names.filter((name) => definition[name] === undefined && serving[name] !== undefined);
  const containers = containersOf(definition).map((container) => {
    const name = textOf(container['name']);
    const logging = containerNamed(serving, name)?.['logConfiguration'];
    if (container['logConfiguration'] !== undefined || !isAwsLogs(logging)) return container;
    filled.push(`logConfiguration of ${name}`);
    return { ...container, logConfiguration: logging };
  });
  return {
    definition: {
      ...definition,
      ...Object.fromEntries(
        filled.flatMap((name) => (name in serving ? [[name, serving[name] ?? null]] : [])),
      ),
      ...(Array.isArray(definition['containerDefinitions']) ? { containerDefinitions: containers } : {}),
    },
    filled,
  };
}

/** Other drivers may need a log router that the file does not have. */
function isAwsLogs(logging: Json | undefined): logging is JsonObject {
  return isJsonObject(logging) && logging['logDriver'] === 'awslogs';
}
