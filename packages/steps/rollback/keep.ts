import type { RegisteredTaskDefinition } from '@cutover/aws/task-definitions';
import { CutoverError } from '@cutover/domain/errors';
import { parseImageReference } from '@cutover/domain/image-reference';
import { textOf } from '@cutover/domain/json';
import { containersOf } from '@cutover/domain/task-definition/containers';
import { liveTag, protect } from '../protection/protect.ts';
import type { World } from '../world.ts';

/**
 * Marks the images that serve again as the live ones, where a release has marked any: the tag would otherwise keep the
 * image that was left, and the next release would give up the one that serves. A registry that does not let us only costs
 * a warning.
 */
export async function keepImages(
  world: World,
  service: string,
  { definition }: RegisteredTaskDefinition,
): Promise<void> {
  const images = new Set(containersOf(definition).map((container) => textOf(container['image'])));
  for (const image of images) {
    try {
      await keep(world, service, image);
    } catch (error) {
      if (!(error instanceof CutoverError)) throw error;
      world.progress.report({
        type: 'warning',
        text: `${image} could not be marked as the image that serves: ${error.message}`,
        remedy: error.remedy,
      });
    }
  }
}

async function keep({ aws, progress }: World, service: string, image: string): Promise<void> {
  const reference = parseImageReference(image);
  if (reference?.account === undefined || (reference.region ?? aws.region) !== aws.region) return;
  const repository = await aws.images.repository(reference);
  const tag = liveTag(service);
  if (repository === undefined || (await aws.images.find(repository, { tag })) === undefined) return;
  const { digest } = reference;
  const stored = await aws.images.find(
    repository,
    digest === undefined ? { tag: reference.tag ?? 'latest' } : { digest },
  );
  if (stored === undefined) return;
  const result = await protect(aws.images, repository, stored, tag);
  switch (result.kind) {
    case 'protected':
      progress.report({
        type: 'note',
        text: `${stored.digest} in ${repository.name} is ${result.tag} again.`,
      });
      break;
    case 'unchanged':
      break;
    case 'refused':
      progress.report({ type: 'warning', text: result.message, remedy: result.remedy });
  }
}
