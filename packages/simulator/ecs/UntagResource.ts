import type { UntagResourceRequest } from '@aws-sdk/client-ecs';
import type { Ecs } from './ecs.ts';
import { tagged } from './tagged.ts';

/** @throws ApiError InvalidParameterException and the NotFound exceptions */
export function untagResource(ecs: Ecs, input: UntagResourceRequest): void {
  const resource = tagged(ecs, input.resourceArn);
  resource.tags = resource.tags.filter(({ key = '' }) => input.tagKeys?.includes(key) !== true);
}
