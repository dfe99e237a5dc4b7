import { cadenceOf } from '@cutover/domain/deployment-attention';
import {
  eventOf,
  replacementOf,
  serving,
  shiftedAt,
  type DeploymentLook,
} from '@cutover/domain/deployment-look';
import { primaryTaskSet, type ServiceState } from '@cutover/domain/ecs-service';
import { formatRevision } from '@cutover/domain/revision';
import type { World } from '../world.ts';
import { cancel, giveUp } from './cancel.ts';
import { nothingKnown, settle, stopCommand, type Conclusion } from './conclusion.ts';
import { gatherEvidence, lifecycleSection } from './evidence.ts';
import { follow, STALE_POLLS, type Followed } from './follow.ts';
import { passGate, type Gate } from './gate.ts';
import { advice, fate, minutes, reason, success, type EndedBy } from './headline.ts';
import { Lookout } from './look.ts';
import type { DeploymentOrder } from './order.ts';
import { followRollback, type TakenBack } from './stop.ts';

/** Whether we have told the deployment to stop and roll back; from then on CodeDeploy finishes that by itself. */
interface Told {
  stop: boolean;
}

/**
 * Follows a created deployment to its end, takes back what fails, and says how it ended. Whatever happens, production is
 * on one revision or on its way back to the old one, or the conclusion says that it is not.
 * @param startedAt epoch milliseconds from which the budget counts
 * @param before the service as it was when the deployment was created, which is now; not given for one that is under way
 */
export async function carryOut(
  world: World,
  order: DeploymentOrder,
  id: string,
  startedAt: number,
  before?: ServiceState,
): Promise<Conclusion> {
  const deployed = { cluster: order.cluster, service: order.service };
  const lookout = new Lookout(world.aws, deployed, id, cadenceOf(order.intervalMs), before);
  const options = { budget: order.budget, intervalMs: order.intervalMs, startedAt };
  const told: Told = { stop: false };
  try {
    // A deployment that was created this moment has nothing to tell.
    if (before !== undefined) await world.clock.sleep(order.intervalMs, world.signal);
    if (order.gate !== undefined) {
      const waiting = await follow(world, lookout, { ...order, waitUntil: 'ready' }, options);
      const refused =
        waiting.kind === 'reached'
          ? await open(world, order, order.gate, lookout, startedAt, waiting.look, told)
          : await conclude(world, order, id, startedAt, waiting, told);
      if (refused !== undefined) return refused;
    }
    const followed = await follow(world, lookout, order, options);
    return await conclude(world, order, id, startedAt, followed, told);
  } catch (error) {
    return world.signal.aborted
      ? await cancel(world, order, id, startedAt, told.stop)
      : await giveUp(world, order, id, startedAt, error);
  }
}

async function stopAndRollBack(world: World, id: string, told: Told): Promise<void> {
  await world.aws.deployments.stop(id, { rollback: true });
  told.stop = true;
  settle(world);
}

/** Lets the shift begin when the gate allows it, and takes the deployment back when it doesn't; undefined: go on. */
async function open(
  world: World,
  order: DeploymentOrder,
  gate: Gate,
  lookout: Lookout,
  startedAt: number,
  look: DeploymentLook,
  told: Told,
): Promise<Conclusion | undefined> {
  const { aws, progress } = world;
  const { id } = lookout;
  if (look.deployment.status !== 'Ready') {
    if (gate.kind !== 'open') {
      progress.report({
        type: 'warning',
        text: `Deployment ${id} is ${look.deployment.status} and waits for nobody: it was continued before the ${gate.kind} gate could be asked.`,
      });
    }
    return undefined;
  }
  const verdict = await passGate(world, order, gate, lookout);
  switch (verdict.kind) {
    case 'passed': {
      const answer = await aws.deployments.continue(id, 'READY_WAIT');
      progress.report({
        type: 'note',
        text: `${verdict.reason} ${answer === 'continued' ? `Deployment ${id} is continued.` : `Deployment ${id} waits no longer.`}`.trim(),
      });
      return undefined;
    }
    case 'overtaken':
      progress.report({
        type: 'warning',
        text: `Deployment ${id} became ${verdict.status} before the ${gate.kind} gate was decided.`,
      });
      return undefined;
    case 'crashLoop':
      return await stopCrashing(world, order, id, startedAt, verdict.look, told);
    case 'refused':
      progress.report({
        type: 'warning',
        text: `${verdict.reason} Deployment ${id} is stopped and rolled back.`,
      });
      await stopAndRollBack(world, id, told);
      return await taken(world, order, id, startedAt, look, { because: verdict.because });
  }
}

async function conclude(
  world: World,
  order: DeploymentOrder,
  id: string,
  startedAt: number,
  followed: Followed,
  told: Told,
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
    case 'crashLoop':
      return await stopCrashing(world, order, id, startedAt, look, told);
    case 'ended':
      return await taken(world, order, id, startedAt, look, 'itself');
  }
}

/** Its tasks keep failing: waiting on would change nothing about that. */
async function stopCrashing(
  world: World,
  order: DeploymentOrder,
  id: string,
  startedAt: number,
  look: DeploymentLook,
  told: Told,
): Promise<Conclusion> {
  const failed = look.failedTasks.length;
  world.progress.report({
    type: 'warning',
    text: `${failed} tasks of ${formatRevision(order.revision)} have failed; deployment ${id} is stopped and rolled back.`,
  });
  await stopAndRollBack(world, id, told);
  return await taken(world, order, id, startedAt, look, { because: `${failed} of its tasks failed` });
}

/** Follows the way back of a deployment that failed or was stopped. */
async function taken(
  world: World,
  order: DeploymentOrder,
  id: string,
  startedAt: number,
  look: DeploymentLook,
  endedBy: EndedBy,
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
