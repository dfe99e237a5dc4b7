import type {
  BatchDeleteImageRequest,
  BatchDeleteImageResponse,
  BatchGetImageRequest,
  BatchGetImageResponse,
  DescribeImagesRequest,
  DescribeImagesResponse,
  ImageDetail,
  ImageFailure,
  ImageIdentifier,
  ListImagesRequest,
  ListImagesResponse,
  PutImageRequest,
  PutImageResponse,
  TagStatus,
} from '@aws-sdk/client-ecr';
import { ApiError } from '../kernel/api-error.ts';
import { DIGEST } from './blobs.ts';
import { isIndex, type Image } from './image.ts';
import { page } from './page.ts';
import { putImage } from './put-image.ts';
import { invalid, type Registry } from './registry.ts';
import type { Repository } from './repository.ts';

/** Operations on images: what the AWS API shows and changes of pushed manifests. */
export function imageOperations(registry: Registry) {
  return {
    DescribeImages: (input: DescribeImagesRequest): DescribeImagesResponse => {
      const repository = registry.repository(input.repositoryName, input.registryId);
      if (input.imageIds !== undefined && (input.maxResults ?? input.nextToken) !== undefined) {
        throw invalid("'maxResults' and 'nextToken' cannot be used together with 'imageIds'");
      }
      const images =
        input.imageIds === undefined
          ? [...repository.images.values()].filter((image) =>
              matches(input.filter?.tagStatus, tagsOf(repository, image)),
            )
          : [...new Set(input.imageIds.map((id) => requireImage(registry, repository, id)))];
      const { items, nextToken } = page(images, input, input.imageIds === undefined ? 100 : 1000);
      return { imageDetails: items.map((image) => detail(registry, repository, image)), nextToken };
    },

    ListImages: (input: ListImagesRequest): ListImagesResponse => {
      const repository = registry.repository(input.repositoryName, input.registryId);
      const ids = [...repository.images.values()].flatMap((image): ImageIdentifier[] => {
        const tags = tagsOf(repository, image);
        if (!matches(input.filter?.tagStatus, tags)) return [];
        return tags.length === 0
          ? [{ imageDigest: image.digest }]
          : tags.map((imageTag) => ({ imageDigest: image.digest, imageTag }));
      });
      const { items, nextToken } = page(ids, input, 100);
      return { imageIds: items, nextToken };
    },

    BatchGetImage: (input: BatchGetImageRequest): BatchGetImageResponse => {
      const repository = registry.repository(input.repositoryName, input.registryId);
      const output = { images: [] as object[], failures: [] as ImageFailure[] };
      for (const id of input.imageIds ?? []) {
        const found = lookUp(registry, repository, id);
        // Assumption: a media type that the caller doesn't accept counts as missing; nothing is converted.
        const accepted = input.acceptedMediaTypes ?? [];
        if ('failureCode' in found) output.failures.push(found);
        else if (accepted.length > 0 && !accepted.includes(found.mediaType))
          output.failures.push(notFound(id));
        else {
          found.lastPulledAt = registry.sim.clock.date();
          output.images.push({
            registryId: registry.id,
            repositoryName: repository.name,
            imageId: { ...id, imageDigest: found.digest },
            imageManifest: found.content,
            imageManifestMediaType: found.mediaType,
          });
        }
      }
      return output;
    },

    PutImage: (input: PutImageRequest): PutImageResponse => {
      const repository = registry.repository(input.repositoryName, input.registryId);
      const { imageTag: tag, imageManifest: content = '' } = input;
      const already = (digest: string): ApiError =>
        new ApiError(
          'ImageAlreadyExistsException',
          `Image with digest '${digest}' and tag '${tag ?? 'null'}' already exists in the repository with name '${repository.name}' in registry with id '${registry.id}'`,
        );
      const before = new Set(repository.images.keys());
      const tagged = tag === undefined ? undefined : repository.tags.get(tag);
      let image: Image;
      try {
        image = putImage(registry, repository, {
          content,
          mediaType: input.imageManifestMediaType,
          tag,
          digest: input.imageDigest,
        });
      } catch (error) {
        if (error instanceof ApiError && error.members['sameDigest'] === true) throw already(tagged ?? '');
        throw error instanceof ApiError ? new ApiError(error.code, error.message) : error;
      }
      if (before.has(image.digest) && (tag === undefined || tagged === image.digest))
        throw already(image.digest);
      return {
        image: {
          registryId: registry.id,
          repositoryName: repository.name,
          imageId: { imageDigest: image.digest, ...(tag === undefined ? {} : { imageTag: tag }) },
          imageManifest: image.content,
          imageManifestMediaType: image.mediaType,
        },
      };
    },

    BatchDeleteImage: (input: BatchDeleteImageRequest): BatchDeleteImageResponse => {
      const repository = registry.repository(input.repositoryName, input.registryId);
      const output = { imageIds: [] as ImageIdentifier[], failures: [] as ImageFailure[] };
      for (const id of input.imageIds ?? []) {
        const found = lookUp(registry, repository, id);
        if ('failureCode' in found) output.failures.push(found);
        else {
          const removed = deleteImage(
            repository,
            found,
            id.imageDigest === undefined ? id.imageTag : undefined,
          );
          if (removed === 'referenced') {
            output.failures.push({
              imageId: id,
              failureCode: 'ImageReferencedByManifestList',
              failureReason: `Requested image referenced by manifest list: [${indexesOf(repository, found.digest).join(', ')}]`,
            });
          } else output.imageIds.push({ ...id, imageDigest: found.digest });
        }
      }
      return output;
    },
  };
}

/** Removes a tag, or with no tag the image with all its tags; the last tag takes the image with it, as in ECR. */
export function deleteImage(
  repository: Repository,
  image: Image,
  tag: string | undefined,
): 'removed' | 'referenced' {
  const others = tagsOf(repository, image).filter((one) => one !== tag);
  if (tag !== undefined && others.length > 0) {
    repository.tags.delete(tag);
    return 'removed';
  }
  if (indexesOf(repository, image.digest).length > 0) {
    if (tag === undefined) return 'referenced';
    repository.tags.delete(tag);
    return 'removed';
  }
  for (const one of tagsOf(repository, image)) repository.tags.delete(one);
  repository.images.delete(image.digest);
  return 'removed';
}

export function tagsOf(repository: Repository, image: Image): string[] {
  return repository.tags.of(image.digest);
}

/** @throws ImageNotFoundException with ECR's text. */
export function requireImage(
  registry: Registry,
  repository: Repository,
  id: ImageIdentifier | undefined,
): Image {
  const found = lookUp(registry, repository, id ?? {});
  if ('failureCode' in found) {
    if (found.failureCode !== 'ImageNotFound' && found.failureCode !== 'ImageTagDoesNotMatchDigest') {
      throw invalid(found.failureReason);
    }
    throw new ApiError(
      'ImageNotFoundException',
      `The image with imageId {imageDigest:'${id?.imageDigest ?? 'null'}', imageTag:'${id?.imageTag ?? 'null'}'} does not exist within the repository with name '${repository.name}' in the registry with id '${registry.id}'`,
    );
  }
  return found;
}

interface Missing extends ImageFailure {
  failureCode: NonNullable<ImageFailure['failureCode']>;
  failureReason: string;
}

function lookUp(registry: Registry, repository: Repository, id: ImageIdentifier): Image | Missing {
  const { imageDigest: digest, imageTag: tag } = id;
  const fail = (failureCode: Missing['failureCode'], failureReason: string): Missing => ({
    imageId: id,
    failureCode,
    failureReason,
  });
  if (digest === undefined && tag === undefined)
    return fail('MissingDigestAndTag', 'Invalid request parameters: both tag and digest cannot be null');
  if (digest !== undefined && !DIGEST.test(digest))
    return fail('InvalidImageDigest', 'Invalid request parameters: image digest should satisfy the regex');
  const image = registry.find(repository, digest ?? tag ?? '');
  if (image === undefined) return notFound(id);
  if (tag !== undefined && repository.tags.get(tag) !== image.digest)
    return fail('ImageTagDoesNotMatchDigest', 'Requested image tag does not match the digest');
  return image;
}

function notFound(imageId: ImageIdentifier): Missing {
  return { imageId, failureCode: 'ImageNotFound', failureReason: 'Requested image not found' };
}

/** Digests of the indexes that name an image. */
export function indexesOf(repository: Repository, digest: string): string[] {
  return [...repository.images.values()]
    .filter((image) => image.manifest.manifests?.some((child) => child.digest === digest) === true)
    .map((image) => image.digest);
}

function matches(status: TagStatus | undefined, tags: readonly string[]): boolean {
  return status === undefined || status === 'ANY' || (status === 'TAGGED') === tags.length > 0;
}

function detail(registry: Registry, repository: Repository, image: Image): ImageDetail {
  const tags = tagsOf(repository, image);
  return {
    registryId: registry.id,
    repositoryName: repository.name,
    imageDigest: image.digest,
    ...(tags.length === 0 ? {} : { imageTags: tags }),
    imageSizeInBytes: image.size,
    imagePushedAt: image.pushedAt,
    imageManifestMediaType: image.mediaType,
    ...(isIndex(image.mediaType) || image.manifest.config === undefined
      ? {}
      : { artifactMediaType: image.manifest.artifactType ?? image.manifest.config.mediaType }),
    ...(image.lastPulledAt === undefined ? {} : { lastRecordedPullTime: image.lastPulledAt }),
    imageStatus: 'ACTIVE',
  };
}
