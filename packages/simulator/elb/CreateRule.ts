import type { CreateRuleInput, CreateRuleOutput } from '@aws-sdk/client-elastic-load-balancing-v2';
import { ApiError } from '../kernel/api-error.ts';
import { ruleArn } from './CreateListener.ts';
import { checkConditions } from './conditions.ts';
import { integer, invalid, list } from './form.ts';
import type { LoadBalancing } from './load-balancing.ts';

export function createRule(elb: LoadBalancing, input: CreateRuleInput): CreateRuleOutput {
  const listener = elb.listener(input.ListenerArn);
  const priority = integer('priority', input.Priority, 1, 50_000);
  if (priority === undefined) throw invalid('A rule priority must be specified');
  if ([...listener.rules.values()].some((rule) => rule.priority === priority)) {
    throw new ApiError('PriorityInUse', `Priority '${priority}' is currently in use`);
  }
  if (list(input.Conditions).length === 0) throw invalid('A rule must have at least one condition');
  checkConditions(input.Conditions);
  if (list(input.Actions).length === 0) throw invalid('A rule must have an action');
  const arn = ruleArn(elb, listener.arn);
  listener.rules.set(arn, {
    arn,
    priority,
    conditions: [...list(input.Conditions)],
    actions: elb.actions(listener.host.arn, input.Actions),
  });
  elb.tag(arn, input.Tags);
  elb.settleUse();
  return { Rules: listener.describeRules().filter((rule) => rule.RuleArn === arn) };
}
