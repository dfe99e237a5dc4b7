import type { Rules, RuleShape } from './rules.ts';

interface DescribeRuleRequest {
  readonly Name: string;
  readonly EventBusName?: string;
}

/** @throws ApiError ResourceNotFoundException */
export function describeRule(rules: Rules, { Name, EventBusName }: DescribeRuleRequest): RuleShape {
  return rules.get(Name, EventBusName).shape;
}
