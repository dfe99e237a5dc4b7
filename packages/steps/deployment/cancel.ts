import type { Deployment } from '@cutover/domain/deployment/deployment';
import { CutoverError, ExpiredCredentialsError } from '@cutover/domain/errors';
import { formatRevision } from '@cutover/domain/task/revision';
import type { World } from '../world.ts';
import { nothingRestored, settle, type Conclusion } from './conclusion.ts';
import type { Engine } from './engine.ts';
import type { DeploymentOrder, Watch } from './order.ts';
import { Pursuit } from './pursuit.ts';
import type { TakenBack } from './taken-back.ts';

/** Time that a cancelled step may spend on seeing the stop take effect: the runner waits about 7.5 s. */
const FAREWELL_MS = 4000;
const NEVER = new AbortController().signal;

/** How far the clocks of runner and AWS may be apart when a lost deployment is looked for. */
const SKEW_MS = 5 * 60_000;

/** Cancelled while the deployment was being created: it may exist although its id was never answered. */
export async function cancelCreation(
  world: World,
  engine: Engine,
  order: DeploymentOrder,
  startedAt: number,
): Promise<Conclusion> {
  const ours = await engine.created(order, startedAt - SKEW_MS);
  if (ours !== undefined) return await cancel(new Pursuit(world, engine, order, ours.id, startedAt));
  return {
    ...nothingRestored(world, startedAt),
    kind: 'cancelled',
    what: 'Cancelled before a deployment was created.',
    fix: `Nothing was changed; ${formatRevision(order.previous)} serves.`,
  };
}

/** The first thing a cancelled step does is the call that makes production safe, unless the deployment was told already. */
export async function cancel(pursuit: Pursuit): Promise<Conclusion> {
  const { engine, id, startedAt, watch: order, world } = pursuit;
  const stopped = pursuit.isStopped;
  const seen = { ...nothingRestored(world, startedAt), kind: 'cancelled' as const, deploymentId: id };
  if (order.onCancel === 'leave' && !stopped) {
    settle(world);
    return {
      ...seen,
      what: `Cancelled; deployment ${id} goes on in AWS.`,
      fix: `To stop it and go back: ${engine.commandToStop(id)}`,
    };
  }
  try {
    if (!stopped) await engine.stop(id, { rollback: order.onCancel === 'rollback' });
    settle(world);
  } catch (error) {
    return {
      ...seen,
      what: `Cancelled, but deployment ${id} could not be stopped: ${error instanceof Error ? error.message : String(error)}`,
      fix: `It may still be running. Stop it: ${engine.commandToStop(id)}`,
    };
  }
  try {
    const { deployment, back } = await engine.followBack(id, {
      intervalMs: Math.min(order.intervalMs, 500),
      signal: NEVER,
      limitMs: FAREWELL_MS,
    });
    return {
      ...seen,
      what: `Cancelled; ${farewell(deployment, order, back)}`,
      fix: 'Run the job again to deploy.',
      status: deployment.status,
      rolledBack: back.kind === 'rolledBack',
      rollbackDeploymentId: back.kind === 'none' ? undefined : back.id,
      endedAt: world.clock.now(),
    };
  } catch (error) {
    return {
      ...seen,
      what: `Cancelled; deployment ${id} was told to stop.`,
      fix: `How it ended is not known (${error instanceof Error ? error.message : String(error)}); look at it in the console.`,
    };
  }
}

function farewell({ ended, id, status }: Deployment, order: Watch, back: TakenBack): string {
  const old = formatRevision(order.previous);
  if (ended === undefined) return `deployment ${id} was told to stop and is ${status}.`;
  switch (back.kind) {
    case 'rolledBack':
      return `deployment ${id} was stopped and rolled back${back.id === id ? '' : ` by ${back.id}`}; ${old} serves.`;
    case 'rollbackUnfinished':
      return back.id === id
        ? `deployment ${id} was stopped and is on its way back to ${old}.`
        : `deployment ${id} was stopped; ${back.id} is taking traffic back to ${old}.`;
    case 'rollbackFailed':
      return `deployment ${id} was stopped, but its rollback ${back.id} ended ${back.deployment.status}.`;
    case 'none':
      return ended === 'stopped'
        ? `deployment ${id} was stopped where it stood.`
        : `deployment ${id} had already ended: ${status}.`;
  }
}

/** A call failed for good while the deployment ran: what can't be watched must not go on. */
export async function giveUp(pursuit: Pursuit, error: unknown): Promise<Conclusion> {
  const { engine, id, startedAt, watch: order, world } = pursuit;
  const said = error instanceof Error ? error.message : String(error);
  const advice = error instanceof CutoverError ? error.fix : 'Running the job again is safe.';
  const seen = {
    ...nothingRestored(world, startedAt),
    kind: 'failed' as const,
    deploymentId: id,
    findings: error instanceof CutoverError ? error.findings : [],
  };
  if (error instanceof ExpiredCredentialsError) {
    settle(world);
    return {
      ...seen,
      what: `The AWS credentials have expired while deployment ${id} was followed; it goes on in AWS without this job.`,
      fix: `Run the job again, with new credentials: it follows that deployment instead of starting another. To stop it instead: ${engine.commandToStop(id)}\n${error.fix}`,
    };
  }
  if (!(error instanceof CutoverError))
    world.progress.report({ type: 'warning', what: `Unexpected: ${said}` });
  try {
    if (!pursuit.isStopped) await pursuit.stopAndRollBack();
    const { deployment, back } = await engine.followBack(id, { intervalMs: order.intervalMs });
    const ended = {
      ...seen,
      what: `Lost sight of deployment ${id} (${said}); ${farewell(deployment, order, back)}`,
      fix:
        deployment.ended === 'succeeded'
          ? `${pursuit.label} is deployed, and its health was not proven. Run verify-target-health, and roll back if in doubt. ${advice}`
          : advice,
      status: deployment.status,
      endedAt: world.clock.now(),
    };
    if (back.kind === 'none') return ended;
    return back.kind === 'rolledBack'
      ? { ...ended, kind: 'rolledBack', rolledBack: true, rollbackDeploymentId: back.id }
      : { ...ended, rollbackDeploymentId: back.id };
  } catch {
    if (world.signal.aborted) return await cancel(pursuit);
    if (pursuit.hadEnded) {
      return {
        ...seen,
        what: `Lost sight of deployment ${id}, which was over when it was to be stopped: ${said}`,
        fix: `How it ended is not known. Look at the deployment in the console, and run verify-target-health to prove what serves. ${advice}`,
      };
    }
    if (pursuit.isStopped) {
      return {
        ...seen,
        what: `Lost sight of deployment ${id}, which was told to stop and roll back: ${said}`,
        fix: `How the rollback ended is not known; ${engine.name} finishes it without this job. Look at the deployment in the console before running the job again. ${advice}`,
      };
    }
    return {
      ...seen,
      what: `Lost sight of deployment ${id}: ${said}`,
      fix: `It may still be running, and whether it could be stopped is not known. ${advice} To stop it: ${engine.commandToStop(id)}`,
    };
  }
}
