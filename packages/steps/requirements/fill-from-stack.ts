import type { Environment } from '@cutover/domain/environment';
import { isJsonObject, type Json, type JsonObject } from '@cutover/domain/text/json';
import { containersOf } from '@cutover/domain/task-definition/containers';

/** Fills in what the file leaves out and the stack knows: family, roles, size, network, architecture and logging. */
export function fillFromStack(definition: JsonObject, environment: Environment, region: string): JsonObject {
  const { cpuArchitecture, logGroup } = environment;
  const compatible = definition['requiresCompatibilities'];
  const elsewhere = Array.isArray(compatible) && !(compatible as readonly Json[]).includes('FARGATE');
  const defaults: { readonly [name: string]: Json | undefined } = {
    family: environment.taskFamily,
    executionRoleArn: environment.executionRoleArn,
    taskRoleArn: environment.taskRoleArn,
    networkMode: elsewhere ? undefined : 'awsvpc',
    requiresCompatibilities: ['FARGATE'],
    cpu: environment.taskCpu,
    memory: environment.taskMemory,
    runtimePlatform:
      cpuArchitecture === undefined ? undefined : { cpuArchitecture, operatingSystemFamily: 'LINUX' },
  };
  const known = Object.entries(defaults).filter(([, value]) => value !== undefined) as [string, Json][];
  return {
    ...Object.fromEntries(known),
    ...definition,
    containerDefinitions: containersOf(definition).map((container) =>
      logGroup === undefined ? container : withLogging(container, logGroup, region),
    ),
  };
}

function withLogging(container: JsonObject, group: string, region: string): JsonObject {
  const own = container['logConfiguration'];
  if (isJsonObject(own) && own['logDriver'] !== 'awslogs') return container;
  const options = isJsonObject(own) && isJsonObject(own['options']) ? own['options'] : {};
  return {
    ...container,
    logConfiguration: {
      ...(isJsonObject(own) ? own : { logDriver: 'awslogs' }),
      options: {
        'awslogs-group': group,
        'awslogs-region': region,
        'awslogs-stream-prefix': 'ecs',
        ...options,
      },
    },
  };
}
