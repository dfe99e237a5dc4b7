import type { Deployment } from '@cutover/domain/deployment/deployment';
import { ConfigurationError } from '@cutover/domain/errors';
import { awaitEnd } from '../deployment/await-end.ts';
import type { Engine } from '../deployment/engine.ts';
import type { World } from '../world.ts';

/** Handling of another run's deployment that is under way. */
export interface Way {
  readonly mode: 'wait' | 'stop' | 'finish' | 'fail';
  /** How long it may take, in milliseconds, and why so long. */
  readonly budget: { readonly totalMs: number; readonly reason: string };
  readonly intervalMs: number;
}

/**
 * Waits until nothing keeps a deployment of our own from starting, or fails.
 * @throws ConfigurationError when the other deployment does not end
 */
export async function makeWay(world: World, engine: Engine, active: Deployment, way: Way): Promise<void> {
  const { progress } = world;
  const { id, status, description, isAutomaticRollback } = active;
  const where = engine.shortLabel;
  const stop = engine.commandToStop(id, { rollback: false });
  const name = `Deployment ${id} (${status}${description === '' ? '' : `, "${description}"`})`;
  const link = engine.link(id);
  if (way.mode === 'fail') {
    throw new ConfigurationError(
      {
        what: `${name} is active in ${where}; ${engine.name} runs one at a time.`,
        fix: `Wait for it, stop it (${stop}), or use on-active-deployment: wait.`,
      },
      { link },
    );
  }
  // A rollback is never stopped: production would be left between two versions.
  if (way.mode === 'stop' && !isAutomaticRollback) {
    await takeBack(world, engine, active, name, way);
    return;
  }
  progress.report({
    type: 'note',
    text: `${name} is active in ${where}; waiting for its end${way.mode === 'finish' ? ' or for its termination wait, which is then ended' : ''}, at most ${Math.ceil(way.budget.totalMs / 60_000)} min (${way.budget.reason}).`,
  });
  const ended = await awaitEnd(world, engine, id, {
    deadline: world.clock.now() + way.budget.totalMs,
    intervalMs: way.intervalMs,
    ...(way.mode === 'finish' ? { onLook: finisher(world, engine) } : {}),
  });
  if (ended === 'timedOut') {
    throw new ConfigurationError(
      {
        what: `${name} is still active in ${where} after ${way.budget.reason}; nothing was deployed.`,
        fix: `Look at it in the console, stop it (${stop}), or allow more wait-for-active-minutes.`,
      },
      { link },
    );
  }
}

/** Ends the wait before the old tasks are stopped once; traffic has moved by then. */
function finisher({ progress }: World, engine: Engine): (deployment: Deployment) => Promise<void> {
  let done = false;
  return async (deployment) => {
    if (done || !deployment.awaitsTermination) return;
    done = await engine.endTerminationWait(deployment);
    if (done) {
      progress.report({
        type: 'note',
        text: `Deployment ${deployment.id} has shifted its traffic and waited for nothing but the end of its old tasks; that wait is ended.`,
      });
    }
  };
}

async function takeBack(
  world: World,
  engine: Engine,
  { id }: Deployment,
  name: string,
  way: Way,
): Promise<void> {
  const { progress } = world;
  progress.report({
    type: 'note',
    text: `${name} is active in ${engine.shortLabel}; it is stopped and rolled back.`,
  });
  await engine.stop(id, { rollback: true });
  const { deployment, back } = await engine.followBack(id, {
    intervalMs: way.intervalMs,
    limitMs: way.budget.totalMs,
  });
  // Without a rollback deployment there was nothing to take back, or it was too late to stop it: neither stands in the way any more.
  if (back.kind === 'rolledBack' || (back.kind === 'none' && deployment.completedAt !== undefined)) return;
  throw new ConfigurationError(
    {
      what: `${name} was told to stop and is ${deployment.status}; ${
        back.kind === 'none'
          ? 'it does not end'
          : `its rollback ${back.id} is ${back.kind === 'rollbackFailed' ? back.deployment.status : back.status}`
      }. Nothing was deployed.`,
      fix: `Look at the deployments in the console; ${engine.words.goBack()}, then run this job again.`,
    },
    { link: engine.link(id) },
  );
}
