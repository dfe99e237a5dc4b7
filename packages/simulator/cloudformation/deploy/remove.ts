import type { Simulator } from '../../kernel/simulator.ts';
import { moveStack, type Stack, type StackResource } from '../stack.ts';
import { runGraph } from './graph.ts';
import { Operation } from './operation.ts';

/** Removes resources, what needs another one first; gives back what couldn't be removed. */
export async function removeResources(
  sim: Simulator,
  stack: Stack,
  resources: readonly StackResource[],
  policyOf: (resource: StackResource) => string,
): Promise<StackResource[]> {
  const operation = new Operation(sim, stack);
  const byId = new Map(resources.map((resource) => [resource.logicalId, resource]));
  const failed: StackResource[] = [];
  await runGraph(
    byId.keys(),
    (id) => [...byId.values()].filter(({ dependsOn }) => dependsOn.has(id)).map(({ logicalId }) => logicalId),
    async (id) => {
      const resource = byId.get(id);
      if (resource !== undefined) await operation.remove(resource, policyOf(resource));
    },
    (id) => {
      const resource = byId.get(id);
      if (resource !== undefined) failed.push(resource);
    },
    true,
  );
  return failed;
}

/** DeleteStack. `retained` resources are left behind. */
export async function deleteStack(
  sim: Simulator,
  stack: Stack,
  retained: ReadonlySet<string>,
): Promise<void> {
  const left = [...stack.resources.values()].filter(({ status }) => status !== 'DELETE_COMPLETE');
  const failed = await removeResources(sim, stack, left, ({ logicalId, deletionPolicy }) =>
    retained.has(logicalId) || deletionPolicy === 'RetainExceptOnCreate' ? 'Retain' : deletionPolicy,
  );
  if (failed.length > 0) {
    const names = failed.map(({ logicalId }) => logicalId).join(', ');
    moveStack(
      stack,
      'DELETE_FAILED',
      sim.clock.date(),
      `The following resource(s) failed to delete: [${names}]. `,
    );
    return;
  }
  stack.outputs = [];
  stack.deletedAt = sim.clock.date();
  moveStack(stack, 'DELETE_COMPLETE', sim.clock.date());
}
