import type { DeleteRuleInput } from '@aws-sdk/client-elastic-load-balancing-v2';
import { ApiError } from '../kernel/api-error.ts';
import type { LoadBalancing } from './load-balancing.ts';

export function deleteRule(elb: LoadBalancing, input: DeleteRuleInput): object {
  const { listener, rule } = elb.rule(input.RuleArn);
  if (rule === undefined) {
    throw new ApiError('OperationNotPermitted', `Default rule '${input.RuleArn ?? ''}' cannot be deleted`);
  }
  listener.rules.delete(rule.arn);
  elb.tags.delete(rule.arn);
  elb.settleUse();
  return {};
}
