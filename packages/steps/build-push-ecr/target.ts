import type { Images, RepositoryState } from '@cutover/aws/ecr/images';
import type { Layout } from '@cutover/aws/registry/layout';
import type { Severity } from '@cutover/domain/image/vulnerability';
import type { World } from '../world.ts';
import type { Cache } from './cache.ts';
import type { ImageRequest } from './plan.ts';

/** A registry of images, private or public. */
export type ImageStore = Pick<
  Images,
  | 'repository'
  | 'requireRepository'
  | 'createRepository'
  | 'find'
  | 'platforms'
  | 'tag'
  | 'login'
  | 'openLayout'
  | 'pushLayout'
>;

/** The requested image and its destination. */
export interface Target {
  readonly request: ImageRequest;
  readonly repository: RepositoryState;
  readonly images: ImageStore;
  /** The image that is pushed; absent when one is built. */
  readonly layout?: Layout;
  readonly cache: Cache;
  /** Accounts whose registries a build may read too. */
  readonly registries: readonly string[];
  /** Values that nothing may show. */
  readonly hidden: readonly string[];
  /** Epoch milliseconds that the image bears instead of the time at which it is made. */
  readonly sourceDate: number | undefined;
  /** Reasons to refuse an image. */
  readonly gate?: { readonly threshold: Severity; readonly minutes: number };
  readonly world: World;
}

/** `host/name:tag` of all tags, the main one first. */
export function references({ request, repository }: Target): readonly string[] {
  return tagsOf(request).map((tag) => `${repository.uri}:${tag}`);
}

export function tagsOf({ tag, otherTags }: Pick<ImageRequest, 'tag' | 'otherTags'>): readonly string[] {
  return tag === undefined ? otherTags : [tag, ...otherTags];
}
