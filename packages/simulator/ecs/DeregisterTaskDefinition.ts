import type { DeregisterTaskDefinitionRequest, DeregisterTaskDefinitionResponse } from '@aws-sdk/client-ecs';
import { ApiError } from '../kernel/api-error.ts';
import type { Ecs } from './ecs.ts';

/** Needs the revision. @throws ApiError ClientException */
export function deregisterTaskDefinition(
  ecs: Ecs,
  input: DeregisterTaskDefinitionRequest,
): DeregisterTaskDefinitionResponse {
  const reference = input.taskDefinition ?? '';
  if (!/:\d+$/.test(reference)) throw new ApiError('ClientException', 'Revision is missing.');
  const found = ecs.findTaskDefinition(reference);
  if (found === undefined) {
    throw new ApiError(
      'ClientException',
      'The specified task definition does not exist. Specify a valid account, family, revision and try again.',
    );
  }
  if (found.definition.status === 'ACTIVE') {
    found.definition.status = 'INACTIVE';
    found.definition.deregisteredAt = ecs.now();
  }
  return { taskDefinition: structuredClone(found.definition) };
}
