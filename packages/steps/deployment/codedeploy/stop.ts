import { isTerminal } from '@cutover/domain/codedeploy/deployment';
import { knownDeployment, type KnownDeployment } from '@cutover/domain/codedeploy/known-deployment';
import { wait } from '@cutover/domain/wait';
import type { World } from '../../world.ts';
import type { TakenBack, WayBackOptions } from '../taken-back.ts';

/** Polls after a deployment's end within which CodeDeploy has named its rollback deployment. */
const NAMING_POLLS = 10;
/** When the replacement task set never came to be there is nothing to go back from, and usually no rollback. */
const NAMING_POLLS_WITHOUT_REPLACEMENT = 2;
/** How long a rollback deployment may take: it only moves traffic back, in milliseconds. */
const ROLLBACK_MS = 20 * 60_000;
const STOPPING_MS = 10 * 60_000;

/**
 * Follows a deployment that ends without success, and then the rollback deployment that CodeDeploy names for it, to the
 * end. Only the named one counts: it may finish too quickly to be listed as active.
 */
export async function followRollback(
  world: World,
  id: string,
  options: WayBackOptions,
): Promise<{ readonly deployment: KnownDeployment; readonly back: TakenBack }> {
  const { aws, clock, progress } = world;
  const signal = options.signal ?? world.signal;
  const { intervalMs, limitMs = Number.POSITIVE_INFINITY } = options;
  const begun = clock.now();
  const deadline = (ms: number): number => Math.min(clock.now() + ms, begun + limitMs);
  let deployment = await aws.deployments.get(id);
  let seen = deployment.status;
  let polls = 0;
  const patience = options.replaced === false ? NAMING_POLLS_WITHOUT_REPLACEMENT : NAMING_POLLS;
  await wait(
    async () => {
      deployment = await aws.deployments.get(id);
      if (deployment.status !== seen) {
        seen = deployment.status;
        progress.report({ type: 'deployment.status', id, status: seen });
      }
      if (!isTerminal(deployment.status))
        return { state: 'pending', reason: `${id} is ${deployment.status}` };
      // A deployment that succeeds while it is being stopped has no way back.
      const named = deployment.rollbackDeploymentId !== undefined || deployment.status === 'Succeeded';
      return named || ++polls >= patience
        ? { state: 'done', value: undefined }
        : { state: 'pending', reason: `${id} has no rollback deployment yet` };
    },
    { clock, signal, intervalMs, deadline: deadline(STOPPING_MS) },
  );
  const backId = deployment.rollbackDeploymentId;
  const taken = knownDeployment(deployment);
  if (backId === undefined) return { deployment: taken, back: { kind: 'none' } };
  let status: string | undefined;
  const ended = await wait(
    async () => {
      const back = await aws.deployments.get(backId);
      if (back.status !== status) {
        progress.report({ type: 'deployment.status', id: backId, status: back.status, back: true });
        status = back.status;
      }
      return isTerminal(back.status)
        ? { state: 'done', value: back }
        : { state: 'pending', reason: `rollback deployment ${backId} is ${back.status}` };
    },
    { clock, signal, intervalMs, deadline: deadline(ROLLBACK_MS) },
  );
  if (ended.kind === 'timedOut') {
    return { deployment: taken, back: { kind: 'rollbackUnfinished', id: backId, status: status ?? '' } };
  }
  return {
    deployment: taken,
    back:
      ended.value.status === 'Succeeded'
        ? { kind: 'rolledBack', id: backId }
        : { kind: 'rollbackFailed', id: backId, deployment: knownDeployment(ended.value) },
  };
}

/** The command by which a person stops a deployment, and goes back. */
export function stopCommand(id: string, { rollback } = { rollback: true }): string {
  return `aws deploy stop-deployment --deployment-id ${id}${rollback ? ' --auto-rollback-enabled' : ''}`;
}
