import type { CodeDeployFacts } from '../../rules/codedeploy/facts.ts';
import { groupRules } from '../../rules/codedeploy/group-rules.ts';
import { codeDeployServiceRules } from '../../rules/codedeploy/service-rules.ts';
import { trafficRules } from '../../rules/codedeploy/traffic-rules.ts';
import { waitRules } from '../../rules/codedeploy/wait-rules.ts';
import { COMMON } from '../../rules/book.ts';
import type { Rule } from '../../rules/rule.ts';

/** Rows that CodeDeploy adds to the rule book. */
export const OWN_RULES: readonly Rule<CodeDeployFacts>[] = [
  ...codeDeployServiceRules,
  ...groupRules,
  ...waitRules,
  ...trafficRules,
];

/** Everything that keeps a CodeDeploy deployment from starting, each rule once and after those that it needs. */
export const RULES: readonly Rule<CodeDeployFacts>[] = [...COMMON, ...OWN_RULES];
