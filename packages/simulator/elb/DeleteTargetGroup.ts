import type { DeleteTargetGroupInput } from '@aws-sdk/client-elastic-load-balancing-v2';
import { ApiError } from '../kernel/api-error.ts';
import { required } from './form.ts';
import type { LoadBalancing } from './load-balancing.ts';

/** A group that does not exist counts as deleted. */
export function deleteTargetGroup(elb: LoadBalancing, input: DeleteTargetGroupInput): object {
  const arn = required('TargetGroupArn', input.TargetGroupArn);
  if (elb.usersOf(arn).length > 0) {
    throw new ApiError('ResourceInUse', `Target group '${arn}' is currently in use by a listener or a rule`);
  }
  elb.targetGroups.get(arn)?.close();
  elb.targetGroups.delete(arn);
  elb.tags.delete(arn);
  return {};
}
