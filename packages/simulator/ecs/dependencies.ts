import type { TaskContainer } from './container.ts';

const POLL_WALL_MS = 10;

/**
 * Waits for the containers that `container` depends on.
 * @returns false when a condition can no longer come true.
 */
export async function dependenciesMet(
  container: TaskContainer,
  all: readonly TaskContainer[],
  stopping: () => boolean,
): Promise<boolean> {
  for (const { containerName, condition } of container.definition.dependsOn ?? []) {
    const other = all.find(({ definition }) => definition.name === containerName);
    if (other === undefined) return false;
    while (other.process === undefined) {
      if (stopping()) return false;
      await new Promise((resolve) => setTimeout(resolve, POLL_WALL_MS));
    }
    if (condition === 'COMPLETE' || condition === 'SUCCESS') {
      const exitCode = await other.process.exited;
      if (stopping()) return false;
      if (condition === 'SUCCESS' && exitCode !== 0) return false;
    }
    if (condition === 'HEALTHY') {
      while (!other.fit) {
        if (stopping() || other.process.exitCode !== undefined) return false;
        await new Promise((resolve) => setTimeout(resolve, POLL_WALL_MS));
      }
    }
  }
  return true;
}
