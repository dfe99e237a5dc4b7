import type {
  ModifyLoadBalancerAttributesInput,
  ModifyLoadBalancerAttributesOutput,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { BALANCER_KEYS, modifyAttributes } from './attributes.ts';
import type { LoadBalancing } from './load-balancing.ts';

export function modifyLoadBalancerAttributes(
  elb: LoadBalancing,
  input: ModifyLoadBalancerAttributesInput,
): ModifyLoadBalancerAttributesOutput {
  return {
    Attributes: modifyAttributes(
      elb.loadBalancer(input.LoadBalancerArn).attributes,
      input.Attributes,
      BALANCER_KEYS,
    ),
  };
}
