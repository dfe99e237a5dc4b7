import { ApiError } from '../kernel/api-error.ts';
import { digestOf, INDEX_TYPES, isIndex, MANIFEST_TYPES, type Image, type Manifest } from './image.ts';
import type { Registry } from './registry.ts';
import { isImmutable, type Repository } from './repository.ts';
import { scanFrequency } from './scanning.ts';

const MAX_MANIFEST_BYTES = 4 * 1024 * 1024;
const TAG = /^[a-zA-Z0-9_][a-zA-Z0-9._-]{0,299}$/;

export interface NewImage {
  readonly content: string;
  readonly mediaType?: string | undefined;
  readonly tag?: string | undefined;
  readonly digest?: string | undefined;
}

/**
 * Stores a manifest and, if given, moves the tag to it. Both the API and the registry end here.
 * @throws ApiError with the code of ECR's PutImage.
 */
export function putImage(registry: Registry, repository: Repository, image: NewImage): Image {
  if (Buffer.byteLength(image.content) > MAX_MANIFEST_BYTES) {
    throw new ApiError('InvalidParameterException', 'The image manifest is larger than 4194304 bytes');
  }
  if (image.tag !== undefined && !TAG.test(image.tag)) {
    throw new ApiError(
      'InvalidParameterException',
      `Invalid parameter at 'imageTag' failed to satisfy constraint: 'must satisfy regular expression '[a-zA-Z0-9_][a-zA-Z0-9._-]*''`,
    );
  }
  const { manifest, mediaType } = parse(image);
  const digest = digestOf(image.content);
  if (image.digest !== undefined && image.digest !== digest) {
    throw new ApiError(
      'ImageDigestDoesNotMatchException',
      `Given image digest '${image.digest}' does not match the digest '${digest}' of the image manifest`,
    );
  }
  const existing = repository.images.get(digest);
  if (image.tag !== undefined) assertTagIsFree(repository, image.tag, digest);
  const stored: Image = existing ?? {
    digest,
    mediaType,
    content: image.content,
    manifest,
    pushedAt: registry.sim.clock.date(),
    size: isIndex(mediaType)
      ? checkChildren(registry, repository, manifest)
      : checkLayers(registry, repository, manifest),
    lastPulledAt: undefined,
    scanStartedAt:
      scanFrequency(registry, repository) !== 'MANUAL' && !isIndex(mediaType)
        ? registry.sim.clock.date()
        : undefined,
    findings: [],
  };
  repository.images.set(digest, stored);
  if (image.tag !== undefined) repository.tags.set(image.tag, digest);
  return stored;
}

function parse(image: NewImage): { manifest: Manifest; mediaType: string } {
  let manifest: Manifest;
  try {
    manifest = JSON.parse(image.content) as Manifest;
  } catch {
    throw new ApiError('InvalidParameterException', 'Invalid image manifest: not a JSON document');
  }
  if (typeof manifest !== 'object' || manifest === null || Array.isArray(manifest))
    throw new ApiError('InvalidParameterException', 'Invalid image manifest: not a JSON object');
  const mediaType =
    image.mediaType ??
    manifest.mediaType ??
    (manifest.manifests === undefined ? MANIFEST_TYPES[0] : INDEX_TYPES[0]) ??
    '';
  if (manifest.mediaType !== undefined && manifest.mediaType !== mediaType) {
    throw new ApiError(
      'InvalidParameterException',
      `Invalid image manifest: its mediaType is ${manifest.mediaType}, but it was sent as ${mediaType}`,
    );
  }
  if (![...INDEX_TYPES, ...MANIFEST_TYPES].includes(mediaType)) {
    throw new ApiError('InvalidParameterException', `Unsupported image manifest media type '${mediaType}'`);
  }
  const complete = isIndex(mediaType)
    ? Array.isArray(manifest.manifests) && manifest.manifests.every(isDescriptor)
    : isDescriptor(manifest.config) && Array.isArray(manifest.layers) && manifest.layers.every(isDescriptor);
  if (manifest.schemaVersion !== 2 || !complete) {
    throw new ApiError('InvalidParameterException', `Invalid image manifest: not a complete ${mediaType}`);
  }
  return { manifest, mediaType };
}

/** A descriptor names a digest and a size; a manifest comes from strangers. */
function isDescriptor(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { digest, size } = value as Record<string, unknown>;
  return typeof digest === 'string' && typeof size === 'number' && size >= 0;
}

function assertTagIsFree(repository: Repository, tag: string, digest: string): void {
  const current = repository.tags.get(tag);
  if (current === undefined || !isImmutable(repository, tag)) return;
  const why = repository.mutability === 'IMMUTABLE' ? 'repository' : 'tag';
  throw new ApiError(
    'ImageTagAlreadyExistsException',
    `The image tag '${tag}' already exists in the '${repository.name}' repository and cannot be overwritten because the ${why} is immutable.`,
    400,
    { sameDigest: current === digest },
  );
}

function checkLayers(registry: Registry, repository: Repository, manifest: Manifest): number {
  const parts = [...(manifest.config === undefined ? [] : [manifest.config]), ...(manifest.layers ?? [])];
  const missing = parts
    .filter(({ digest, urls }) => (urls ?? []).length === 0 && !repository.layers.has(digest))
    .map(({ digest }) => digest);
  if (missing.length > 0) {
    throw new ApiError(
      'LayersNotFoundException',
      `The specified layers could not be found: ${missing.join(', ')} in the repository with name '${repository.name}' in the registry with id '${registry.id}'`,
    );
  }
  return parts.reduce((sum, { size }) => sum + size, 0);
}

function checkChildren(registry: Registry, repository: Repository, manifest: Manifest): number {
  const children = manifest.manifests ?? [];
  const missing = children.map(({ digest }) => digest).filter((digest) => !repository.images.has(digest));
  if (missing.length > 0) {
    throw new ApiError(
      'ReferencedImagesNotFoundException',
      `The image manifest references images that do not exist in the repository with name '${repository.name}' in the registry with id '${registry.id}': ${missing.join(', ')}`,
    );
  }
  return Math.max(0, ...children.map(({ digest }) => repository.images.get(digest)?.size ?? 0));
}
