import type { ListTagsForResourceRequest, ListTagsForResourceResponse } from '@aws-sdk/client-ecs';
import type { Ecs } from './ecs.ts';
import { tagged } from './tagged.ts';

/** @throws ApiError InvalidParameterException and the NotFound exceptions */
export function listTagsForResource(
  ecs: Ecs,
  input: ListTagsForResourceRequest,
): ListTagsForResourceResponse {
  return { tags: [...tagged(ecs, input.resourceArn).tags] };
}
