import type { ExecuteCommandRequest } from '@aws-sdk/client-ecs';
import { ApiError } from '../kernel/api-error.ts';
import type { Ecs } from './ecs.ts';

/**
 * No task has an agent that could open a session, so every call is refused as ECS refuses one without.
 * @throws ApiError ClusterNotFoundException, InvalidParameterException, TargetNotConnectedException
 */
export function executeCommand(ecs: Ecs, input: ExecuteCommandRequest): never {
  const task = ecs.findTask(ecs.cluster(input.cluster), input.task ?? '');
  if (task === undefined)
    throw new ApiError('InvalidParameterException', 'The specified task was not found.');
  const containers = task.definition.containerDefinitions ?? [];
  if (input.container !== undefined && !containers.some(({ name }) => name === input.container))
    throw new ApiError(
      'InvalidParameterException',
      `The container ${input.container} does not exist in the task.`,
    );
  if (task.shape.enableExecuteCommand === true && task.shape.lastStatus === 'RUNNING') {
    throw new ApiError(
      'TargetNotConnectedException',
      'The execute command failed due to an internal error. Try again later.',
    );
  }
  throw new ApiError(
    'InvalidParameterException',
    'The execute command failed because execute command was not enabled when the task was run or the execute command agent isn’t running. Wait and try again or run a new task with execute command enabled and try again.',
  );
}
