import type {
  SetSecurityGroupsInput,
  SetSecurityGroupsOutput,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { list } from './form.ts';
import type { LoadBalancing } from './load-balancing.ts';

/** Recorded only: nothing in the simulated network is filtered. */
export function setSecurityGroups(
  elb: LoadBalancing,
  input: SetSecurityGroupsInput,
): SetSecurityGroupsOutput {
  const loadBalancer = elb.loadBalancer(input.LoadBalancerArn);
  loadBalancer.securityGroups = [...list<string>(input.SecurityGroups)];
  return { SecurityGroupIds: [...loadBalancer.securityGroups] };
}
