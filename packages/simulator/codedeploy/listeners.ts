import type {
  Action,
  DescribeRulesOutput,
  DescribeTargetGroupsOutput,
  Rule,
  TargetGroupTuple,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import type { Simulator } from '../kernel/simulator.ts';
import { onElb } from './failure.ts';

/** ARNs of target groups by name. */
export async function targetGroupArns(sim: Simulator, names: readonly string[]): Promise<string[]> {
  const { TargetGroups } = await onElb(
    async () =>
      await sim.call<DescribeTargetGroupsOutput>('elasticloadbalancing', 'DescribeTargetGroups', {
        Names: [...names],
      }),
  );
  return names.map(
    (name) => TargetGroups?.find((group) => group.TargetGroupName === name)?.TargetGroupArn ?? '',
  );
}

/** The share of each group of the pair in percent, in the rule of the listener that gives it most. */
export async function sharesOf(
  sim: Simulator,
  listenerArn: string,
  pair: readonly string[],
): Promise<Map<string, number>> {
  const shares = new Map<string, number>();
  for (const rule of await rulesOf(sim, listenerArn, pair)) {
    const groups = (rule.Actions ?? []).flatMap(tuples);
    const total = groups.reduce((sum, { Weight = 0 }) => sum + Weight, 0);
    for (const arn of pair) {
      const weight = groups.find((group) => group.TargetGroupArn === arn)?.Weight ?? 0;
      const share = total === 0 ? 0 : (100 * weight) / total;
      shares.set(arn, Math.max(share, shares.get(arn) ?? 0));
    }
  }
  return shares;
}

/**
 * Gives `green` that many percent and `blue` the rest, in the default rule and in every rule that forwards to either. Which
 * rules CodeDeploy selects is not documented; assumption.
 */
export async function shift(
  sim: Simulator,
  listenerArn: string,
  green: string,
  blue: string,
  percent: number,
): Promise<void> {
  for (const rule of await rulesOf(sim, listenerArn, [green, blue])) {
    const actions = (rule.Actions ?? []).map((action) => weighted(action, green, blue, percent));
    await onElb(
      async () =>
        await (rule.IsDefault === true
          ? sim.call('elasticloadbalancing', 'ModifyListener', {
              ListenerArn: listenerArn,
              DefaultActions: actions,
            })
          : sim.call('elasticloadbalancing', 'ModifyRule', { RuleArn: rule.RuleArn, Actions: actions })),
    );
  }
}

async function rulesOf(sim: Simulator, listenerArn: string, pair: readonly string[]): Promise<Rule[]> {
  const { Rules } = await onElb(
    async () =>
      await sim.call<DescribeRulesOutput>('elasticloadbalancing', 'DescribeRules', {
        ListenerArn: listenerArn,
      }),
  );
  return (Rules ?? []).filter((rule) =>
    (rule.Actions ?? []).flatMap(tuples).some(({ TargetGroupArn }) => pair.includes(TargetGroupArn ?? '')),
  );
}

/** A group that stands alone receives everything, whatever its weight. */
function tuples(action: Action): TargetGroupTuple[] {
  const groups = action.ForwardConfig?.TargetGroups ?? [];
  return groups.length === 1 ? groups.map((group) => ({ ...group, Weight: 100 })) : groups;
}

function weighted(action: Action, green: string, blue: string, percent: number): Action {
  const groups = action.ForwardConfig?.TargetGroups ?? [];
  const others = groups.filter(({ TargetGroupArn }) => TargetGroupArn !== green && TargetGroupArn !== blue);
  if (others.length === groups.length) return action;
  const { TargetGroupArn: _, ...rest } = action;
  return {
    ...rest,
    ForwardConfig: {
      ...action.ForwardConfig,
      TargetGroups: [
        { TargetGroupArn: green, Weight: percent },
        { TargetGroupArn: blue, Weight: 100 - percent },
        ...others,
      ],
    },
  };
}
