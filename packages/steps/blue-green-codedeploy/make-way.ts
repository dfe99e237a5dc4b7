import { consoleLink } from '@cutover/domain/console';
import type { DeploymentState } from '@cutover/domain/deployment';
import { ConfigurationError } from '@cutover/domain/errors';
import { awaitEnd } from '../deployment/active.ts';
import { followRollback } from '../deployment/stop.ts';
import type { World } from '../world.ts';

/** What to do about a deployment of somebody else that holds the group. */
export interface Way {
  readonly mode: 'wait' | 'stop' | 'finish' | 'fail';
  readonly group: string;
  /** How long it may take, in milliseconds, and why so long. */
  readonly budget: { readonly totalMs: number; readonly reason: string };
  readonly intervalMs: number;
}

/**
 * Has the group free for a deployment of our own, or fails.
 * @throws ConfigurationError when it stays busy
 */
export async function makeWay(world: World, active: DeploymentState, way: Way): Promise<void> {
  const { aws, progress } = world;
  const { id, status, description, creator } = active;
  const name = `Deployment ${id} (${status}${description === '' ? '' : `, "${description}"`})`;
  const link = consoleLink(aws.region, { kind: 'deployment', id });
  if (way.mode === 'fail') {
    throw new ConfigurationError(
      {
        message: `${name} is active in group ${way.group}; CodeDeploy runs one at a time.`,
        remedy: `Wait for it, stop it (aws deploy stop-deployment --deployment-id ${id}), or use on-active-deployment: wait.`,
      },
      { link },
    );
  }
  // What goes back to the old version is never stopped: it would leave production in between.
  if (way.mode === 'stop' && creator !== 'codeDeployRollback') {
    await takeBack(world, active, name, way);
    return;
  }
  progress.report({
    type: 'note',
    text: `${name} is active in group ${way.group}; waiting for its end${way.mode === 'finish' ? ' or for its termination wait, which is then ended' : ''}, at most ${Math.ceil(way.budget.totalMs / 60_000)} min (${way.budget.reason}).`,
  });
  const ended = await awaitEnd(world, id, {
    deadline: world.clock.now() + way.budget.totalMs,
    intervalMs: way.intervalMs,
    ...(way.mode === 'finish' ? { onLook: finisher(world) } : {}),
  });
  if (ended === 'timedOut') {
    throw new ConfigurationError(
      {
        message: `${name} is still active in group ${way.group} after ${way.budget.reason}; nothing was deployed.`,
        remedy: `Look at it in the console, stop it (aws deploy stop-deployment --deployment-id ${id}), or allow more wait-for-active-minutes.`,
      },
      { link },
    );
  }
}

/** Ends the wait before the old task set's termination once; traffic has moved by then. */
function finisher({ aws, progress }: World): (deployment: DeploymentState) => Promise<void> {
  let done = false;
  return async ({ id, terminationWaitStarted }) => {
    if (done || !terminationWaitStarted) return;
    done = (await aws.deployments.continue(id, 'TERMINATION_WAIT')) !== 'notWaiting';
    if (done) {
      progress.report({
        type: 'note',
        text: `Deployment ${id} has shifted its traffic and waited for nothing but the end of its old tasks; that wait is ended.`,
      });
    }
  };
}

async function takeBack(world: World, { id }: DeploymentState, name: string, way: Way): Promise<void> {
  const { aws, progress } = world;
  progress.report({
    type: 'note',
    text: `${name} is active in group ${way.group}; it is stopped and rolled back.`,
  });
  await aws.deployments.stop(id, { rollback: true });
  const { deployment, back } = await followRollback(world, id, {
    intervalMs: way.intervalMs,
    limitMs: way.budget.totalMs,
  });
  // Without a rollback deployment there was nothing to take back, or it was too late to stop it: both leave the group free.
  if (back.kind === 'rolledBack' || (back.kind === 'none' && deployment.completedAt !== undefined)) return;
  throw new ConfigurationError(
    {
      message: `${name} was told to stop and is ${deployment.status}; ${
        back.kind === 'none'
          ? 'it does not end'
          : `its rollback ${back.id} is ${back.kind === 'rollbackFailed' ? back.deployment.status : back.status}`
      }. Nothing was deployed.`,
      remedy: 'Look at the deployments in the console; run the rollback action, then this job again.',
    },
    { link: consoleLink(aws.region, { kind: 'deployment', id }) },
  );
}
