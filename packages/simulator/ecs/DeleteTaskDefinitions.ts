import type { DeleteTaskDefinitionsRequest, DeleteTaskDefinitionsResponse } from '@aws-sdk/client-ecs';
import type { Ecs } from './ecs.ts';
import { invalid } from './launch-checks.ts';

const MAX_DEFINITIONS = 10;

/**
 * Revisions that are INACTIVE go to DELETE_IN_PROGRESS; ECS deletes them once no task and no service uses them.
 * Assumption: that never ends here, since ECS names no time. @throws ApiError InvalidParameterException
 */
export function deleteTaskDefinitions(
  ecs: Ecs,
  { taskDefinitions = [] }: DeleteTaskDefinitionsRequest,
): DeleteTaskDefinitionsResponse {
  if (taskDefinitions.length === 0) throw invalid('Task definitions cannot be empty.');
  if (taskDefinitions.length > MAX_DEFINITIONS)
    throw invalid(`At most ${MAX_DEFINITIONS} task definitions can be deleted at once.`);
  const answer = { taskDefinitions: [] as object[], failures: [] as object[] };
  for (const reference of taskDefinitions) {
    const found = /:\d+$/.test(reference) ? ecs.findTaskDefinition(reference) : undefined;
    const arn = found?.definition.taskDefinitionArn ?? reference;
    if (found === undefined)
      answer.failures.push({ arn, reason: 'The specified task definition does not exist.' });
    else if (found.definition.status === 'ACTIVE') {
      answer.failures.push({
        arn,
        reason:
          'The specified task definition is still in ACTIVE status. Please deregister the target and try again.',
      });
    } else {
      found.definition.status = 'DELETE_IN_PROGRESS';
      answer.taskDefinitions.push(structuredClone(found.definition));
    }
  }
  return answer;
}
