import type {
  AdvancedConfiguration,
  DeploymentConfiguration,
  DeploymentLifecycleHook,
  LoadBalancer,
} from '@aws-sdk/client-ecs';
import type { DescribeTargetGroupsOutput } from '@aws-sdk/client-elastic-load-balancing-v2';
import { ApiError } from '../../kernel/api-error.ts';
import type { Ecs } from '../ecs.ts';
import { invalid } from '../launch-checks.ts';
import type { ServiceState } from '../state.ts';
import { findRule, groupsOf } from './listener-rules.ts';

const MAX_HOOKS = 10;
const MAX_MINUTES = 1440;
const MAX_PAUSE_MINUTES = 20_160;
const RULE = /^arn:[\w-]+:elasticloadbalancing:[\w-]+:\d{12}:listener-rule\/app\/[^/]+\/[^/]+\/[^/]+\/[^/]+$/;
/** PAUSE is not allowed where a rollback calls the hooks again. */
const PAUSE_STAGES: readonly string[] = [
  'RECONCILE_SERVICE',
  'PRE_SCALE_UP',
  'POST_SCALE_UP',
  'POST_TEST_TRAFFIC_SHIFT',
  'PRE_PRODUCTION_TRAFFIC_SHIFT',
  'POST_PRODUCTION_TRAFFIC_SHIFT',
];

/**
 * Assumption: every member that is sent replaces the service's own, and the others stay. The configuration of another strategy
 * is dropped silently, as reported.
 */
export function mergeConfiguration(
  present: DeploymentConfiguration,
  sent: DeploymentConfiguration | undefined,
): DeploymentConfiguration {
  const { linearConfiguration, canaryConfiguration, ...merged } = { ...present, ...sent };
  return {
    ...merged,
    ...(merged.strategy === 'LINEAR' && linearConfiguration !== undefined ? { linearConfiguration } : {}),
    ...(merged.strategy === 'CANARY' && canaryConfiguration !== undefined ? { canaryConfiguration } : {}),
  };
}

/**
 * Checks that Create- and UpdateService make at once; the live listener rules are judged by the deployment. Texts come from the
 * troubleshooting page of blue/green deployments; those of ranges, of roles and of hooks are assumptions.
 * @throws ApiError InvalidParameterException
 */
export async function checkDeployments(
  ecs: Ecs,
  { schedulingStrategy, controller }: ServiceState,
  configuration: DeploymentConfiguration,
  loadBalancers: readonly LoadBalancer[],
): Promise<void> {
  const { strategy = 'ROLLING', lifecycleHooks = [] } = configuration;
  const shifting = strategy !== 'ROLLING';
  if (shifting && schedulingStrategy === 'DAEMON')
    throw invalid('The DAEMON scheduling strategy supports only the ROLLING deployment strategy');
  checkTimes(configuration);
  checkBreakerValues(configuration);
  checkHooks(lifecycleHooks);
  const advanced = loadBalancers.filter(({ advancedConfiguration }) => advancedConfiguration !== undefined);
  if (advanced.length > 0 && advanced.length < loadBalancers.length)
    throw invalid('Either all or none of the provided loadBalancers must have advancedConfiguration defined');
  if (shifting && advanced.length < loadBalancers.length) {
    throw invalid(
      'advancedConfiguration field is required for all loadBalancers when using a non-ROLLING deployment strategy',
    );
  }
  // Assumption: only the controller ECS reads it.
  if (advanced.length > 0 && controller.type === 'EXTERNAL')
    throw invalid('advancedConfiguration is not supported with the EXTERNAL deployment controller.');
  if (strategy === 'LINEAR' || strategy === 'CANARY') {
    // The guide names load balancers, Service Connect and VPC Lattice, and nothing else, for a managed shift.
    if (loadBalancers.length === 0)
      throw invalid(
        `The ${strategy} deployment strategy requires a load balancer, Service Connect or VPC Lattice.`,
      );
  }
  const groups = advanced.flatMap(({ targetGroupArn = '', advancedConfiguration }) => [
    targetGroupArn,
    advancedConfiguration?.alternateTargetGroupArn ?? '',
  ]);
  const twice = groups.find((arn, index) => groups.indexOf(arn) !== index);
  if (twice !== undefined) throw invalid(`Duplicate targetGroupArn found: ${twice}`);
  for (const { targetGroupArn = '', advancedConfiguration = {} } of advanced)
    await checkPair(ecs, targetGroupArn, advancedConfiguration);
}

async function checkPair(
  ecs: Ecs,
  targetGroupArn: string,
  { alternateTargetGroupArn, productionListenerRule, testListenerRule, roleArn }: AdvancedConfiguration,
): Promise<void> {
  for (const [name, value] of Object.entries({ alternateTargetGroupArn, productionListenerRule, roleArn })) {
    if (value === undefined || value === '')
      throw invalid(`${name} is required in advancedConfiguration of a load balancer.`);
  }
  for (const [name, value] of Object.entries({ productionListenerRule, testListenerRule })) {
    if (value === undefined || RULE.test(value)) continue;
    if (value.includes(':listener/net/'))
      throw invalid(`The simulator shifts no traffic of Network Load Balancers: ${name} is ${value}`);
    throw invalid(`${name} has an invalid ARN format: ${value}`);
  }
  if (testListenerRule !== undefined && testListenerRule === productionListenerRule) {
    throw invalid(
      `The following rules cannot be used as both production and test listener rules: ${testListenerRule}`,
    );
  }
  await checkGroup(ecs, alternateTargetGroupArn ?? '');
  if (testListenerRule !== undefined) return;
  const rule = await findRule(ecs.sim, productionListenerRule ?? '');
  const named = groupsOf(rule).map(({ arn }) => arn);
  if (
    rule === undefined ||
    [targetGroupArn, alternateTargetGroupArn].every((arn) => named.includes(arn ?? ''))
  )
    return;
  throw invalid(
    'For Application LoadBalancer, testListenerRule is required when productionListenerRule is not associated with both targetGroup and alternateTargetGroup',
  );
}

async function checkGroup(ecs: Ecs, arn: string): Promise<void> {
  try {
    await ecs.sim.call<DescribeTargetGroupsOutput>('elasticloadbalancing', 'DescribeTargetGroups', {
      TargetGroupArns: [arn],
    });
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    throw invalid(`The target group with targetGroupArn ${arn} does not exist.`);
  }
}

function checkTimes(configuration: DeploymentConfiguration): void {
  const { strategy, bakeTimeInMinutes, linearConfiguration, canaryConfiguration } = configuration;
  if (strategy === 'BLUE_GREEN' && bakeTimeInMinutes === undefined)
    throw invalid('bakeTimeInMinutes is required when using the BLUE_GREEN deployment strategy.');
  within('bakeTimeInMinutes', bakeTimeInMinutes, 0, MAX_MINUTES);
  within('stepBakeTimeInMinutes', linearConfiguration?.stepBakeTimeInMinutes, 0, MAX_MINUTES);
  within('canaryBakeTimeInMinutes', canaryConfiguration?.canaryBakeTimeInMinutes, 0, MAX_MINUTES);
  share('stepPercent', linearConfiguration?.stepPercent, 3);
  share('canaryPercent', canaryConfiguration?.canaryPercent, 0.1);
}

function checkBreakerValues({ deploymentCircuitBreaker: breaker }: DeploymentConfiguration): void {
  const { type, value = 1 } = breaker?.thresholdConfiguration ?? {};
  within('thresholdConfiguration value', value, 1, type === 'COUNT' ? Number.MAX_SAFE_INTEGER : 100);
}

function within(name: string, value: number | undefined, least: number, most: number): void {
  if (value !== undefined && (!Number.isInteger(value) || value < least || value > most))
    throw invalid(`${name} must be between ${least} and ${most}`);
}

/** Percent in tenths. */
function share(name: string, value: number | undefined, least: number): void {
  if (value === undefined) return;
  const tenths = value * 10;
  if (value < least || value > 100 || Math.abs(tenths - Math.round(tenths)) > 1e-6)
    throw invalid(`${name} must be between ${least.toFixed(1)} and 100.0`);
}

function checkHooks(hooks: readonly DeploymentLifecycleHook[]): void {
  for (const kind of ['PAUSE', 'AWS_LAMBDA'] as const) {
    const count = hooks.filter(({ targetType = 'AWS_LAMBDA' }) => targetType === kind).length;
    if (count > MAX_HOOKS) throw invalid(`A service can have at most ${MAX_HOOKS} ${kind} lifecycle hooks.`);
  }
  for (const hook of hooks) {
    const { targetType = 'AWS_LAMBDA', lifecycleStages = [], hookTargetArn, roleArn } = hook;
    const minutes = hook.timeoutConfiguration?.timeoutInMinutes;
    if (lifecycleStages.length === 0) throw invalid('lifecycleStages of a lifecycle hook cannot be empty.');
    within('timeoutInMinutes', minutes, 1, targetType === 'PAUSE' ? MAX_PAUSE_MINUTES : MAX_MINUTES);
    if (targetType === 'PAUSE') {
      if (!lifecycleStages.every((stage) => PAUSE_STAGES.includes(stage)))
        throw invalid('Invalid lifecycle stage provided for Pause Hook');
    } else if (hookTargetArn === undefined || roleArn === undefined) {
      throw invalid('hookTargetArn and roleArn are required for AWS_LAMBDA lifecycle hooks.');
    }
  }
}
