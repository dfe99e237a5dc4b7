import { textOf } from '@cutover/domain/text/json';
import { containersOf } from '@cutover/domain/task-definition/containers';
import { environmentOf } from '../deployment/environment.ts';
import { markLive } from '../protection/mark-live.ts';
import type { World } from '../world.ts';
import type { PipelineInputs } from './request.ts';

/** Keeps the image that serves now, and the one before, from the lifecycle rules of their repository. */
export async function protectImage(
  given: PipelineInputs,
  released: {
    readonly image: string | undefined;
    readonly digest: string | undefined;
    readonly built: boolean;
  },
  revision: string,
  world: World,
): Promise<void> {
  if (!given.protect) return;
  const { service } = await environmentOf(world.aws, given);
  if (released.image !== undefined)
    return await markLive(world, service, released.image, { isOurs: released.built });
  const registered = await world.aws.taskDefinitions.describe(revision);
  const images = containersOf(registered?.definition ?? {}).map((container) => textOf(container['image']));
  for (const image of new Set(images)) {
    if (released.digest !== undefined && image.endsWith(`@${released.digest}`))
      await markLive(world, service, image);
  }
}
