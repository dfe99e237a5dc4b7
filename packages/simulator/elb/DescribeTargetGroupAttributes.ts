import type {
  DescribeTargetGroupAttributesInput,
  DescribeTargetGroupAttributesOutput,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { describeAttributes } from './attributes.ts';
import type { LoadBalancing } from './load-balancing.ts';

export function describeTargetGroupAttributes(
  elb: LoadBalancing,
  input: DescribeTargetGroupAttributesInput,
): DescribeTargetGroupAttributesOutput {
  return { Attributes: describeAttributes(elb.targetGroup(input.TargetGroupArn).attributes) };
}
