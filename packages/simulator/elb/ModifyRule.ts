import type { ModifyRuleInput, ModifyRuleOutput } from '@aws-sdk/client-elastic-load-balancing-v2';
import { ApiError } from '../kernel/api-error.ts';
import { checkConditions } from './conditions.ts';
import { list } from './form.ts';
import type { LoadBalancing } from './load-balancing.ts';

export function modifyRule(elb: LoadBalancing, input: ModifyRuleInput): ModifyRuleOutput {
  const { listener, rule } = elb.rule(input.RuleArn);
  if (rule === undefined) {
    throw new ApiError('OperationNotPermitted', `Default rule '${input.RuleArn ?? ''}' cannot be modified`);
  }
  checkConditions(input.Conditions);
  if (list(input.Actions).length > 0) rule.actions = elb.actions(listener.host.arn, input.Actions);
  if (list(input.Conditions).length > 0) rule.conditions = [...list(input.Conditions)];
  elb.settleUse();
  return { Rules: listener.describeRules().filter(({ RuleArn }) => RuleArn === rule.arn) };
}
