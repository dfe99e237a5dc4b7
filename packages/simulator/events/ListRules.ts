import { page } from './page.ts';
import type { Rules, RuleShape } from './rules.ts';

interface ListRulesRequest {
  readonly NamePrefix?: string;
  readonly EventBusName?: string;
  readonly NextToken?: string;
  readonly Limit?: number;
}

/** @throws ApiError ResourceNotFoundException, ValidationException */
export function listRules(
  rules: Rules,
  input: ListRulesRequest,
): { Rules: readonly RuleShape[]; NextToken?: string } {
  rules.bus(input.EventBusName);
  const found = rules.all().filter(({ shape }) => shape.Name.startsWith(input.NamePrefix ?? ''));
  const { items, next } = page(found, input);
  return {
    // The list does not say who created a rule.
    Rules: items.map(({ shape }) => {
      const { CreatedBy: _, ...shown } = shape;
      return shown;
    }),
    ...next,
  };
}
