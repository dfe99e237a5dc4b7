import type { RegisteredTaskDefinition } from '@cutover/aws/ecs/task-definitions';
import { textOf } from '@cutover/domain/text/json';
import { containersOf } from '@cutover/domain/task-definition/containers';
import { markLive } from '../protection/mark-live.ts';
import type { World } from '../world.ts';

/**
 * Marks the images that serve again as the live ones, where a release has marked any: the tag would otherwise keep the
 * image that was left, and the next release would give up the one that serves.
 */
export async function keepImages(
  world: World,
  service: string,
  { definition }: RegisteredTaskDefinition,
): Promise<void> {
  const images = new Set(containersOf(definition).map((container) => textOf(container['image'])));
  for (const image of images) await markLive(world, service, image, { onlyIfMarked: true });
}
