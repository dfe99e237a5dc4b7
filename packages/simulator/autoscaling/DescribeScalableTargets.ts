import type {
  DescribeScalableTargetsRequest,
  DescribeScalableTargetsResponse,
} from '@aws-sdk/client-application-auto-scaling';
import { ApiError } from '../kernel/api-error.ts';
import { page } from './page.ts';
import { targetShape, type AutoScalingState } from './state.ts';

/** @throws ApiError InvalidNextTokenException, ValidationException */
export function describeScalableTargets(
  state: AutoScalingState,
  input: DescribeScalableTargetsRequest,
): DescribeScalableTargetsResponse {
  const { ServiceNamespace: namespace, ResourceIds: resources, ScalableDimension: dimension } = input;
  if (dimension !== undefined && resources === undefined) {
    throw new ApiError(
      'ValidationException',
      'If you specify a scalable dimension, you must also specify a resource ID.',
    );
  }
  const found = state.targets.filter(
    ({ key }) =>
      key.ServiceNamespace === namespace &&
      (resources === undefined || resources.includes(key.ResourceId ?? '')) &&
      (dimension === undefined || key.ScalableDimension === dimension),
  );
  const { items, ...next } = page(found, input);
  return { ScalableTargets: items.map(targetShape), ...next };
}
