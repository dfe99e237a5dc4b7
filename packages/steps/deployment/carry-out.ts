import {
  eventOf,
  replacementOf,
  serving,
  shiftedAt,
  type DeploymentLook,
} from '@cutover/domain/deployment-look';
import { primaryTaskSet } from '@cutover/domain/ecs-service';
import { formatRevision } from '@cutover/domain/revision';
import type { World } from '../world.ts';
import { cancel, giveUp } from './cancel.ts';
import { nothingKnown, settle, stopCommand, type Conclusion } from './conclusion.ts';
import { gatherEvidence, lifecycleSection } from './evidence.ts';
import { follow, STALE_POLLS, type Followed } from './follow.ts';
import { advice, fate, minutes, reason, success } from './headline.ts';
import type { DeploymentOrder } from './order.ts';
import { followRollback, type TakenBack } from './stop.ts';

/**
 * Follows a created deployment to its end, takes back what fails, and says how it ended. Whatever happens, production is
 * on one revision or on its way back to the old one, or the conclusion says that it is not.
 * @param startedAt epoch milliseconds from which the budget counts
 */
export async function carryOut(
  world: World,
  order: DeploymentOrder,
  id: string,
  startedAt: number,
): Promise<Conclusion> {
  const deployed = { cluster: order.cluster, service: order.service };
  let conclusion: Conclusion;
  try {
    const followed = await follow(world, deployed, id, order, {
      budget: order.budget,
      intervalMs: order.intervalMs,
      startedAt,
    });
    conclusion = await conclude(world, order, id, startedAt, followed);
  } catch (error) {
    conclusion = world.signal.aborted
      ? await cancel(world, order, id, startedAt)
      : await giveUp(world, order, id, startedAt, error);
  }
  return conclusion;
}

async function conclude(
  world: World,
  order: DeploymentOrder,
  id: string,
  startedAt: number,
  followed: Followed,
): Promise<Conclusion> {
  const { look } = followed;
  const label = formatRevision(order.revision);
  const seen = {
    ...nothingKnown(world, startedAt),
    deploymentId: id,
    status: look.deployment.status,
    shiftedAt: shiftedAt(look),
  };
  switch (followed.kind) {
    case 'reached':
      settle(world);
      return {
        ...seen,
        kind: 'succeeded',
        headline: success(order, look),
        summary: look.target === undefined ? [] : [lifecycleSection(look.target.events)],
        endedAt: world.clock.now(),
      };
    case 'timedOut':
      settle(world);
      return {
        ...seen,
        ...(await explained(world, look)),
        kind: 'timedOut',
        headline: `Deployment ${id} of ${label} is still running in AWS after ${minutes(followed.waitedMs)}: ${followed.reason}.`,
        remedy: `Waited as long as ${order.budget.reason} allows; it was left running. Watch it in the console, or go back with: ${stopCommand(id)}`,
        endedAt: world.clock.now(),
      };
    case 'superseded':
    case 'unproven': {
      settle(world);
      const now = serving(look);
      const found = now === undefined ? 'nothing' : formatRevision(now);
      return {
        ...seen,
        kind: 'failed',
        superseded: followed.kind === 'superseded',
        headline: `Deployment ${id} reached ${order.waitUntil}, but ${found} serves production, not ${label}.`,
        remedy:
          followed.kind === 'superseded'
            ? 'Another deployment came in between. Run this job again if this version is the one that should serve.'
            : 'Look at the task sets of the service; run verify-target-health, and roll back if in doubt.',
        endedAt: world.clock.now(),
      };
    }
    case 'crashLoop': {
      world.progress.report({
        type: 'warning',
        text: `${look.failedTasks.length} tasks of ${label} have failed; deployment ${id} is stopped and rolled back.`,
      });
      await world.aws.deployments.stop(id, { rollback: true });
      return await taken(world, order, id, startedAt, look, 'our stop');
    }
    case 'ended':
      return await taken(world, order, id, startedAt, look, 'itself');
  }
}

/** Follows the way back of a deployment that failed or was stopped. */
async function taken(
  world: World,
  order: DeploymentOrder,
  id: string,
  startedAt: number,
  look: DeploymentLook,
  endedBy: 'our stop' | 'itself',
): Promise<Conclusion> {
  const [evidence, { deployment, back }] = await Promise.all([
    gatherEvidence(world, look),
    followRollback(world, id, {
      intervalMs: order.intervalMs,
      replaced: replacementOf(look.service, id) !== undefined || hasInstalled(look),
    }),
  ]);
  settle(world);
  const why = reason(order, { ...look, deployment }, evidence, endedBy);
  const now = await servingAfter(world, order, back);
  const superseded = now !== undefined && now !== order.previous && now !== order.revision;
  const restored = back.kind === 'rolledBack' && now === order.previous;
  return {
    ...nothingKnown(world, startedAt),
    kind: restored ? 'rolledBack' : 'failed',
    headline: `${why} ${fate(back, order, now)}`,
    remedy: advice(back, order, id, now),
    findings: evidence.findings,
    summary: evidence.sections,
    deploymentId: id,
    status: deployment.status,
    rolledBack: restored,
    rollbackDeploymentId: back.kind === 'none' ? undefined : back.id,
    superseded,
    shiftedAt: shiftedAt(look),
    endedAt: world.clock.now(),
  };
}

/** CodeDeploy may have removed the replacement before we looked; that its installation had begun is remembered. */
function hasInstalled(look: DeploymentLook): boolean {
  return ['InProgress', 'Succeeded', 'Failed'].includes(eventOf(look, 'Install')?.status ?? '');
}

/** What PRIMARY runs; right after a rollback ECS may still tell what was before. */
async function servingAfter(
  { aws, clock, signal }: World,
  order: DeploymentOrder,
  back: TakenBack,
): Promise<string | undefined> {
  for (let poll = 0; ; poll++) {
    const service = await aws.services.describe(order.cluster, order.service);
    const now = service === undefined ? undefined : primaryTaskSet(service)?.taskDefinition;
    if (back.kind !== 'rolledBack' || now === order.previous || poll >= STALE_POLLS) return now;
    await clock.sleep(order.intervalMs, signal);
  }
}

async function explained(
  world: World,
  look: DeploymentLook,
): Promise<Pick<Conclusion, 'findings' | 'summary'>> {
  const { findings, sections } = await gatherEvidence(world, look);
  return { findings, summary: sections };
}
