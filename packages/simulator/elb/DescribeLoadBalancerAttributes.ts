import type {
  DescribeLoadBalancerAttributesInput,
  DescribeLoadBalancerAttributesOutput,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { describeAttributes } from './attributes.ts';
import type { LoadBalancing } from './load-balancing.ts';

export function describeLoadBalancerAttributes(
  elb: LoadBalancing,
  input: DescribeLoadBalancerAttributesInput,
): DescribeLoadBalancerAttributesOutput {
  return { Attributes: describeAttributes(elb.loadBalancer(input.LoadBalancerArn).attributes) };
}
