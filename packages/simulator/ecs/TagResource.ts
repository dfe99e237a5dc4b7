import type { TagResourceRequest } from '@aws-sdk/client-ecs';
import type { Ecs } from './ecs.ts';
import { tagged } from './tagged.ts';
import { withTags } from './tags.ts';

/** @throws ApiError InvalidParameterException and the NotFound exceptions */
export function tagResource(ecs: Ecs, input: TagResourceRequest): void {
  const resource = tagged(ecs, input.resourceArn);
  resource.tags = withTags(resource.tags, input.tags);
}
