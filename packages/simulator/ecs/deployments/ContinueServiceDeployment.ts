import type {
  ContinueServiceDeploymentRequest,
  ContinueServiceDeploymentResponse,
} from '@aws-sdk/client-ecs';
import type { Ecs } from '../ecs.ts';
import { invalid } from '../launch-checks.ts';
import { namedDeployment } from './find.ts';
import { isTerminal } from './shapes.ts';

/**
 * Answers a PAUSE hook, once. Assumption: the exceptions' names, and the wordings but the first two.
 * @throws ApiError ServiceDeploymentNotFoundException, InvalidParameterException
 */
export function continueServiceDeployment(
  ecs: Ecs,
  { serviceDeploymentArn, hookId = '', action = 'CONTINUE' }: ContinueServiceDeploymentRequest,
): ContinueServiceDeploymentResponse {
  if (!/^ecs-[a-z]+-[\w-]+$/.test(hookId))
    throw invalid('Invalid hookId: hookId must follow the format: ecs-{hookType}-{id}');
  const deployment = namedDeployment(ecs, serviceDeploymentArn);
  if (isTerminal(deployment)) {
    throw invalid(
      'Continuing a service deployment is not allowed for service deployment in terminal states.',
    );
  }
  const hook = deployment.hooks.find((one) => one.hookId === hookId);
  if (hook === undefined || hook.targetType !== 'PAUSE')
    throw invalid(`Invalid hookId: ${hookId} is no pause hook of the service deployment.`);
  if (hook.status !== 'AWAITING_ACTION' || hook.answer !== undefined || deployment.status !== 'IN_PROGRESS')
    throw invalid(`Invalid hookId: ${hookId} is not awaiting an action.`);
  hook.answer = action;
  hook.status = action === 'CONTINUE' ? 'SUCCEEDED' : 'FAILED';
  deployment.updatedAt = ecs.now();
  deployment.course.notify();
  return { serviceDeploymentArn: deployment.arn };
}
