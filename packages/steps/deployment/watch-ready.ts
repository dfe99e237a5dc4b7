import { wait } from '@cutover/domain/wait';
import type { World } from '../world.ts';

/** Resolves when the deployment waits to be continued no longer. */
export async function watchReady(
  { aws, clock, progress, signal }: World,
  id: string,
  intervalMs: number,
): Promise<{ readonly kind: 'overtaken'; readonly status: string }> {
  const result = await wait(
    async () => {
      const { status } = await aws.deployments.get(id);
      if (status === 'Ready') return { state: 'pending', reason: `deployment ${id} waits to be continued` };
      progress.report({ type: 'deployment.status', id, status });
      return { state: 'done', value: status };
    },
    { clock, signal, deadline: Number.POSITIVE_INFINITY, intervalMs },
  );
  return { kind: 'overtaken', status: result.kind === 'done' ? result.value : 'Ready' };
}
