import type { StoredImage } from '@cutover/aws/ecr/images';
import { partitionOf } from '@cutover/domain/identity/region';
import { AccessDeniedError, AwsCallError } from '@cutover/domain/errors';
import { parseImageReference, type ImageReference } from '@cutover/domain/image/reference';
import { isJsonObject, textOf, type JsonObject } from '@cutover/domain/text/json';
import { missingPlatforms } from '@cutover/domain/image/platform';
import { containersOf, runsOnFargate } from '@cutover/domain/task-definition/containers';
import type { World } from '../world.ts';
import { failed, look, ok, unknown, type Found, type Requirement } from './requirement.ts';

/** Every image that lies in ECR is there, for the platform on which the tasks run. */
export async function checkImages(
  definition: JsonObject,
  aws: World['aws'],
): Promise<readonly Requirement[]> {
  const platform = wantedPlatform(definition);
  // Two containers may have one image.
  const looks = new Map<string, Promise<Found>>();
  return await Promise.all(
    containersOf(definition).map(async (container, index) => {
      const image = textOf(container['image']);
      const found = looks.get(image) ?? look(async () => await findImage(image, platform, aws));
      looks.set(image, found);
      return {
        item: `image of container ${textOf(container['name'])}`,
        path: ['containerDefinitions', index, 'image'],
        ...(await found),
      };
    }),
  );
}

/** `linux/arm64`; undefined where the instances decide. */
export function wantedPlatform(definition: JsonObject): string | undefined {
  const given = definition['runtimePlatform'];
  const { cpuArchitecture, operatingSystemFamily } = isJsonObject(given) ? given : {};
  if (cpuArchitecture === undefined && !runsOnFargate(definition)) return undefined;
  const os = textOf(operatingSystemFamily).startsWith('WINDOWS') ? 'windows' : 'linux';
  return `${os}/${cpuArchitecture === 'ARM64' ? 'arm64' : 'amd64'}`;
}

async function findImage(image: string, platform: string | undefined, aws: World['aws']): Promise<Found> {
  const reference = parseImageReference(image);
  if (image.trim() === '')
    return failed(
      'the image is empty',
      'Give the image; an empty output of another job has to be named under outputs: there.',
    );
  if (reference === undefined || !isInEcr(reference)) return await outsideEcr(image, reference, aws);
  const { name, account = '', region = aws.region } = reference;
  const partition = partitionOf(region);
  if (partition !== aws.partition)
    return failed(
      `${image} lies in ECR of partition ${partition}, and the tasks run in partition ${aws.partition}`,
      'Push the image to a repository of this partition, or correct the region in its name.',
    );
  const repository = { name, account };
  const images = region === aws.region ? aws.images : aws.images.in(region);
  let stored: StoredImage | undefined;
  try {
    stored = await images.find(
      repository,
      reference.digest === undefined ? { tag: reference.tag ?? 'latest' } : { digest: reference.digest },
    );
  } catch (error) {
    if (!(error instanceof AwsCallError) || error.code !== 'RepositoryNotFoundException') throw error;
    if (await isCached(name, account, images)) return comesThroughCache(image);
    return failed(
      `ECR has no repository ${name} in ${where(reference, aws.region)}, so ${image} can't be pulled`,
      'Push the image first (build-push-ecr), or correct repository, account or region.',
    );
  }
  if (stored === undefined) {
    if (await isCached(name, account, images)) return comesThroughCache(image);
    return failed(
      `repository ${name} has no image ${reference.digest ?? reference.tag ?? 'latest'}`,
      'Push it first (build-push-ecr gives back its digest), or correct the tag or digest; a lifecycle rule may have deleted it.',
    );
  }
  if (platform === undefined) return ok(`${image} is there`);
  const offered = await images.platforms(repository, stored);
  if (missingPlatforms([platform], offered).length === 0) return ok(`${image} is there for ${platform}`);
  return failed(
    `${image} is built for ${offered.join(' and ') || 'no platform'}, and the task runs on ${platform}`,
    remedyFor(platform, offered),
  );
}

/** A name without a registry is one of Docker Hub, which is seldom meant where images are kept in ECR. */
async function outsideEcr(
  image: string,
  reference: ImageReference | undefined,
  aws: World['aws'],
): Promise<Found> {
  if (reference !== undefined && reference.host === undefined && (await keepsImages(aws))) {
    return unknown(
      `image ${image} names no registry, so tasks pull it from Docker Hub, while ECR has repositories in this account`,
      `Give the image with its registry (output image of build-push-ecr), or write docker.io/${image.includes('/') ? '' : 'library/'}${image} if Docker Hub is meant.`,
    );
  }
  return unknown(`image ${image} lies in no registry of ECR, so it was not looked for`);
}

/** An image that can't be looked up counts as missing. */
async function keepsImages({ images }: World['aws']): Promise<boolean> {
  try {
    return await images.hasRepositories();
  } catch (error) {
    if (error instanceof AccessDeniedError || error instanceof AwsCallError) return false;
    throw error;
  }
}

/** Whether ECR would bring the image when it is pulled. An image that can't be looked up counts as missing. */
async function isCached(name: string, account: string, images: World['aws']['images']): Promise<boolean> {
  try {
    const prefixes = await images.cachePrefixes(account);
    return prefixes.some((prefix) => prefix === 'ROOT' || name.startsWith(`${prefix}/`));
  } catch (error) {
    if (error instanceof AccessDeniedError || error instanceof AwsCallError) return false;
    throw error;
  }
}

function comesThroughCache(image: string): Found {
  return unknown(`${image} is not there yet, and a pull-through cache rule brings it when it is pulled`);
}

/** A registry on this machine is the one that the endpoint of ECR serves. */
function isInEcr({ account, host = '' }: ImageReference): boolean {
  return account !== undefined || /^(localhost|127\.\d+\.\d+\.\d+)(:\d+)?$/.test(host);
}

function where({ account, region }: ImageReference, own: string): string {
  return [region ?? own, ...(account === undefined ? [] : [`account ${account}`])].join(', ');
}

function remedyFor(platform: string, offered: readonly string[]): string {
  const build = `Build it with platforms: ${platform}`;
  const architecture = offered.includes('linux/arm64')
    ? 'ARM64'
    : offered.includes('linux/amd64')
      ? 'X86_64'
      : undefined;
  return architecture === undefined || !platform.startsWith('linux/')
    ? `${build}.`
    : `${build}, or set runtimePlatform.cpuArchitecture to ${architecture} (input cpu-architecture).`;
}
