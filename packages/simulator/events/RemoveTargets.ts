import type { Rules } from './rules.ts';

interface RemoveTargetsRequest {
  readonly Rule: string;
  readonly EventBusName?: string;
  readonly Ids: readonly string[];
}

/** Removing a target that does not exist succeeds. @throws ApiError ResourceNotFoundException */
export function removeTargets(
  rules: Rules,
  { Rule, EventBusName, Ids }: RemoveTargetsRequest,
): { FailedEntryCount: number; FailedEntries: readonly object[] } {
  const { targets } = rules.get(Rule, EventBusName);
  for (const id of Ids) targets.delete(id);
  return { FailedEntryCount: 0, FailedEntries: [] };
}
