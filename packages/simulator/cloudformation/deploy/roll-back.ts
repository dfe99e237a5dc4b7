import { type Definition, moveStack, type Stack, type StackResource } from '../stack.ts';
import type { Stacks } from '../stacks.ts';
import { runGraph } from './graph.ts';
import { Operation } from './operation.ts';
import { deleteStack, removeResources } from './remove.ts';
import { same } from './resolve.ts';

/** Takes back a creation that failed: everything goes, in the reverse of the order in which it came. */
export async function rollBackCreation(
  stacks: Stacks,
  stack: Stack,
  target: Definition,
  reason: string,
  onFailure: 'ROLLBACK' | 'DELETE',
): Promise<void> {
  const { clock } = stacks.sim;
  stack.current = target;
  if (onFailure === 'DELETE') {
    moveStack(stack, 'DELETE_IN_PROGRESS', clock.date(), `${reason}Delete requested by user.`);
    await deleteStack(stacks.sim, stack, new Set());
    return;
  }
  if (stack.status !== 'ROLLBACK_IN_PROGRESS') {
    moveStack(stack, 'ROLLBACK_IN_PROGRESS', clock.date(), `${reason}Rollback requested by user.`);
  }
  const failed = await removeResources(
    stacks.sim,
    stack,
    [...stack.resources.values()],
    ({ deletionPolicy, status }) => (status === 'CREATE_FAILED' ? 'Delete' : deletionPolicy),
  );
  if (failed.length > 0) {
    const names = failed.map(({ logicalId }) => logicalId).join(', ');
    moveStack(
      stack,
      'ROLLBACK_FAILED',
      clock.date(),
      `The following resource(s) failed to delete: [${names}]. `,
    );
    return;
  }
  moveStack(stack, 'ROLLBACK_COMPLETE', clock.date());
}

/**
 * Takes back an update: what was replaced comes back, what was changed (or failed to) is changed back, what was added
 * goes. A resource that fails to go back leaves the stack in UPDATE_ROLLBACK_FAILED, to be continued.
 * @param skipped logical ids to leave as they are (ResourcesToSkip)
 */
export async function rollBackUpdate(
  stacks: Stacks,
  stack: Stack,
  skipped: ReadonlySet<string>,
): Promise<void> {
  const { sim } = stacks;
  const pending = stack.pendingRollback;
  if (pending === undefined) return;
  const { before, definition } = pending;
  const operation = new Operation(sim, stack);
  const surplus: StackResource[] = [];
  const failed: string[] = [];
  await runGraph(
    before.keys(),
    (id) => before.get(id)?.dependsOn ?? [],
    async (id) => {
      const old = before.get(id);
      const now = stack.resources.get(id);
      if (old === undefined) return;
      if (now !== undefined && now.physicalId !== old.physicalId) {
        if (now.physicalId !== undefined) surplus.push(now);
        stack.resources.set(id, { ...old });
        return;
      }
      if (now === undefined || skipped.has(id)) {
        stack.resources.set(id, { ...old, status: 'UPDATE_COMPLETE' });
        return;
      }
      // A resource that failed before its handler ran has nothing to roll back.
      if (same(now.properties, old.properties)) {
        stack.resources.set(id, { ...old });
        return;
      }
      const restored = { ...old };
      stack.resources.set(id, restored);
      try {
        await operation.update(restored, now.properties);
      } catch (error) {
        stack.resources.set(id, { ...now, status: 'UPDATE_FAILED' });
        throw error;
      }
    },
    (id) => failed.push(id),
    true,
  );
  if (failed.length > 0) {
    moveStack(
      stack,
      'UPDATE_ROLLBACK_FAILED',
      sim.clock.date(),
      `The following resource(s) failed to update: [${failed.join(', ')}]. `,
    );
    return;
  }
  moveStack(stack, 'UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS', sim.clock.date());
  const added = [...stack.resources.values()].filter(({ logicalId }) => !before.has(logicalId));
  for (const { logicalId } of added) stack.resources.delete(logicalId);
  await removeResources(sim, stack, surplus, () => 'Delete');
  await removeResources(sim, stack, added, ({ deletionPolicy }) => deletionPolicy);
  stack.current = definition;
  stack.pendingRollback = undefined;
  moveStack(stack, 'UPDATE_ROLLBACK_COMPLETE', sim.clock.date());
}
