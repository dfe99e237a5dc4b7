import type { RepositoryState } from '@cutover/aws/images';
import type { Layout } from '@cutover/aws/registry-layout';
import type { World } from '../world.ts';
import type { Request } from './plan.ts';

/** What is asked for, and where it goes. */
export interface Target {
  readonly request: Request;
  readonly repository: RepositoryState;
  /** The image that is pushed; absent when one is built. */
  readonly layout?: Layout;
  readonly world: World;
}
