import { isTerminal } from '@cutover/domain/deployment';
import { replacementOf, serving, shiftedAt, type DeploymentLook } from '@cutover/domain/deployment-look';
import { primaryTaskSet } from '@cutover/domain/ecs-service';
import { CutoverError } from '@cutover/domain/errors';
import { formatRevision } from '@cutover/domain/revision';
import type { World } from '../world.ts';
import type { Conclusion } from './conclusion.ts';
import { stopCommand } from './conclusion.ts';
import { findOurs } from './create.ts';
import { gatherEvidence, lifecycleSection, type Evidence } from './evidence.ts';
import { follow, STALE_POLLS, type Followed } from './follow.ts';
import type { DeploymentOrder } from './order.ts';
import { followRollback, type TakenBack } from './stop.ts';

/** What a cancelled step may still spend on seeing the stop take hold: the runner's patience is about 7.5 s. */
const FAREWELL_MS = 4000;
const NEVER = new AbortController().signal;

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

/** Cancelled while the deployment was being created: it may exist although nobody told us its id. */
export async function cancelCreation(
  world: World,
  order: DeploymentOrder,
  startedAt: number,
): Promise<Conclusion> {
  const ours = await findOurs(world.aws, {
    application: order.application,
    group: order.group,
    description: order.description,
    since: startedAt - 5 * 60_000,
  });
  if (ours !== undefined) return await cancel(world, order, ours.id, startedAt);
  return {
    ...base(world, startedAt),
    kind: 'cancelled',
    headline: 'Cancelled before a deployment was created.',
    remedy: `Nothing was changed; ${formatRevision(order.previous)} serves.`,
  };
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
    ...base(world, startedAt),
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
      replaced: replacementOf(look.service, id) !== undefined,
    }),
  ]);
  settle(world);
  const why = reason(order, { ...look, deployment }, evidence, endedBy);
  const now = await servingAfter(world, order, back);
  const superseded = now !== undefined && now !== order.previous && now !== order.revision;
  const restored = back.kind === 'rolledBack' && now === order.previous;
  return {
    ...base(world, startedAt),
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

function reason(
  order: DeploymentOrder,
  { deployment, target, failedTasks }: DeploymentLook,
  evidence: Evidence,
  endedBy: 'our stop' | 'itself',
): string {
  const what = `Deployment ${deployment.id} of ${formatRevision(order.revision)}`;
  if (endedBy === 'our stop') {
    return `${what} was stopped because ${failedTasks.length} of its tasks failed. ${sentence(evidence.stops)}`.trim();
  }
  const event = target?.events.find(({ status }) => status === 'Failed')?.name;
  const { error } = deployment;
  const said = error === undefined ? '' : ` (${[error.code, error.message].filter(Boolean).join(': ')})`;
  const how =
    deployment.status === 'Stopped'
      ? error?.code === 'ALARM_ACTIVE'
        ? 'was stopped by an alarm'
        : 'was stopped by somebody else or by CodeDeploy'
      : `failed${event === undefined ? '' : ` in ${event}`}`;
  return `${what} ${how}${said}. ${sentence(evidence.stops)}`.trim();
}

function fate(back: TakenBack, order: DeploymentOrder, now: string | undefined): string {
  const old = formatRevision(order.previous);
  switch (back.kind) {
    case 'rolledBack':
      return now === order.previous
        ? `Rolled back: ${old} serves.`
        : `Rollback ${back.id} succeeded, yet ${label(now)} serves.`;
    case 'rollbackFailed':
      return `The rollback ${back.id} ended ${back.deployment.status}${back.deployment.error === undefined ? '' : ` (${back.deployment.error.message})`}; ${label(now)} is PRIMARY.`;
    case 'rollbackUnfinished':
      return `The rollback ${back.id} is still ${back.status}; ${label(now)} is PRIMARY.`;
    case 'none':
      return now === order.previous
        ? `Users never left ${old}.`
        : `There was no rollback; ${label(now)} is PRIMARY.`;
  }
}

function advice(back: TakenBack, order: DeploymentOrder, id: string, now: string | undefined): string {
  if (now === order.previous && (back.kind === 'rolledBack' || back.kind === 'none')) {
    return 'Production is on the old version. Mend the cause and deploy again.';
  }
  return `Check at once what serves: ${label(now)} is PRIMARY of service ${order.service}. Deployment ${id} did not go back by itself; run the rollback action with to: ${formatRevision(order.previous)}.`;
}

/** The first thing a cancelled step does is the call that makes production safe. */
async function cancel(
  world: World,
  order: DeploymentOrder,
  id: string,
  startedAt: number,
): Promise<Conclusion> {
  const seen = { ...base(world, startedAt), kind: 'cancelled' as const, deploymentId: id };
  if (order.onCancel === 'leave') {
    settle(world);
    return {
      ...seen,
      headline: `Cancelled; deployment ${id} goes on in AWS.`,
      remedy: `To stop it and go back: ${stopCommand(id)}`,
    };
  }
  try {
    await world.aws.deployments.stop(id, { rollback: order.onCancel === 'rollback' });
    settle(world);
  } catch (error) {
    return {
      ...seen,
      headline: `Cancelled, but deployment ${id} could not be stopped: ${error instanceof Error ? error.message : String(error)}`,
      remedy: `It may still be running. Stop it: ${stopCommand(id)}`,
    };
  }
  try {
    const { deployment, back } = await followRollback(world, id, {
      intervalMs: Math.min(order.intervalMs, 500),
      signal: NEVER,
      limitMs: FAREWELL_MS,
    });
    return {
      ...seen,
      headline: `Cancelled; ${farewell(id, order, deployment.status, back)}`,
      remedy: 'Run the job again to deploy.',
      status: deployment.status,
      rolledBack: back.kind === 'rolledBack',
      rollbackDeploymentId: back.kind === 'none' ? undefined : back.id,
      endedAt: world.clock.now(),
    };
  } catch (error) {
    return {
      ...seen,
      headline: `Cancelled; deployment ${id} was told to stop.`,
      remedy: `How it ended is not known (${error instanceof Error ? error.message : String(error)}); look at it in the console.`,
    };
  }
}

function farewell(id: string, order: DeploymentOrder, status: string, back: TakenBack): string {
  const old = formatRevision(order.previous);
  if (!isTerminal(status)) return `deployment ${id} was told to stop and is ${status}.`;
  switch (back.kind) {
    case 'rolledBack':
      return `deployment ${id} was stopped and rolled back by ${back.id}; ${old} serves.`;
    case 'rollbackUnfinished':
      return `deployment ${id} was stopped; ${back.id} is taking traffic back to ${old}.`;
    case 'rollbackFailed':
      return `deployment ${id} was stopped, but its rollback ${back.id} ended ${back.deployment.status}.`;
    case 'none':
      return status === 'Stopped'
        ? `deployment ${id} was stopped where it stood.`
        : `deployment ${id} had already ended: ${status}.`;
  }
}

/** A call failed for good while the deployment ran: what can't be watched must not go on. */
async function giveUp(
  world: World,
  order: DeploymentOrder,
  id: string,
  startedAt: number,
  error: unknown,
): Promise<Conclusion> {
  const said = error instanceof Error ? error.message : String(error);
  const advice = error instanceof CutoverError ? error.remedy : 'Running the job again is safe.';
  const seen = {
    ...base(world, startedAt),
    kind: 'failed' as const,
    deploymentId: id,
    findings: error instanceof CutoverError ? error.findings : [],
  };
  if (!(error instanceof CutoverError))
    world.progress.report({ type: 'warning', text: `Unexpected: ${said}` });
  try {
    await world.aws.deployments.stop(id, { rollback: true });
    const { deployment, back } = await followRollback(world, id, { intervalMs: order.intervalMs });
    settle(world);
    const restored = back.kind === 'rolledBack';
    return {
      ...seen,
      kind: restored ? 'rolledBack' : 'failed',
      headline: `Lost sight of deployment ${id} (${said}); ${farewell(id, order, deployment.status, back)}`,
      remedy: advice,
      status: deployment.status,
      rolledBack: restored,
      rollbackDeploymentId: back.kind === 'none' ? undefined : back.id,
      endedAt: world.clock.now(),
    };
  } catch {
    if (world.signal.aborted) return await cancel(world, order, id, startedAt);
    return {
      ...seen,
      headline: `Lost sight of deployment ${id}: ${said}`,
      remedy: `It may still be running, and whether it could be stopped is not known. ${advice} To stop it: ${stopCommand(id)}`,
    };
  }
}

function success(order: DeploymentOrder, { deployment }: DeploymentLook): string {
  const what = `${formatRevision(order.revision)} by deployment ${deployment.id}`;
  switch (order.waitUntil) {
    case 'ready':
      return `${what} is ready: its tasks run, and the shift waits to be continued.`;
    case 'traffic-shifted':
      return `${what} serves all traffic.`;
    case 'completed':
      return `${what} serves all traffic, and the old tasks are gone.`;
  }
}

async function explained(
  world: World,
  look: DeploymentLook,
): Promise<Pick<Conclusion, 'findings' | 'summary'>> {
  const { findings, sections } = await gatherEvidence(world, look);
  return { findings, summary: sections };
}

/** From now on `post:` has nothing to do. */
function settle(world: World): void {
  world.remember('settled', 'true');
}

function base(world: World, startedAt: number): Omit<Conclusion, 'kind' | 'headline'> {
  return {
    remedy: '',
    findings: [],
    summary: [],
    deploymentId: undefined,
    status: undefined,
    rolledBack: false,
    rollbackDeploymentId: undefined,
    superseded: false,
    shiftedAt: undefined,
    startedAt,
    endedAt: world.clock.now(),
  };
}

function sentence(text: string): string {
  return text === '' ? '' : `${text.replace(/\.$/, '')}.`;
}

function label(revision: string | undefined): string {
  return revision === undefined ? 'no revision' : formatRevision(revision);
}

function minutes(ms: number): string {
  return ms < 60_000 ? `${Math.round(ms / 1000)} s` : `${Math.round(ms / 60_000)} min`;
}
