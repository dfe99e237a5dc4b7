import type {
  PutLifecycleEventHookExecutionStatusInput,
  PutLifecycleEventHookExecutionStatusOutput,
} from '@aws-sdk/client-codedeploy';
import { ApiError } from '../kernel/api-error.ts';
import type { CodeDeployState } from './state.ts';

/** Answer of a hook's Lambda function. `GET /_simulator/state` shows the execution ids that wait for it. */
export function putLifecycleEventHookExecutionStatus(
  state: CodeDeployState,
  input: PutLifecycleEventHookExecutionStatusInput,
): PutLifecycleEventHookExecutionStatusOutput {
  const deployment = state.deployment(input.deploymentId);
  if (input.status !== 'Succeeded' && input.status !== 'Failed') {
    throw new ApiError(
      'InvalidLifecycleEventHookExecutionStatusException',
      `The status '${input.status ?? ''}' is not valid; send Succeeded or Failed`,
    );
  }
  const hook = deployment.hooks.find(
    ({ executionId }) => executionId === input.lifecycleEventHookExecutionId,
  );
  if (hook === undefined) {
    throw new ApiError(
      'InvalidLifecycleEventHookExecutionIdException',
      `Deployment ${deployment.id} has no hook execution '${input.lifecycleEventHookExecutionId ?? ''}'`,
    );
  }
  if (hook.status !== 'Pending' || !deployment.active) {
    throw new ApiError(
      'LifecycleEventAlreadyCompletedException',
      `The lifecycle event ${hook.event} of deployment ${deployment.id} is already completed`,
    );
  }
  hook.status = input.status;
  deployment.wake();
  return { lifecycleEventHookExecutionId: hook.executionId };
}
