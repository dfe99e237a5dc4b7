import type { StopServiceDeploymentRequest, StopServiceDeploymentResponse } from '@aws-sdk/client-ecs';
import { ApiError } from '../../kernel/api-error.ts';
import type { Ecs } from '../ecs.ts';
import { invalid } from '../launch-checks.ts';
import { namedDeployment } from './find.ts';
import { isTerminal } from './shapes.ts';

/**
 * Asks for a rollback; a rollback that is under way goes on.
 * @throws ApiError ServiceDeploymentNotFoundException, ConflictException, InvalidParameterException
 */
export function stopServiceDeployment(
  ecs: Ecs,
  { serviceDeploymentArn, stopType = 'ROLLBACK' }: StopServiceDeploymentRequest,
): StopServiceDeploymentResponse {
  // Assumption: the effect of ABORT is documented nowhere, so it is refused.
  if (stopType !== 'ROLLBACK') throw invalid(`stopType ${stopType} is not supported.`);
  const deployment = namedDeployment(ecs, serviceDeploymentArn);
  if (isTerminal(deployment)) {
    // Assumption: the wording.
    throw new ApiError(
      'ConflictException',
      `The service deployment ${deployment.arn} is already in a terminal state ${deployment.status}`,
    );
  }
  // Assumption: the wording of the reason.
  const taken = deployment.course.interrupt({
    kind: 'stop',
    reason: 'Service deployment rolled back because StopServiceDeployment was called.',
  });
  // CLEAN_UP can't be undone: the request stays visible until the deployment succeeds.
  if (taken || deployment.status === 'IN_PROGRESS') {
    deployment.status = 'ROLLBACK_REQUESTED';
    deployment.updatedAt = ecs.now();
  }
  return { serviceDeploymentArn: deployment.arn };
}
