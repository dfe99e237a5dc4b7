import type { Ecs } from '../ecs.ts';
import type { ServiceDeploymentState } from '../state.ts';
import { computeDesiredCount } from '../task-set.ts';
import type { Course } from './course.ts';
import { runHooks } from './hooks.ts';
import { isUp } from './look.ts';
import { findRule, groupsOf } from './listener-rules.ts';

/** With alarms and no bake time ECS computes one below five minutes. Assumption: three. */
const COMPUTED_BAKE_MINUTES = 3;

/**
 * A rolling deployment: the scheduler replaces tasks within minimumHealthyPercent and maximumPercent, then the bake. It has
 * no stages but those at which a hook waits. Assumption: hooks of other stages than these three are passed over.
 * @throws Interrupted
 */
export async function forwardRolling(
  ecs: Ecs,
  deployment: ServiceDeploymentState,
  course: Course,
  superseded: ServiceDeploymentState | undefined,
): Promise<void> {
  const { service, target, configuration } = deployment;
  const hooked = async (stage: 'RECONCILE_SERVICE' | 'PRE_SCALE_UP' | 'POST_SCALE_UP'): Promise<void> => {
    const { lifecycleHooks = [] } = configuration;
    if (!lifecycleHooks.some(({ lifecycleStages }) => lifecycleStages?.includes(stage))) return;
    deployment.stage = stage;
    await runHooks(ecs, deployment, course, stage);
    deployment.stage = undefined;
  };
  if (superseded !== undefined) await hooked('RECONCILE_SERVICE');
  await hooked('PRE_SCALE_UP');
  await joinServingGroup(ecs, deployment);
  target.held = false;
  computeDesiredCount(ecs, target);
  ecs.scheduler.wake(service);
  await course.until(() => isUp(ecs, target) && service.taskSets.length === 1);
  await hooked('POST_SCALE_UP');
  const watched = configuration.alarms?.enable === true ? COMPUTED_BAKE_MINUTES : 0;
  await course.pause((configuration.bakeTimeInMinutes ?? watched) * 60_000);
}

/** Assumption: behind a pair of groups, a rolling deployment registers its tasks in the group with production traffic. */
async function joinServingGroup(ecs: Ecs, { target }: ServiceDeploymentState): Promise<void> {
  target.loadBalancers = await Promise.all(
    target.configured.map(async (loadBalancer) => {
      const { targetGroupArn, advancedConfiguration } = loadBalancer;
      const rule = advancedConfiguration?.productionListenerRule;
      if (rule === undefined) return loadBalancer;
      const serving = groupsOf(await findRule(ecs.sim, rule))
        .filter(({ weight }) => weight > 0)
        .map(({ arn }) => arn);
      const pair = [targetGroupArn, advancedConfiguration?.alternateTargetGroupArn];
      const [only] = serving.filter((arn) => pair.includes(arn));
      return { ...loadBalancer, targetGroupArn: only ?? targetGroupArn };
    }),
  );
}
