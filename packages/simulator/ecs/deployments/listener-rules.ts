import type { DeploymentLifecycleHookStage, LoadBalancer } from '@aws-sdk/client-ecs';
import type {
  Action,
  DescribeRulesOutput,
  Rule,
  TargetGroupTuple,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { ApiError } from '../../kernel/api-error.ts';
import type { Simulator } from '../../kernel/simulator.ts';
import { allows, denial, trustsEcs } from '../role-rights.ts';
import type { TargetGroupPair } from '../state.ts';
import { hookFailure, networkFailure } from './failure.ts';

const SESSION = 'ECSNetworkingWithELB';
const READS = [
  'elasticloadbalancing:DescribeRules',
  'elasticloadbalancing:DescribeListeners',
  'elasticloadbalancing:DescribeTargetGroups',
];
/** ELB takes weights up to 999. */
const FINE_WEIGHTS = 999;

/** The rule; undefined when none has the ARN. */
export async function findRule(sim: Simulator, arn: string): Promise<Rule | undefined> {
  try {
    const { Rules } = await sim.call<DescribeRulesOutput>('elasticloadbalancing', 'DescribeRules', {
      RuleArns: [arn],
    });
    return Rules?.[0];
  } catch (error) {
    if (error instanceof ApiError) return undefined;
    throw error;
  }
}

/** Groups to which the rule forwards, with weights; a group that stands alone receives everything. */
export function groupsOf(rule: Rule | undefined): { readonly arn: string; readonly weight: number }[] {
  const tuples = (rule?.Actions ?? []).flatMap(
    ({ ForwardConfig }): TargetGroupTuple[] => ForwardConfig?.TargetGroups ?? [],
  );
  return tuples.map(({ TargetGroupArn = '', Weight = 1 }) => ({
    arn: TargetGroupArn,
    weight: tuples.length === 1 ? 1 : Weight,
  }));
}

/**
 * Reads the live rules and tells blue from green: green is the group of the pair without production traffic. Assumption: the
 * check comes before PRE_SCALE_UP, and which of several faults is named.
 * @throws Interrupted with the text of the fault
 */
export async function resolvePair(sim: Simulator, loadBalancer: LoadBalancer): Promise<TargetGroupPair> {
  const { targetGroupArn = '', advancedConfiguration = {} } = loadBalancer;
  const { alternateTargetGroupArn = '', productionListenerRule = '', roleArn = '' } = advancedConfiguration;
  const { testListenerRule } = advancedConfiguration;
  await checkRole(sim, roleArn);
  const production = await findRule(sim, productionListenerRule);
  // Assumption: the wording.
  if (production === undefined)
    throw networkFailure(`productionListenerRule ${productionListenerRule} does not exist.`);
  const test = testListenerRule === undefined ? undefined : await findRule(sim, testListenerRule);
  // Assumption: the wording.
  if (testListenerRule !== undefined && test === undefined)
    throw networkFailure(`testListenerRule ${testListenerRule} does not exist.`);
  const pair = [targetGroupArn, alternateTargetGroupArn];
  const serving = groupsOf(production).filter(({ weight }) => weight > 0);
  const foreign = serving.find(({ arn }) => !pair.includes(arn));
  if (foreign !== undefined) {
    throw networkFailure(
      `Production listener rule is forwarding traffic to unexpected target group ${foreign.arn}. Expected traffic to be forwarded to either targetGroupArn: ${targetGroupArn} or alternateTargetGroupArn: ${alternateTargetGroupArn}`,
    );
  }
  if (serving.length !== 1) {
    throw networkFailure(
      `productionListenerRule ${productionListenerRule} should have exactly one target group serving traffic but found ${serving.length} target groups which are serving traffic`,
    );
  }
  const associated = [...groupsOf(production), ...groupsOf(test)].map(({ arn }) => arn);
  const stray = pair.find((arn) => !associated.includes(arn));
  if (stray !== undefined) {
    throw networkFailure(
      test === undefined
        ? 'Both targetGroup and alternateTargetGroup must be associated with the productionListenerRule or testListenerRule.'
        : `: Target group ${stray} is not associated with either productionListenerRule or testListenerRule.`,
    );
  }
  const blue = serving[0]?.arn ?? '';
  return {
    blue,
    green: blue === targetGroupArn ? alternateTargetGroupArn : targetGroupArn,
    productionRule: productionListenerRule,
    testRule: testListenerRule,
    roleArn,
  };
}

async function checkRole(sim: Simulator, role: string): Promise<void> {
  const reads = await Promise.all(READS.map(async (action) => allows(sim, role, action, '*')));
  if ((await trustsEcs(sim, role)) && !reads.includes(false)) return;
  throw networkFailure(
    `ECS was unable to manage the ELB resources due to missing permissions on ECS Infrastructure Role '${role}'.`,
  );
}

/**
 * Gives green that many percent of the rule's traffic, and blue the rest, with the infrastructure role.
 * @throws Interrupted when the role may not, or the rule is gone
 */
export async function shiftRule(
  sim: Simulator,
  pair: TargetGroupPair,
  ruleArn: string,
  greenPercent: number,
  stage: DeploymentLifecycleHookStage,
): Promise<void> {
  const rule = await findRule(sim, ruleArn);
  // Assumption: the wording.
  if (rule === undefined) throw hookFailure(stage, `Listener rule ${ruleArn} does not exist.`);
  const listener = ruleArn.replace(':listener-rule/', ':listener/').replace(/\/[^/]*$/, '');
  const [operation, resource] =
    rule.IsDefault === true ? (['ModifyListener', listener] as const) : (['ModifyRule', ruleArn] as const);
  const action = `elasticloadbalancing:${operation}`;
  if (!(await allows(sim, pair.roleArn, action, resource)))
    throw hookFailure(stage, denial(sim, pair.roleArn, SESSION, action, resource));
  const actions = (rule.Actions ?? []).map((one) => forwarding(one, pair, greenPercent));
  try {
    await sim.call(
      'elasticloadbalancing',
      operation,
      operation === 'ModifyListener'
        ? { ListenerArn: resource, DefaultActions: actions }
        : { RuleArn: resource, Actions: actions },
    );
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    throw hookFailure(stage, error.message);
  }
}

/** Assumption: a share with a decimal place is scaled so that the weights sum up to 999. */
function forwarding(action: Action, { green, blue }: TargetGroupPair, percent: number): Action {
  if (action.Type !== 'forward') return action;
  const total = Number.isInteger(percent) ? 100 : FINE_WEIGHTS;
  const weight = Number.isInteger(percent)
    ? percent
    : Math.min(total - 1, Math.max(1, Math.round((percent * total) / 100)));
  const { TargetGroupArn: _, ...rest } = action;
  return {
    ...rest,
    ForwardConfig: {
      ...action.ForwardConfig,
      TargetGroups: [
        { TargetGroupArn: green, Weight: weight },
        { TargetGroupArn: blue, Weight: total - weight },
      ],
    },
  };
}
