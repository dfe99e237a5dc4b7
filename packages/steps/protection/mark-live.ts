import { CutoverError } from '@cutover/domain/errors';
import { parseImageReference } from '@cutover/domain/image/reference';
import type { World } from '../world.ts';
import { lookAtExpiry } from './expiry.ts';
import { liveTag, protect } from './protect.ts';

interface Options {
  /** Leaves repositories alone in which no release has marked an image of the service. */
  readonly onlyIfMarked?: boolean;
  /** The image was pushed to the caller's registry, whatever that is called. */
  readonly isOurs?: boolean;
}

/**
 * Marks an image as the one that a service runs, so that lifecycle rules keep it and the one before. Images outside of the
 * region's private registries are left alone. A registry that does not let us only costs a warning: the image serves.
 */
export async function markLive(
  world: World,
  service: string,
  image: string,
  options: Options = {},
): Promise<void> {
  try {
    await mark(world, liveTag(service), image, options);
  } catch (error) {
    if (!(error instanceof CutoverError)) throw error;
    world.progress.report({
      type: 'warning',
      what: `${image} could not be marked as the image that serves: ${error.message}`,
      fix: error.fix,
    });
  }
}

async function mark(
  { aws, progress }: World,
  tag: string,
  image: string,
  { onlyIfMarked = false, isOurs = false }: Options,
): Promise<void> {
  const reference = parseImageReference(image);
  if (reference === undefined || (!isOurs && reference.account === undefined)) return;
  if ((reference.region ?? aws.region) !== aws.region) return;
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
        }.`,
      });
      break;
    case 'unchanged':
      break;
    case 'refused':
      progress.report({ type: 'warning', what: result.what, fix: result.fix });
      return;
  }
  const { warnings } = await lookAtExpiry(
    aws.images,
    repository,
    result,
    reference.tag === undefined ? [] : [reference.tag],
  );
  for (const warning of warnings) progress.report({ type: 'warning', ...warning });
}
