import type {
  SetSubnetsInput,
  SetSubnetsOutput,
  SubnetMapping,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { describeLoadBalancer } from './DescribeLoadBalancers.ts';
import { invalid, list } from './form.ts';
import type { LoadBalancing } from './load-balancing.ts';

export function setSubnets(elb: LoadBalancing, input: SetSubnetsInput): SetSubnetsOutput {
  const loadBalancer = elb.loadBalancer(input.LoadBalancerArn);
  const mapped = list<SubnetMapping>(input.SubnetMappings).map(({ SubnetId }) => SubnetId ?? '');
  const subnets = [...list<string>(input.Subnets), ...mapped];
  if (subnets.length < 2) {
    throw invalid('At least two subnets in two different Availability Zones must be specified');
  }
  loadBalancer.subnets = subnets;
  return { AvailabilityZones: describeLoadBalancer(elb, loadBalancer).AvailabilityZones };
}
