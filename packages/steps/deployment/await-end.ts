import type { Deployment } from '@cutover/domain/deployment/deployment';
import { wait } from '@cutover/domain/wait';
import type { World } from '../world.ts';
import type { Engine } from './engine.ts';

/** Waits until a deployment that another run made has ended. */
export async function awaitEnd(
  world: World,
  engine: Engine,
  id: string,
  options: {
    /** Epoch milliseconds. */
    readonly deadline: number;
    readonly intervalMs: number;
    /** Called with each look at the deployment while it is active. */
    readonly onLook?: (deployment: Deployment) => Promise<void>;
  },
): Promise<'ended' | 'timedOut'> {
  const { clock, progress, signal } = world;
  let status = '';
  const result = await wait(
    async () => {
      const deployment = await engine.get(id);
      if (deployment.status !== status) {
        status = deployment.status;
        progress.report({ type: 'deployment.status', id, status });
      }
      if (deployment.ended !== undefined) return { state: 'done', value: undefined };
      await options.onLook?.(deployment);
      return { state: 'pending', reason: `deployment ${id} is ${status}` };
    },
    { clock, signal, deadline: options.deadline, intervalMs: options.intervalMs },
  );
  return result.kind === 'done' ? 'ended' : 'timedOut';
}
