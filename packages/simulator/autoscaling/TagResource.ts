import type {
  ListTagsForResourceRequest,
  ListTagsForResourceResponse,
  TagResourceRequest,
  UntagResourceRequest,
} from '@aws-sdk/client-application-auto-scaling';
import type { AutoScalingState } from './state.ts';

/** @throws ApiError ResourceNotFoundException */
export function tagResource(state: AutoScalingState, input: TagResourceRequest): void {
  const { tags } = state.byArn(input.ResourceARN);
  for (const [key, value] of Object.entries(input.Tags ?? {})) tags.set(key, value);
}

/** @throws ApiError ResourceNotFoundException */
export function untagResource(state: AutoScalingState, input: UntagResourceRequest): void {
  const { tags } = state.byArn(input.ResourceARN);
  for (const key of input.TagKeys ?? []) tags.delete(key);
}

/** @throws ApiError ResourceNotFoundException */
export function listTagsForResource(
  state: AutoScalingState,
  input: ListTagsForResourceRequest,
): ListTagsForResourceResponse {
  return { Tags: Object.fromEntries(state.byArn(input.ResourceARN).tags) };
}
