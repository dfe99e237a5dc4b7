import type { DeregisterScalableTargetRequest } from '@aws-sdk/client-application-auto-scaling';
import type { AutoScalingState } from './state.ts';

/** @throws ApiError ObjectNotFoundException */
export function deregisterScalableTarget(
  state: AutoScalingState,
  { ServiceNamespace, ResourceId, ScalableDimension }: DeregisterScalableTargetRequest,
): void {
  state.delete(state.target({ ServiceNamespace, ResourceId, ScalableDimension }));
}
