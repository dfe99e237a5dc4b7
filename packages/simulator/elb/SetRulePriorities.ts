import type {
  RulePriorityPair,
  SetRulePrioritiesInput,
  SetRulePrioritiesOutput,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { ApiError } from '../kernel/api-error.ts';
import { integer, invalid, list } from './form.ts';
import type { LoadBalancing } from './load-balancing.ts';

/** Several rules may change places in one call; all is checked before the first changes. */
export function setRulePriorities(
  elb: LoadBalancing,
  input: SetRulePrioritiesInput,
): SetRulePrioritiesOutput {
  const changes = list<RulePriorityPair>(input.RulePriorities).map(({ RuleArn, Priority }) => {
    const { listener, rule } = elb.rule(RuleArn);
    const priority = integer('priority', Priority, 1, 50_000);
    if (rule === undefined) {
      throw new ApiError('OperationNotPermitted', `Default rule '${RuleArn ?? ''}' cannot be modified`);
    }
    if (priority === undefined) throw invalid('A rule priority must be specified');
    return { listener, rule, priority };
  });
  for (const { listener, rule, priority } of changes) {
    const rivals = [...listener.rules.values()].filter((one) => one !== rule);
    const after = (one: (typeof rivals)[number]): number =>
      changes.find((change) => change.rule === one)?.priority ?? one.priority;
    if (rivals.some((one) => after(one) === priority)) {
      throw new ApiError('PriorityInUse', `Priority '${priority}' is currently in use`);
    }
  }
  for (const { rule, priority } of changes) rule.priority = priority;
  return {
    Rules: changes.flatMap(({ listener, rule }) =>
      listener.describeRules().filter(({ RuleArn }) => RuleArn === rule.arn),
    ),
  };
}
