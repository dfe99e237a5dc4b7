import type { DescribeTaskDefinitionRequest, DescribeTaskDefinitionResponse } from '@aws-sdk/client-ecs';
import { ApiError } from '../kernel/api-error.ts';
import type { Ecs } from './ecs.ts';

/** @throws ApiError ClientException */
export function describeTaskDefinition(
  ecs: Ecs,
  input: DescribeTaskDefinitionRequest,
): DescribeTaskDefinitionResponse {
  const found = ecs.findTaskDefinition(input.taskDefinition ?? '');
  if (found === undefined) throw new ApiError('ClientException', 'Unable to describe task definition.');
  return {
    taskDefinition: structuredClone(found.definition),
    tags: input.include?.includes('TAGS') === true ? found.tags : [],
  };
}
