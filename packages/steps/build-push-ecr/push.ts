import type { StoredImage } from '@cutover/aws/images';
import type { Layout } from '@cutover/aws/registry-layout';
import type { Digest } from '@cutover/domain/digest';
import { CommandError, ConfigurationError } from '@cutover/domain/errors';
import type { Outcome } from '@cutover/domain/outcome';
import { buildAndPush } from './build.ts';
import type { BuildRequest } from './build-request.ts';
import { conclude } from './conclude.ts';
import type { BuildOutputs } from './image-outputs.ts';
import { readBack } from './proof.ts';
import type { Target } from './target.ts';

/** Pushes the layout, or builds and pushes; then reads back what ECR holds. */
export async function push(target: Target): Promise<Outcome<BuildOutputs>> {
  const { source } = target.request;
  if (target.layout !== undefined) return await pushFromLayout(target, target.layout);
  if (source.kind === 'layout') throw new TypeError('the layout was not opened');
  return await pushFromBuild(target, source.build);
}

async function pushFromLayout(target: Target, layout: Layout): Promise<Outcome<BuildOutputs>> {
  const { repository, request, world } = target;
  const { clock, progress, signal } = world;
  const tags = [request.tag, ...request.otherTags];
  const login = await world.aws.images.login(repository.account);
  world.mask(login.password);
  const digest = await world.aws.images.pushLayout(layout, {
    repository: repository.uri,
    login,
    tags,
    clock,
    progress,
    signal,
  });
  const { mediaType, size } = layout.root.descriptor;
  const metadata = {
    'containerimage.digest': digest,
    'containerimage.descriptor': { mediaType, digest, size },
    'image.name': references(target).join(','),
  };
  return await pushed(target, digest, JSON.stringify(metadata));
}

async function pushFromBuild(
  target: Target,
  build: Omit<BuildRequest, 'references'>,
): Promise<Outcome<BuildOutputs>> {
  const { repository, request, world } = target;
  if (repository.mutability === 'IMMUTABLE') await refuseTaken(target);
  const login = await world.aws.images.login(repository.account);
  try {
    const { digest, metadata } = await buildAndPush(
      { ...build, references: references(target) },
      request.secretValues,
      { host: repository.registry, login },
      world,
    );
    return await pushed(target, digest, metadata);
  } catch (error) {
    if (!(error instanceof CommandError) || world.signal.aborted) throw error;
    const overtaken = await pushedByAnother(target, error);
    if (overtaken !== undefined) return await conclude(target, overtaken, true);
    return {
      kind: 'failed',
      headline: error.message,
      outputs: { repository: repository.name, registry: repository.registry },
      findings: error.findings,
      remedy: `${error.remedy} Nothing was deployed.`,
    };
  }
}

/** The image of another run that pushed the same immutable tag while this one was building. */
async function pushedByAnother(
  { repository, request: { ifExists, tag }, world }: Target,
  { findings }: CommandError,
): Promise<StoredImage | undefined> {
  if (ifExists !== 'reuse' || !findings.some(({ id }) => id === 'ecr-tag-immutable')) return undefined;
  const found = await world.aws.images.find(repository, { tag });
  if (found !== undefined) {
    world.progress.report({
      type: 'warning',
      text: `Another run pushed tag ${tag} while this one was building; its image ${found.digest} is used.`,
    });
  }
  return found;
}

/** Other tags that can't be moved to the new image: better known before the build than after it. */
async function refuseTaken({ request, repository, world }: Target): Promise<void> {
  for (const tag of request.otherTags) {
    const taken = await world.aws.images.find(repository, { tag });
    if (taken === undefined) continue;
    throw new ConfigurationError({
      message: `Input tags: tag ${tag} stands for ${taken.digest} already, and repository ${repository.name} lets no tag be moved.`,
      remedy: `Remove ${tag} from tags, or exempt it from the repository’s tag immutability.`,
    });
  }
}

async function pushed(target: Target, digest: Digest, metadata?: string): Promise<Outcome<BuildOutputs>> {
  const image = await readBack(target.repository, target.request.tag, digest, target.world);
  return await conclude(target, image, false, metadata);
}

function references({ request, repository }: Target): readonly string[] {
  return [request.tag, ...request.otherTags].map((tag) => `${repository.uri}:${tag}`);
}
