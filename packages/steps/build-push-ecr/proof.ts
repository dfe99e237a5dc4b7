import type { RepositoryState, StoredImage } from '@cutover/aws/images';
import type { Digest } from '@cutover/domain/digest';
import { AwsCallError } from '@cutover/domain/errors';
import type { Finding } from '@cutover/domain/finding';
import { missingPlatforms } from '@cutover/domain/platform';
import { wait } from '@cutover/domain/wait';
import type { World } from '../world.ts';

/** How long ECR may take to show what was just pushed. */
const VISIBLE_WITHIN_MS = 30_000;

/** Reads the pushed image back. @throws AwsCallError when ECR does not show it, or shows another one under the tag */
export async function readBack(
  repository: RepositoryState,
  tag: string,
  pushed: Digest,
  world: World,
): Promise<StoredImage> {
  const { clock, signal } = world;
  const result = await wait(
    async () => {
      const found = await world.aws.images.find(repository, { tag });
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
    message: `${pushed} was pushed to ${repository.uri}:${tag}, but ${seen}.`,
    remedy:
      'Another run may have pushed to the same tag at the same time; use a tag of its own for each commit, and run again.',
  });
}

/** What is wrong with an image that does not run on every platform that was asked for. */
export function platformFinding(
  uri: string,
  wanted: readonly string[],
  offered: readonly string[],
): Finding | undefined {
  const missing = missingPlatforms(wanted, offered);
  if (missing.length === 0) return undefined;
  return {
    id: 'image-platform-missing',
    cause: `The image runs on ${offered.join(', ') || 'no platform'}, but ${missing.join(', ')} was asked for; tasks could not start from it.`,
    evidence: [`ecr:BatchGetImage ${uri}: ${offered.join(', ')}`],
    fix: `Build it for ${wanted.join(',')} (platforms), or correct platforms or the stack’s CpuArchitecture.`,
    url: 'https://docs.docker.com/build/building/multi-platform/',
  };
}
