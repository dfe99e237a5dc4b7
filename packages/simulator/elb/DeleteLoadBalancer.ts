import type { DeleteLoadBalancerInput } from '@aws-sdk/client-elastic-load-balancing-v2';
import { ApiError } from '../kernel/api-error.ts';
import { required } from './form.ts';
import type { LoadBalancing } from './load-balancing.ts';

/** Deletes the load balancer with its listeners; one that does not exist counts as deleted. */
export function deleteLoadBalancer(elb: LoadBalancing, input: DeleteLoadBalancerInput): object {
  const arn = required('LoadBalancerArn', input.LoadBalancerArn);
  const known = elb.loadBalancers.get(arn);
  if (known === undefined) return {};
  if (known.attributes.get('deletion_protection.enabled') === 'true') {
    throw new ApiError(
      'OperationNotPermitted',
      `Load balancer '${arn}' cannot be deleted because deletion protection is enabled`,
    );
  }
  elb.loadBalancers.delete(arn);
  elb.tags.delete(arn);
  for (const listener of known.listeners.values()) void listener.close();
  elb.settleUse();
  return {};
}
