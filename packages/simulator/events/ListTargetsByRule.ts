import { page } from './page.ts';
import type { Rules, Target } from './rules.ts';

interface ListTargetsByRuleRequest {
  readonly Rule: string;
  readonly EventBusName?: string;
  readonly NextToken?: string;
  readonly Limit?: number;
}

/** @throws ApiError ResourceNotFoundException, ValidationException */
export function listTargetsByRule(
  rules: Rules,
  input: ListTargetsByRuleRequest,
): { Targets: readonly Target[]; NextToken?: string } {
  const { targets } = rules.get(input.Rule, input.EventBusName);
  const { items, next } = page([...targets.values()], input);
  return { Targets: items, ...next };
}
