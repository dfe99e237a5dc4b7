import { CutoverError } from '@cutover/domain/errors';
import { parseImageReference } from '@cutover/domain/image-reference';
import type { World } from '../world.ts';
import { liveTag, protect } from './protect.ts';

/**
 * Marks an image as the one that a service runs, so that lifecycle rules keep it and the one before. Images outside of the
 * region's private registries are left alone. A registry that does not let us only costs a warning: the image serves.
 * @param onlyIfMarked leaves repositories alone in which no release has marked an image of the service
 */
export async function markLive(
  world: World,
  service: string,
  image: string,
  { onlyIfMarked = false } = {},
): Promise<void> {
  try {
    await mark(world, liveTag(service), image, onlyIfMarked);
  } catch (error) {
    if (!(error instanceof CutoverError)) throw error;
    world.progress.report({
      type: 'warning',
      text: `${image} could not be marked as the image that serves: ${error.message}`,
      remedy: error.remedy,
    });
  }
}

async function mark(
  { aws, progress }: World,
  tag: string,
  image: string,
  onlyIfMarked: boolean,
): Promise<void> {
  const reference = parseImageReference(image);
  if (reference?.account === undefined || (reference.region ?? aws.region) !== aws.region) return;
  const repository = await aws.images.repository(reference);
  if (repository === undefined) return;
  if (onlyIfMarked && (await aws.images.find(repository, { tag })) === undefined) return;
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
        text: `${stored.digest} in ${repository.name} is ${result.tag} now${
          result.previous === undefined ? '' : `, and ${result.previous.digest} is ${result.previous.tag}`
        }: lifecycle rules that spare these tags keep both.`,
      });
      break;
    case 'unchanged':
      break;
    case 'refused':
      progress.report({ type: 'warning', text: result.message, remedy: result.remedy });
  }
}
