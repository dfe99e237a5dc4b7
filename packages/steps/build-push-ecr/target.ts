import type { Images, RepositoryState } from '@cutover/aws/images';
import type { Layout } from '@cutover/aws/registry-layout';
import type { Severity } from '@cutover/domain/vulnerability';
import type { World } from '../world.ts';
import type { Cache } from './cache.ts';
import type { Request } from './plan.ts';

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

/** What is asked for, and where it goes. */
export interface Target {
  readonly request: Request;
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
  /** What no image may have. */
  readonly gate?: { readonly threshold: Severity; readonly minutes: number };
  readonly world: World;
}

/** `host/name:tag` of all tags, the main one first. */
export function references({ request, repository }: Target): readonly string[] {
  return tagsOf(request).map((tag) => `${repository.uri}:${tag}`);
}

export function tagsOf({ tag, otherTags }: Pick<Request, 'tag' | 'otherTags'>): readonly string[] {
  return tag === undefined ? otherTags : [tag, ...otherTags];
}
