import type { Environment } from '@cutover/domain/environment';
import { ConfigurationError } from '@cutover/domain/errors';
import type { Json, JsonObject } from '@cutover/domain/json';
import { readSourceText } from '@cutover/domain/source-text';
import { checkTaskDefinition } from '@cutover/domain/task-definition/check';
import { containersOf } from '@cutover/domain/task-definition/containers';
import { readTaskDefinition } from '@cutover/domain/task-definition/read';
import type { World } from '../world.ts';

/** The task definition of a file, in which a stack may leave things out. @throws ConfigurationError with all problems */
export async function readDefinition(
  path: string,
  files: World['files'],
  hasStack: boolean,
): Promise<JsonObject> {
  const source = readSourceText(await files.read(path, 'task-definition'), path);
  const { definition, problems } = readTaskDefinition(source.value, source);
  const all = [
    ...problems,
    ...checkTaskDefinition(definition, { placeOf: (place) => source.placeOf(place), complete: !hasStack }),
  ];
  if (all.length > 0) throw new ConfigurationError(all);
  return definition;
}

/** With what the file leaves out and register-taskdef takes from the stack. */
export function completed(definition: JsonObject, environment: Environment, aws: World['aws']): JsonObject {
  const { cpuArchitecture, executionRoleArn, logGroup, taskCpu, taskFamily, taskMemory, taskRoleArn } =
    environment;
  const known: Readonly<Record<string, Json | undefined>> = {
    family: taskFamily,
    executionRoleArn,
    taskRoleArn,
    cpu: taskCpu,
    memory: taskMemory,
    networkMode: 'awsvpc',
    requiresCompatibilities: ['FARGATE'],
    runtimePlatform:
      cpuArchitecture === undefined ? undefined : { cpuArchitecture, operatingSystemFamily: 'LINUX' },
  };
  const defaults = Object.entries(known).filter((entry): entry is [string, Json] => entry[1] !== undefined);
  return {
    ...Object.fromEntries(defaults),
    ...definition,
    containerDefinitions: containersOf(definition).map((container) =>
      logGroup === undefined || container['logConfiguration'] !== undefined
        ? container
        : {
            ...container,
            logConfiguration: {
              logDriver: 'awslogs',
              options: { 'awslogs-group': logGroup, 'awslogs-region': aws.region },
            },
          },
    ),
  };
}
