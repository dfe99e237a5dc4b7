import type {
  ImageTagMutability,
  ImageTagMutabilityExclusionFilter,
  Repository as RepositoryDescription,
} from '@aws-sdk/client-ecr';
import type { Timer } from '../kernel/clock.ts';
import { ImageTags } from './image-tags.ts';
import type { Image } from './image.ts';

/** One repository of the registry. Layers belong to a repository: another one doesn't see them. */
export interface Repository {
  readonly name: string;
  readonly arn: string;
  readonly createdAt: Date;
  readonly encryption: NonNullable<RepositoryDescription['encryptionConfiguration']>;
  mutability: ImageTagMutability;
  exclusionFilters: readonly ImageTagMutabilityExclusionFilter[];
  scanOnPush: boolean;
  /** `at`: when it was put or last evaluated; `timer`: its next evaluation. */
  lifecyclePolicy: { text: string; at: Date; timer: Timer } | undefined;
  policy: string | undefined;
  readonly resourceTags: Map<string, string>;
  /** By digest. */
  readonly images: Map<string, Image>;
  /** Image tag to digest. */
  readonly tags: ImageTags;
  readonly layers: Set<string>;
}

/** A repository without images, as one is created that nobody told more about. */
export function newRepository(
  given: Pick<Repository, 'name' | 'arn' | 'createdAt'> & Partial<Repository>,
): Repository {
  return {
    encryption: { encryptionType: 'AES256' },
    mutability: 'MUTABLE',
    exclusionFilters: [],
    scanOnPush: false,
    lifecyclePolicy: undefined,
    policy: undefined,
    resourceTags: new Map(),
    images: new Map(),
    tags: new ImageTags(),
    layers: new Set(),
    ...given,
  };
}

/** Whether `tag`, once set, must not move to another image. */
export function isImmutable(repository: Repository, tag: string): boolean {
  const excluded = repository.exclusionFilters.some(({ filter = '' }) => wildcard(filter).test(tag));
  switch (repository.mutability) {
    case 'MUTABLE':
      return false;
    case 'IMMUTABLE':
      return true;
    case 'IMMUTABLE_WITH_EXCLUSION':
      return !excluded;
    case 'MUTABLE_WITH_EXCLUSION':
      return excluded;
  }
}

/** A filter in which `*` stands for any characters. */
export function wildcard(filter: string): RegExp {
  return new RegExp(`^${filter.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll('*', '.*')}$`);
}
