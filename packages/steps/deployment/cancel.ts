import { isTerminal } from '@cutover/domain/deployment';
import { CutoverError, ExpiredCredentialsError } from '@cutover/domain/errors';
import { formatRevision } from '@cutover/domain/revision';
import type { World } from '../world.ts';
import { nothingKnown, settle, stopCommand, type Conclusion } from './conclusion.ts';
import { findOurs } from './create.ts';
import type { DeploymentOrder } from './order.ts';
import { followRollback, type TakenBack } from './stop.ts';

/** What a cancelled step may still spend on seeing the stop take hold: the runner's patience is about 7.5 s. */
const FAREWELL_MS = 4000;
const NEVER = new AbortController().signal;

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
    ...nothingKnown(world, startedAt),
    kind: 'cancelled',
    headline: 'Cancelled before a deployment was created.',
    remedy: `Nothing was changed; ${formatRevision(order.previous)} serves.`,
  };
}

/**
 * The first thing a cancelled step does is the call that makes production safe.
 * @param stopped whether it was made already, because the deployment went wrong
 */
export async function cancel(
  world: World,
  order: DeploymentOrder,
  id: string,
  startedAt: number,
  stopped = false,
): Promise<Conclusion> {
  const seen = { ...nothingKnown(world, startedAt), kind: 'cancelled' as const, deploymentId: id };
  if (order.onCancel === 'leave' && !stopped) {
    settle(world);
    return {
      ...seen,
      headline: `Cancelled; deployment ${id} goes on in AWS.`,
      remedy: `To stop it and go back: ${stopCommand(id)}`,
    };
  }
  try {
    if (!stopped) await world.aws.deployments.stop(id, { rollback: order.onCancel === 'rollback' });
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
export async function giveUp(
  world: World,
  order: DeploymentOrder,
  id: string,
  startedAt: number,
  error: unknown,
): Promise<Conclusion> {
  const said = error instanceof Error ? error.message : String(error);
  const advice = error instanceof CutoverError ? error.remedy : 'Running the job again is safe.';
  const seen = {
    ...nothingKnown(world, startedAt),
    kind: 'failed' as const,
    deploymentId: id,
    findings: error instanceof CutoverError ? error.findings : [],
  };
  if (error instanceof ExpiredCredentialsError) {
    settle(world);
    return {
      ...seen,
      headline: `The AWS credentials have expired while deployment ${id} was followed; it goes on in AWS without this job.`,
      remedy: `Run the job again, with new credentials: it follows that deployment instead of starting another. To stop it instead: ${stopCommand(id)}\n${error.remedy}`,
    };
  }
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
