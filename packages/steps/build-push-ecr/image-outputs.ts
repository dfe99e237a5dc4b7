import type { RepositoryState, StoredImage } from '@cutover/aws/ecr/images';
import type { OutputKinds, OutputsOf } from '@cutover/domain/outcome';

/** Outputs of `build-push-ecr`; an unknown value is left out. */
export const OUTPUTS = {
  /** URI by digest; empty in another job when the account id is masked, unlike the parts below. */
  image: 'string',
  /** `team/app`, free of the account id. */
  repository: 'string',
  /** `123456789012.dkr.ecr.us-east-1.amazonaws.com` */
  registry: 'string',
  /** Account of the registry: that of the credentials, unless `repository` names another one's. */
  'aws-account-id': 'string',
  digest: 'string',
  tag: 'string',
  /** Separated by commas. */
  tags: 'string',
  /** Separated by commas. */
  platforms: 'string',
  'image-existed': 'boolean',
  /** JSON: what buildx wrote, or digest and descriptor of a pushed layout. */
  metadata: 'string',
  /** Digest of the image's configuration; absent for an index. */
  imageid: 'string',
} as const satisfies OutputKinds;

export type BuildOutputs = OutputsOf<typeof OUTPUTS>;

/** The outputs about a repository, also where no image came into it. */
export function repositoryOutputs({ account, name, registry }: RepositoryState): BuildOutputs {
  return { repository: name, registry, ...(account === '' ? {} : { 'aws-account-id': account }) };
}

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
  const { uri } = repository;
  const { tag, tags, platforms, existed, metadata } = about;
  return {
    image: `${uri}@${digest}`,
    ...repositoryOutputs(repository),
    digest,
    ...(tag === undefined ? {} : { tag }),
    tags: tags.join(','),
    platforms: platforms.join(','),
    'image-existed': existed,
    metadata: metadata ?? JSON.stringify({ 'containerimage.digest': digest }),
    ...(manifest.kind === 'image' ? { imageid: manifest.config.digest } : {}),
  };
}
