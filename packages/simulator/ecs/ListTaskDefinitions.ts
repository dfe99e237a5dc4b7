import type { ListTaskDefinitionsRequest, ListTaskDefinitionsResponse } from '@aws-sdk/client-ecs';
import type { Ecs } from './ecs.ts';
import { paging } from './paging.ts';

/** `familyPrefix` is the whole name of a family. @throws ApiError InvalidParameterException */
export function listTaskDefinitions(
  ecs: Ecs,
  input: ListTaskDefinitionsRequest,
): ListTaskDefinitionsResponse {
  const status = input.status ?? 'ACTIVE';
  const found = [...ecs.families]
    .filter(([family]) => input.familyPrefix === undefined || family === input.familyPrefix)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, revisions]) => revisions)
    .filter(({ definition }) => definition.status === status)
    .map(({ definition }) => definition.taskDefinitionArn ?? '');
  if (input.sort === 'DESC') found.reverse();
  const { items, nextToken } = paging(found, input);
  return { taskDefinitionArns: items, nextToken };
}
