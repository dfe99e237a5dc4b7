import type { RepositoryState, StoredImage } from '@cutover/aws/images';

/** Outputs of `build-push-ecr`; what is not known is left out. */
export type BuildOutputs = {
  /** URI by digest; empty in another job when the account id is masked, unlike the parts below. */
  readonly image?: string;
  /** `team/app`, free of the account id. */
  readonly repository?: string;
  /** `123456789012.dkr.ecr.us-east-1.amazonaws.com` */
  readonly registry?: string;
  readonly digest?: string;
  readonly tag?: string;
  /** Separated by commas. */
  readonly tags?: string;
  /** Separated by commas. */
  readonly platforms?: string;
  readonly 'image-existed'?: boolean;
  /** JSON: what buildx wrote, or digest and descriptor of a pushed layout. */
  readonly metadata?: string;
  /** Digest of the image's configuration; absent for an index. */
  readonly imageid?: string;
};

export const OUTPUTS = [
  'image',
  'repository',
  'registry',
  'digest',
  'tag',
  'tags',
  'platforms',
  'image-existed',
  'metadata',
  'imageid',
] as const;

/** The outputs about an image that is in the registry. */
export function imageOutputs(
  repository: RepositoryState,
  image: StoredImage,
  about: {
    readonly tag?: string;
    readonly tags: readonly string[];
    readonly platforms: readonly string[];
    readonly existed: boolean;
    readonly metadata?: string;
  },
): BuildOutputs {
  const { digest, manifest } = image;
  const { name, registry, uri } = repository;
  const { tag, tags, platforms, existed, metadata } = about;
  return {
    image: `${uri}@${digest}`,
    repository: name,
    registry,
    digest,
    ...(tag === undefined ? {} : { tag }),
    tags: tags.join(','),
    platforms: platforms.join(','),
    'image-existed': existed,
    metadata: metadata ?? JSON.stringify({ 'containerimage.digest': digest }),
    ...(manifest.kind === 'image' ? { imageid: manifest.config.digest } : {}),
  };
}
