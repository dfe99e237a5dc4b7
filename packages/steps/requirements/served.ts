import { textOf, type JsonObject } from '@cutover/domain/text/json';
import { containerNames, containersOf, objectsIn } from '@cutover/domain/task-definition/containers';
import { failed, ok, type Requirement } from './requirement.ts';

/** A container and port that a target group sends traffic to. */
export interface Served {
  readonly containerName: string;
  readonly containerPort: number;
}

/** The definition has the container and the port that the service's load balancer sends traffic to. */
export function checkServed(definition: JsonObject, { containerName, containerPort }: Served): Requirement {
  const item = `port ${containerPort} of container ${containerName}`;
  const index = containersOf(definition).findIndex(({ name }) => name === containerName);
  const container = containersOf(definition)[index];
  if (container === undefined) {
    return {
      item,
      path: ['containerDefinitions'],
      ...failed(
        `the service’s load balancer sends traffic to container ${containerName}, which the task definition does not have`,
        `Name the container that listens on ${containerPort} ${containerName}; the containers are: ${containerNames(definition).join(', ')}.`,
      ),
    };
  }
  const mappings = objectsIn(container['portMappings']);
  const ports = mappings.map((mapping) => mapping['containerPort']);
  const path = ['containerDefinitions', index, 'portMappings'];
  if (ports.includes(containerPort))
    return { item, path, ...ok('it is what the load balancer sends traffic to') };
  return {
    item,
    path,
    ...failed(
      `the service’s load balancer sends traffic to port ${containerPort} of container ${containerName}, which has ${ports.length === 0 ? 'no portMappings' : `only the ports ${ports.map(textOf).join(', ')}`}`,
      `Add {"containerPort": ${containerPort}} to portMappings of ${containerName}.`,
    ),
  };
}
