import type { DeleteScalingPolicyRequest } from '@aws-sdk/client-application-auto-scaling';
import { ApiError } from '../kernel/api-error.ts';
import type { AutoScalingState } from './state.ts';

/** @throws ApiError ObjectNotFoundException */
export function deleteScalingPolicy(state: AutoScalingState, input: DeleteScalingPolicyRequest): void {
  const { ServiceNamespace, ResourceId, ScalableDimension, PolicyName: name = '' } = input;
  const { policies } = state.target({ ServiceNamespace, ResourceId, ScalableDimension });
  if (!policies.delete(name))
    throw new ApiError('ObjectNotFoundException', `No scaling policy found with name: ${name}`);
}
