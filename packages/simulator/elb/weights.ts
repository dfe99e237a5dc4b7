import type { Action, TargetGroupTuple } from '@aws-sdk/client-elastic-load-balancing-v2';
import { integer, list } from './form.ts';

/** The groups of a forward action with their weights; a group named at action level alone has weight 1. */
export function forwardGroups(action: Action): readonly { arn: string; weight: number }[] {
  if (action.Type !== 'forward') return [];
  const groups = list<TargetGroupTuple>(action.ForwardConfig?.TargetGroups);
  if (groups.length === 0) {
    return action.TargetGroupArn === undefined ? [] : [{ arn: action.TargetGroupArn, weight: 1 }];
  }
  return groups.map((group) => ({
    arn: group.TargetGroupArn ?? '',
    weight: integer('weight', group.Weight, 0, 999) ?? 1,
  }));
}

const credits = new WeakMap<Action, Map<string, number>>();

/**
 * The target group for the next request of a forward action. Shares are exact over every run of as many requests as the
 * weights sum up to (smooth weighted round robin); AWS promises the shares only on average. A single group receives
 * everything whatever its weight.
 */
export function chooseGroup(action: Action): string | undefined {
  const groups = forwardGroups(action);
  if (groups.length === 1) return groups[0]?.arn;
  const total = groups.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return undefined;
  const credit = credits.get(action) ?? new Map<string, number>();
  credits.set(action, credit);
  let chosen: string | undefined;
  for (const { arn, weight } of groups) {
    if (weight === 0) continue;
    credit.set(arn, (credit.get(arn) ?? 0) + weight);
    if (chosen === undefined || (credit.get(arn) ?? 0) > (credit.get(chosen) ?? 0)) chosen = arn;
  }
  if (chosen !== undefined) credit.set(chosen, (credit.get(chosen) ?? 0) - total);
  return chosen;
}
