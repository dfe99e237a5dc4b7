import type { ContainerDefinition } from '@aws-sdk/client-ecs';
import { ApiError } from '../kernel/api-error.ts';
import { cpuUnits, memoryMiB } from './fargate-size.ts';

interface TaskSize {
  readonly cpu?: string | undefined;
  readonly memory?: string | undefined;
}

/**
 * Checks the CPU units and MiB that containers reserve: each alone, and their sum against the task (API reference,
 * ContainerDefinition: "the total amount of CPU reserved …", "the total amount of memory reserved …"). The reference asks
 * for `memory` greater than `memoryReservation`; ECS and the corrected developer guide allow equal values.
 * @throws ApiError ClientException
 */
export function checkReservations(containers: readonly ContainerDefinition[], task: TaskSize): void {
  for (const { name = '', memory = 0, memoryReservation = 0 } of containers) {
    const invalid = (why: string): ApiError => refuse(`Invalid setting for container '${name}'. ${why}`);
    // Zero means absent. Assumption: registration refuses sizes below Docker's minimum of 6 MiB.
    if ([memory, memoryReservation].some((size) => size !== 0 && size < 6))
      throw invalid("'memory' and 'memoryReservation' must be at least 6 MiB.");
    if (task.memory === undefined && memory === 0 && memoryReservation === 0)
      throw invalid("At least one of 'memory' or 'memoryReservation' must be specified.");
    if (memory > 0 && memoryReservation > memory)
      throw invalid("The value of 'memory' must be greater than or equal to 'memoryReservation'.");
  }
  const limit = task.memory === undefined ? Infinity : Number(memoryMiB(task.memory));
  for (const { name = '', memory = 0 } of containers) {
    if (memory > limit) {
      throw refuse(
        `Invalid setting for container '${name}'. The container 'memory' cannot be greater than the value of the task 'memory'.`,
      );
    }
  }
  const sum = (values: readonly (number | undefined)[]): number =>
    values.reduce<number>((total, value) => total + (value ?? 0), 0);
  if (task.cpu !== undefined && sum(containers.map(({ cpu }) => cpu)) > Number(cpuUnits(task.cpu)))
    throw refuse("The sum of all container 'cpu' values cannot be greater than the value of the task 'cpu'.");
  // A container without a soft limit (memoryReservation) reserves its hard limit (memory).
  const reserved = containers.map(({ memory, memoryReservation = 0 }) =>
    memoryReservation > 0 ? memoryReservation : memory,
  );
  if (sum(reserved) > limit) {
    throw refuse(
      "The sum of all container 'memoryReservation' values cannot be greater than the value of the task 'memory'.",
    );
  }
}

function refuse(message: string): ApiError {
  return new ApiError('ClientException', message);
}
