import type {
  DescribeScalingPoliciesRequest,
  DescribeScalingPoliciesResponse,
} from '@aws-sdk/client-application-auto-scaling';
import { page } from './page.ts';
import type { AutoScalingState } from './state.ts';

/** @throws ApiError InvalidNextTokenException */
export function describeScalingPolicies(
  state: AutoScalingState,
  input: DescribeScalingPoliciesRequest,
): DescribeScalingPoliciesResponse {
  const {
    ServiceNamespace: namespace,
    ResourceId: resource,
    ScalableDimension: dimension,
    PolicyNames: names,
  } = input;
  const found = state.targets
    .flatMap(({ policies }) => [...policies.values()])
    .filter(
      (policy) =>
        policy.ServiceNamespace === namespace &&
        (resource === undefined || policy.ResourceId === resource) &&
        (dimension === undefined || policy.ScalableDimension === dimension) &&
        (names === undefined || names.includes(policy.PolicyName ?? '')),
    );
  const { items, ...next } = page(found, input);
  return { ScalingPolicies: items, ...next };
}
