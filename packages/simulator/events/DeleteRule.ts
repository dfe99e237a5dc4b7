import { ApiError } from '../kernel/api-error.ts';
import type { Rules } from './rules.ts';

interface DeleteRuleRequest {
  readonly Name: string;
  readonly EventBusName?: string;
}

/** Deleting a rule that does not exist succeeds. @throws ApiError ValidationException, ResourceNotFoundException */
export function deleteRule(rules: Rules, { Name, EventBusName }: DeleteRuleRequest): void {
  rules.bus(EventBusName);
  if ((rules.find(Name)?.targets.size ?? 0) > 0)
    throw new ApiError('ValidationException', "Rule can't be deleted since it has targets.");
  rules.delete(Name);
}
