import type { DeploymentConfiguration, DeploymentLifecycleHookStage } from '@aws-sdk/client-ecs';
import type { Ecs } from '../ecs.ts';
import { allows, denial } from '../role-rights.ts';
import type { ServiceDeploymentState, TargetGroupPair } from '../state.ts';
import { computeDesiredCount, drainTaskSet } from '../task-set.ts';
import type { Course } from './course.ts';
import { failure } from './failure.ts';
import { runHooks } from './hooks.ts';
import { isUp } from './look.ts';
import { resolvePair, shiftRule } from './listener-rules.ts';

/** AWS milliseconds that a stage takes at least. */
const STAGE_MS = 2000;
const STAGE_LIMIT_MS = 86_400_000;
const DEFAULT_BAKE_MINUTES = 15;

interface Step {
  readonly percent: number;
  readonly bakeMinutes: number;
}

/** Shares of green in order, with the wait after each; none after the last. */
export function stepsOf({
  strategy,
  linearConfiguration: linear,
  canaryConfiguration: canary,
}: DeploymentConfiguration): readonly Step[] {
  const all: Step = { percent: 100, bakeMinutes: 0 };
  if (strategy === 'CANARY') {
    const percent = canary?.canaryPercent ?? 5;
    if (percent >= 100) return [all];
    return [{ percent, bakeMinutes: canary?.canaryBakeTimeInMinutes ?? 10 }, all];
  }
  if (strategy !== 'LINEAR') return [all];
  const tenths = Math.round((linear?.stepPercent ?? 10) * 10);
  const steps: Step[] = [];
  for (let sum = tenths; sum < 1000; sum += tenths)
    steps.push({ percent: sum / 10, bakeMinutes: linear?.stepBakeTimeInMinutes ?? 6 });
  return [...steps, all];
}

/**
 * The stages of BLUE_GREEN, LINEAR and CANARY on listener rules, or without load balancer. Source: the developer guide, "How
 * blue/green deployments work" and the pages of the other strategies.
 * @throws Interrupted
 */
export async function forwardShifting(
  ecs: Ecs,
  deployment: ServiceDeploymentState,
  course: Course,
  superseded: ServiceDeploymentState | undefined,
): Promise<void> {
  const { service, target, sources, configuration, shares } = deployment;
  const stage = async (name: NonNullable<ServiceDeploymentState['stage']>): Promise<void> => {
    enter(ecs, deployment, name);
    await course.pause(STAGE_MS);
  };
  const hooked = async (name: DeploymentLifecycleHookStage): Promise<void> => {
    await runHooks(ecs, deployment, course, name);
  };
  if (superseded !== undefined) {
    await stage('RECONCILE_SERVICE');
    await reconcile(ecs, deployment, superseded);
    await hooked('RECONCILE_SERVICE');
  }
  await resolve(ecs, deployment);
  await stage('PRE_SCALE_UP');
  await hooked('PRE_SCALE_UP');
  await stage('SCALE_UP');
  await scaleUp(ecs, deployment, course);
  await stage('POST_SCALE_UP');
  await hooked('POST_SCALE_UP');
  // Assumption: without a test rule, or a load balancer, the stages of test traffic pass at once and their hooks run.
  await stage('TEST_TRAFFIC_SHIFT');
  await shiftAll(ecs, deployment, 'TEST_TRAFFIC_SHIFT', 100);
  await hooked('TEST_TRAFFIC_SHIFT');
  await stage('POST_TEST_TRAFFIC_SHIFT');
  await hooked('POST_TEST_TRAFFIC_SHIFT');
  for (const { percent, bakeMinutes } of stepsOf(configuration)) {
    // The enumeration of lifecycleStage lacks PRE_PRODUCTION_TRAFFIC_SHIFT. Assumption: the stage before stays shown.
    await hooked('PRE_PRODUCTION_TRAFFIC_SHIFT');
    await stage('PRODUCTION_TRAFFIC_SHIFT');
    await shiftAll(ecs, deployment, 'PRODUCTION_TRAFFIC_SHIFT', percent);
    await hooked('PRODUCTION_TRAFFIC_SHIFT');
    await course.pause(bakeMinutes * 60_000);
  }
  await stage('POST_PRODUCTION_TRAFFIC_SHIFT');
  await hooked('POST_PRODUCTION_TRAFFIC_SHIFT');
  await stage('BAKE_TIME');
  await course.pause((configuration.bakeTimeInMinutes ?? DEFAULT_BAKE_MINUTES) * 60_000);
  // From here on no failure and no stop leads back: the old tasks are going.
  course.phase = 'late';
  shares.production = 100;
  enter(ecs, deployment, 'CLEAN_UP');
  for (const source of sources) drainTaskSet(ecs, source);
  await course.until(
    () => !service.taskSets.some((taskSet) => taskSet !== target && sources.includes(taskSet)),
  );
}

export function enter(
  ecs: Ecs,
  deployment: ServiceDeploymentState,
  name: NonNullable<ServiceDeploymentState['stage']>,
): void {
  deployment.stage = name;
  deployment.updatedAt = ecs.now();
}

/** Reads the live rules, and gives the target the group without production traffic. */
async function resolve(ecs: Ecs, deployment: ServiceDeploymentState): Promise<void> {
  const { target } = deployment;
  const pairs: TargetGroupPair[] = [];
  for (const loadBalancer of target.configured) pairs.push(await resolvePair(ecs.sim, loadBalancer));
  deployment.pairs = pairs;
  target.loadBalancers = target.configured.map((loadBalancer, index) => ({
    ...loadBalancer,
    targetGroupArn: pairs[index]?.green ?? loadBalancer.targetGroupArn,
  }));
}

/**
 * Assumption: traffic that the superseded deployment had moved goes back to its blue, and its own tasks end, unless nothing
 * has ever been deployed successfully.
 */
async function reconcile(
  ecs: Ecs,
  { sources, service }: ServiceDeploymentState,
  superseded: ServiceDeploymentState,
): Promise<void> {
  if (superseded.shares.production > 0) await shiftAll(ecs, superseded, 'PRODUCTION_TRAFFIC_SHIFT', 0);
  if (superseded.shares.test > 0) await shiftAll(ecs, superseded, 'TEST_TRAFFIC_SHIFT', 0);
  const { lastSuccessful } = service;
  if (lastSuccessful === undefined || !sources.includes(lastSuccessful)) return;
  for (const source of sources) if (source !== lastSuccessful) drainTaskSet(ecs, source);
}

async function scaleUp(
  ecs: Ecs,
  { service, target, pairs }: ServiceDeploymentState,
  course: Course,
): Promise<void> {
  target.held = false;
  computeDesiredCount(ecs, target);
  ecs.scheduler.wake(service);
  for (const { green, roleArn } of pairs) {
    const action = 'elasticloadbalancing:DescribeTargetHealth';
    if (await allows(ecs.sim, roleArn, action, '*')) continue;
    const user = denial(ecs.sim, roleArn, 'ecs-service-scheduler', action);
    const group = green.split('/')[1] ?? green;
    ecs.announce(
      service,
      `service ${service.name} failed to describe target health on target-group ${group} with (error ${user})`,
    );
    // ECS can't tell whether the tasks are healthy; the stage stands until its limit.
    await course.pause(STAGE_LIMIT_MS);
  }
  const up = await course.until(() => isUp(ecs, target), STAGE_LIMIT_MS);
  // Assumption: the wording.
  if (!up)
    throw failure(
      'Service deployment rolled back because the SCALE_UP stage did not complete within 24 hours.',
    );
}

/** Moves test or production traffic of every pair, and notes the share. */
export async function shiftAll(
  ecs: Ecs,
  deployment: ServiceDeploymentState,
  stage: 'TEST_TRAFFIC_SHIFT' | 'PRODUCTION_TRAFFIC_SHIFT',
  percent: number,
): Promise<void> {
  for (const pair of deployment.pairs) {
    const rule = stage === 'TEST_TRAFFIC_SHIFT' ? pair.testRule : pair.productionRule;
    if (rule !== undefined) await shiftRule(ecs.sim, pair, rule, percent, stage);
  }
  deployment.shares[stage === 'TEST_TRAFFIC_SHIFT' ? 'test' : 'production'] = percent;
  deployment.updatedAt = ecs.now();
}
