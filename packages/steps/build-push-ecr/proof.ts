import type { StoredImage } from '@cutover/aws/ecr/images';
import type { Digest } from '@cutover/domain/image/digest';
import { AwsCallError } from '@cutover/domain/errors';
import { lookedUp } from '@cutover/domain/diagnosis/looked-up';
import type { Finding } from '@cutover/domain/finding';
import { missingPlatforms } from '@cutover/domain/image/platform';
import { wait } from '@cutover/domain/wait';
import type { Target } from './target.ts';

/** How long ECR may take to show what was just pushed. */
const VISIBLE_WITHIN_MS = 30_000;

/** Reads the pushed image back. @throws AwsCallError when ECR does not show it, or shows another one under the tag */
export async function readBack(
  { images, repository, world }: Target,
  tag: string,
  pushed: Digest,
): Promise<StoredImage> {
  const { clock, signal } = world;
  const result = await wait(
    async () => {
      const found = await images.find(repository, { tag });
      return found === undefined
        ? { state: 'pending', reason: `tag ${tag} is not there` }
        : { state: 'done', value: found };
    },
    { clock, signal, deadline: clock.now() + VISIBLE_WITHIN_MS, intervalMs: 2000 },
  );
  if (result.kind === 'done' && result.value.digest === pushed) return result.value;
  const seen = result.kind === 'done' ? `ECR has ${result.value.digest} under it` : 'ECR does not have it';
  throw new AwsCallError({
    action: 'ecr:BatchGetImage',
    code: 'DigestMismatch',
    what: `${pushed} was pushed to ${repository.uri}:${tag}, but ${seen}.`,
    fix: 'Another run may have pushed to the same tag at the same time; use a tag of its own for each commit, and run again.',
  });
}

/** The fault of an image that nothing can run: an artifact such as a chart, an SBOM or a cache has no platform. */
export function artifactFinding(uri: string, { manifest, mediaType }: StoredImage): Finding | undefined {
  const config = manifest.kind === 'image' ? manifest.config.mediaType : '';
  const isImage =
    manifest.kind === 'index'
      ? manifest.entries.some(({ attestation }) => !attestation)
      : /^application\/vnd\.(?:oci\.image\.config|docker\.container\.image)\.v1\+json$/.test(config);
  if (isImage) return undefined;
  return lookedUp(
    'image-not-runnable',
    { image: uri, manifest: `${mediaType} ${config}`.trim() },
    {
      evidence: [`ecr:BatchGetImage ${uri}: ${mediaType} ${config}`.trim()],
      link: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-manifest-formats.html',
    },
  );
}

/** The fault of an image that does not run on every requested platform. */
export function platformFinding(
  uri: string,
  wanted: readonly string[],
  offered: readonly string[],
): Finding | undefined {
  const missing = missingPlatforms(wanted, offered);
  if (missing.length === 0) return undefined;
  return lookedUp(
    'image-platform-missing',
    {
      ...(offered.length === 0 ? {} : { offered: offered.join(', ') }),
      missing: missing.join(', '),
      wanted: wanted.join(','),
    },
    {
      evidence: [`ecr:BatchGetImage ${uri}: ${offered.join(', ')}`],
      link: 'https://docs.docker.com/build/building/multi-platform/',
    },
  );
}
