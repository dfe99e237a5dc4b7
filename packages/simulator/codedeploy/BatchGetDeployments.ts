import type { BatchGetDeploymentsInput, BatchGetDeploymentsOutput } from '@aws-sdk/client-codedeploy';
import { ApiError } from '../kernel/api-error.ts';
import { describeDeployment } from './GetDeployment.ts';
import type { CodeDeployState } from './state.ts';

/** At most 25 ids (API model); unknown ones are left out. */
export function batchGetDeployments(
  state: CodeDeployState,
  input: BatchGetDeploymentsInput,
): BatchGetDeploymentsOutput {
  const ids = input.deploymentIds ?? [];
  if (ids.length === 0) throw new ApiError('DeploymentIdRequiredException', 'Deployment ID is required');
  if (ids.length > 25)
    throw new ApiError('BatchLimitExceededException', 'At most 25 deployments can be described');
  return {
    deploymentsInfo: ids.flatMap((id) => {
      const deployment = state.deployments.get(id);
      return deployment === undefined ? [] : [describeDeployment(deployment)];
    }),
  };
}
