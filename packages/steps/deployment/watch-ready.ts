import { deploymentChanges } from '@cutover/domain/deployment/progress';
import type { DeploymentLook } from '@cutover/domain/deployment/look';
import { judgeDeployment, type Expectation } from '@cutover/domain/deployment/verdict';
import { wait } from '@cutover/domain/wait';
import type { World } from '../world.ts';
import { abortable } from './abortable.ts';
import type { Lookout } from './lookout.ts';

/** Why there is nothing left to wait for. */
export type NoLongerReady =
  | { readonly kind: 'overtaken'; readonly status: string }
  | { readonly kind: 'crashLoop'; readonly look: DeploymentLook };

/** Resolves when the deployment waits to be continued no longer, or when its tasks keep failing meanwhile. */
export async function watchReady(
  { clock, progress, signal }: World,
  lookout: Lookout,
  expected: Expectation,
  intervalMs: number,
): Promise<NoLongerReady> {
  const result = await wait<NoLongerReady>(
    async () => {
      const before = lookout.newest;
      const look = await abortable(signal, lookout.look());
      for (const change of deploymentChanges(before, look)) progress.report(change);
      const { deployment, progress: seen } = look;
      if (seen.phase !== 'ready')
        return { state: 'done', value: { kind: 'overtaken', status: deployment.status } };
      return judgeDeployment(seen, { ...expected, waitUntil: 'traffic-shifted' }).kind === 'crashLoop'
        ? { state: 'done', value: { kind: 'crashLoop', look } }
        : { state: 'pending', reason: `deployment ${lookout.id} waits to be continued` };
    },
    { clock, signal, deadline: Number.POSITIVE_INFINITY, intervalMs },
  );
  return result.kind === 'done' ? result.value : { kind: 'overtaken', status: 'Ready' };
}
