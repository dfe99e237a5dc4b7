import { COMMON } from '../../rules/book.ts';
import type { EcsFacts } from '../../rules/ecs/facts.ts';
import { ecsServiceRules } from '../../rules/ecs/service-rules.ts';
import type { Rule } from '../../rules/rule.ts';

/** Rows that ECS's own deployments add to the rule book. */
export const OWN_RULES: readonly Rule<EcsFacts>[] = ecsServiceRules;

/** Everything that keeps a service deployment from starting, each rule once and after those that it needs. */
export const RULES: readonly Rule<EcsFacts>[] = [...COMMON, ...OWN_RULES];
