import type { JsonService, Operation } from '../kernel/service.ts';
import type { Simulator } from '../kernel/simulator.ts';
import { deleteRule } from './DeleteRule.ts';
import { describeRule } from './DescribeRule.ts';
import { listRules } from './ListRules.ts';
import { listTargetsByRule } from './ListTargetsByRule.ts';
import { putRule } from './PutRule.ts';
import { putTargets } from './PutTargets.ts';
import { removeTargets } from './RemoveTargets.ts';
import { Rules } from './rules.ts';

/** EventBridge: rules of the default bus and their targets, recorded. No event arrives and no schedule starts anything. */
export function createEvents(sim: Simulator): JsonService {
  const rules = new Rules(sim);
  const bind =
    <I>(run: (rules: Rules, input: I) => object | void): Operation =>
    (input: I) =>
      run(rules, input);
  return {
    name: 'events',
    protocol: 'json',
    targetPrefix: 'AWSEvents',
    operations: {
      DeleteRule: bind(deleteRule),
      DescribeRule: bind(describeRule),
      ListRules: bind(listRules),
      ListTargetsByRule: bind(listTargetsByRule),
      PutRule: bind(putRule),
      PutTargets: bind(putTargets),
      RemoveTargets: bind(removeTargets),
    },
    snapshot: () => ({
      rules: rules.all().map(({ shape, targets }) => ({ ...shape, targets: [...targets.values()] })),
    }),
  };
}
