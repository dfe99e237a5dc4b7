import type { StoredImage } from '@cutover/aws/images';
import type { Outcome } from '@cutover/domain/outcome';
import { imageOutputs, type BuildOutputs } from './image-outputs.ts';
import { platformFinding } from './proof.ts';
import type { Target } from './target.ts';

/**
 * The last word about an image that is in ECR: what runs where, and whether that is what was asked for.
 * @param existed whether it was there before
 */
export async function conclude(
  { request, repository, world }: Target,
  image: StoredImage,
  existed: boolean,
  metadata?: string,
): Promise<Outcome<BuildOutputs>> {
  const platforms = await world.aws.images.platforms(repository, image);
  const tags = [request.tag, ...request.otherTags];
  const reference = `${repository.uri}:${request.tag}`;
  world.progress.report({ type: 'image.pushed', reference, digest: image.digest, existed });
  const outputs = imageOutputs(repository, image, {
    tags,
    platforms,
    existed,
    ...(metadata === undefined ? {} : { metadata }),
  });
  const finding = platformFinding(reference, request.platforms, platforms);
  if (finding !== undefined) {
    return {
      kind: 'failed',
      headline: `${reference} does not run on ${request.platforms.join(', ')}.`,
      outputs,
      findings: [finding],
      remedy:
        'Nothing was deployed. The image stays in ECR; push the right one under another tag, or with if-exists: overwrite.',
    };
  }
  const facts: [string, string][] = [
    ['Image', `${repository.uri}@${image.digest}`],
    ['Tags', tags.join(', ')],
    ['Platforms', platforms.join(', ')],
    ['Media type', image.mediaType],
  ];
  return {
    kind: existed ? 'unchanged' : 'succeeded',
    headline: existed
      ? `${reference} is in ECR already (${image.digest}); nothing was built.`
      : `Pushed ${reference} (${image.digest}).`,
    outputs,
    summary: [{ kind: 'facts', facts }],
  };
}
