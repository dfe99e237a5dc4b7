import type { DeploymentLook } from '@cutover/domain/deployment/look';
import type { ServiceState } from '@cutover/domain/task/ecs-service';
import type { Finding } from '@cutover/domain/finding';
import type { SummarySection } from '@cutover/domain/outcome';
import { formatRevision } from '@cutover/domain/task/revision';
import type { TargetHealth } from '@cutover/domain/target/target-health';
import type { World } from '../world.ts';
import { cancel, giveUp } from './cancel.ts';
import { nothingKnown, nothingRestored, settle, type Conclusion } from './conclusion.ts';
import { gatherEvidence } from './evidence.ts';
import { follow, STALE_POLLS, type Followed } from './follow.ts';
import { passGate } from './gate.ts';
import type { Gate } from './gate-kinds.ts';
import { advice, fate, minutes, reason, success, type EndedBy } from './headline.ts';
import type { Lookout } from './lookout.ts';
import { ProductionProof } from './production.ts';
import type { Pursuit } from './pursuit.ts';
import type { TakenBack } from './taken-back.ts';

/**
 * Follows a created deployment to its end, takes back what fails, and says how it ended. Whatever happens, production is
 * on one revision or on its way back to the old one, or the conclusion says that it is not.
 * @param before service as observed just before creation; omit for an adopted deployment
 */
export async function carryOut(pursuit: Pursuit, before?: ServiceState): Promise<Conclusion> {
  const { world, engine, watch, id, startedAt } = pursuit;
  const deployed = { cluster: watch.cluster, service: watch.service };
  const lookout = engine.watch(id, watch.intervalMs, before);
  const options = { budget: watch.budget, intervalMs: watch.intervalMs, startedAt };
  const proof = new ProductionProof(world, deployed, watch.production, watch.revision);
  try {
    // A deployment that was created this moment has nothing to tell.
    if (before !== undefined) await world.clock.sleep(watch.intervalMs, world.signal);
    if (watch.gate !== undefined) {
      const gated = watch.gate.kind !== 'open';
      const waiting = await follow(
        world,
        engine,
        lookout,
        { ...watch, waitUntil: 'ready', gated },
        options,
        proof,
      );
      const refused =
        waiting.kind === 'reached'
          ? await open(pursuit, watch.gate, lookout, waiting.look)
          : await conclude(pursuit, waiting);
      if (refused !== undefined) return refused;
    }
    const followed = await follow(world, engine, lookout, watch, options, proof);
    return await conclude(pursuit, followed);
  } catch (error) {
    return world.signal.aborted ? await cancel(pursuit) : await giveUp(pursuit, error);
  }
}

/** Lets the shift begin when the gate allows it, and takes the deployment back when it doesn't; undefined: go on. */
async function open(
  pursuit: Pursuit,
  gate: Gate,
  lookout: Lookout,
  look: DeploymentLook,
): Promise<Conclusion | undefined> {
  const { engine, id, watch, world } = pursuit;
  const { progress } = world;
  if (look.progress.phase !== 'ready') {
    if (gate.kind !== 'open') {
      progress.report({
        type: 'warning',
        what: `Deployment ${id} is ${look.deployment.status} and waits for nobody: it was continued before the ${gate.kind} gate could be asked.`,
      });
    }
    return undefined;
  }
  const verdict = await passGate(world, engine, watch, gate, lookout);
  switch (verdict.kind) {
    case 'passed': {
      const answer = await engine.continue(id);
      progress.report({
        type: 'note',
        text: `${verdict.reason} ${answer === 'continued' ? `Deployment ${id} is continued.` : `Deployment ${id} waits no longer.`}`.trim(),
      });
      return undefined;
    }
    case 'overtaken':
      progress.report({
        type: 'warning',
        what: `Deployment ${id} became ${verdict.status} before the ${gate.kind} gate was decided.`,
      });
      return undefined;
    case 'crashLoop':
      return await stopCrashing(pursuit, verdict.look);
    case 'refused':
      progress.report({
        type: 'warning',
        what: `${verdict.reason} Deployment ${id} is stopped and rolled back.`,
        inSections: true,
      });
      await pursuit.stopAndRollBack();
      return await taken(pursuit, look, { because: verdict.because });
  }
}

async function conclude(pursuit: Pursuit, followed: Followed): Promise<Conclusion> {
  const { engine, id, label, startedAt, watch: order, world } = pursuit;
  const { look } = followed;
  const known = {
    ...nothingKnown(world, startedAt),
    deploymentId: id,
    status: look.deployment.status,
    shiftedAt: look.progress.shiftedAt,
  };
  const seen = { ...nothingRestored(world, startedAt), ...known };
  switch (followed.kind) {
    case 'reached':
      settle(world);
      return {
        ...known,
        kind: 'succeeded',
        what: success(order, engine.words, look.deployment),
        summary: [],
        endedAt: world.clock.now(),
      };
    case 'timedOut':
      // AWS would go on for ever; a look that is missing tells nothing about that.
      if (order.isEndless === true && followed.unseenMs === 0) return await stopEndless(pursuit, followed);
      settle(world);
      return {
        ...seen,
        ...(await explained(world, look)),
        kind: 'timedOut',
        what: stillRunning(pursuit, followed),
        fix: `Waited as long as ${order.budget.reason} allows; it was left running. ${followed.unseenMs === 0 ? 'Watch' : 'Look at'} it in the console, or go back with: ${engine.commandToStop(id)}`,
        endedAt: world.clock.now(),
      };
    case 'superseded':
    case 'unproven': {
      settle(world);
      const now = look.progress.serving;
      const found = now === undefined ? 'nothing' : formatRevision(now);
      return {
        ...seen,
        kind: 'failed',
        superseded: followed.kind === 'superseded',
        what: `Deployment ${id} reached ${order.waitUntil}, but ${found} serves production, not ${label}.`,
        fix:
          followed.kind === 'superseded'
            ? 'Another deployment came in between. Run this job again if this version is the one that should serve.'
            : engine.words.lookAtTasks,
        endedAt: world.clock.now(),
      };
    }
    case 'sick':
      return await stopSick(pursuit, followed);
    case 'misrouted':
      settle(world);
      return {
        ...seen,
        kind: 'failed',
        what: `Deployment ${id} reached ${order.waitUntil}, but production’s requests do not reach ${label}: ${followed.reason}.`,
        fix: engine.words.changedByOthers,
        endedAt: world.clock.now(),
      };
    case 'crashLoop':
      return await stopCrashing(pursuit, look);
    case 'ended':
      return await taken(pursuit, look, 'itself');
  }
}

/** Nothing but this step ends the deployment, and its time is over. */
async function stopEndless(
  pursuit: Pursuit,
  { look, reason: why, waitedMs }: Extract<Followed, { kind: 'timedOut' }>,
): Promise<Conclusion> {
  const { id, label, watch: order, world } = pursuit;
  const because = `it had not reached ${order.waitUntil} after ${minutes(waitedMs)}, and AWS never gives it up by itself: ${why}`;
  world.progress.report({
    type: 'warning',
    what: `Deployment ${id} of ${label} is stopped and rolled back, because ${because}.`,
    inSections: true,
  });
  await pursuit.stopAndRollBack();
  return await taken(pursuit, look, { because });
}

/** Facts about a deployment when the wait for it has run out; in an outage only those from before it. */
function stillRunning(
  { id, label }: Pursuit,
  { look, reason: why, unseenMs, waitedMs }: Extract<Followed, { kind: 'timedOut' }>,
): string {
  return unseenMs === 0
    ? `Deployment ${id} of ${label} is still running in AWS after ${minutes(waitedMs)}: ${why}.`
    : `How deployment ${id} of ${label} stands is not known after ${minutes(waitedMs)}: it was ${look.deployment.status} when AWS last answered, ${minutes(unseenMs)} ago. ${why}`;
}

/** Its tasks keep failing: waiting on would change nothing about that. */
async function stopCrashing(pursuit: Pursuit, look: DeploymentLook): Promise<Conclusion> {
  const { id, label, world } = pursuit;
  const failed = look.failedTasks.length;
  world.progress.report({
    type: 'warning',
    what: `${failed} tasks of ${label} have failed; deployment ${id} is stopped and rolled back.`,
    inSections: true,
  });
  await pursuit.stopAndRollBack();
  return await taken(pursuit, look, { because: `${failed} of its tasks failed` });
}

/** Traffic has shifted to targets that do not serve: users get the old version back as long as it is there. */
async function stopSick(
  pursuit: Pursuit,
  { look, reason: why, targets }: Extract<Followed, { kind: 'sick' }>,
): Promise<Conclusion> {
  const { engine, id, label, startedAt, watch: order, world } = pursuit;
  const because = `${label} does not serve production: ${why}`;
  if (look.deployment.ended === undefined) {
    world.progress.report({
      type: 'warning',
      what: `${because}. Deployment ${id} is stopped and rolled back.`,
      inSections: true,
    });
    await pursuit.stopAndRollBack();
    return await taken(pursuit, look, { because }, targets);
  }
  settle(world);
  return {
    ...nothingRestored(world, startedAt),
    ...(await explained(world, look, targets)),
    kind: 'failed',
    what: `Deployment ${id} is ${look.deployment.status}, but ${because}.`,
    fix: engine.words.oldTasksGone(formatRevision(order.previous)),
    deploymentId: id,
    status: look.deployment.status,
    shiftedAt: look.progress.shiftedAt,
    endedAt: world.clock.now(),
  };
}

/** Follows the way back of a deployment that failed or was stopped. */
async function taken(
  pursuit: Pursuit,
  look: DeploymentLook,
  endedBy: EndedBy,
  targets: readonly TargetHealth[] = [],
): Promise<Conclusion> {
  const { engine, id, startedAt, watch: order, world } = pursuit;
  const [evidence, { deployment, back }] = await Promise.all([
    gatherEvidence(world, look, targets),
    engine.followBack(id, { intervalMs: order.intervalMs, replaced: look.hasInstalled }),
  ]);
  settle(world);
  const why = reason(order, engine.words, { deployment, stages: look.stages }, evidence, endedBy);
  const now = await servingAfter(pursuit, back);
  const superseded =
    deployment.supersededBy !== undefined ||
    (now !== undefined && now !== order.previous && now !== order.revision);
  const ended = {
    ...nothingRestored(world, startedAt),
    what: `${why} ${fate(back, order, now, engine.words, deployment)}`,
    fix: advice(back, order, deployment, now, engine.words),
    findings: evidence.findings,
    summary: evidence.sections,
    deploymentId: id,
    status: deployment.status,
    superseded,
    shiftedAt: look.progress.shiftedAt,
    endedAt: world.clock.now(),
  };
  if (back.kind === 'none') return { ...ended, kind: 'failed' };
  return back.kind === 'rolledBack' && now === order.previous
    ? { ...ended, kind: 'rolledBack', rolledBack: true, rollbackDeploymentId: back.id }
    : { ...ended, kind: 'failed', rollbackDeploymentId: back.id };
}

/** Revision that serves in production; right after a rollback ECS may still report the one before. */
async function servingAfter(
  { engine, watch: order, world: { aws, clock, signal } }: Pursuit,
  back: TakenBack,
): Promise<string | undefined> {
  for (let poll = 0; ; poll++) {
    const service = await aws.services.describe(order.cluster, order.service);
    const now = service === undefined ? undefined : engine.serving(service);
    if (back.kind !== 'rolledBack' || now === order.previous || poll >= STALE_POLLS) return now;
    await clock.sleep(order.intervalMs, signal);
  }
}

async function explained(
  world: World,
  look: DeploymentLook,
  targets: readonly TargetHealth[] = [],
): Promise<{ readonly findings: readonly Finding[]; readonly summary: readonly SummarySection[] }> {
  const { findings, sections } = await gatherEvidence(world, look, targets);
  return { findings, summary: sections };
}
