import type {
  ListTagsForResourceRequest,
  ListTagsForResourceResponse,
  TagResourceRequest,
  UntagResourceRequest,
} from '@aws-sdk/client-cloudwatch-logs';
import type { LogsState } from './state.ts';

/** @throws ApiError ResourceNotFoundException */
export function tagResource(logs: LogsState, input: TagResourceRequest): void {
  const { tags } = logs.groupByArn(input.resourceArn);
  for (const [key, value] of Object.entries(input.tags ?? {})) tags.set(key, value);
}

/** @throws ApiError ResourceNotFoundException */
export function untagResource(logs: LogsState, input: UntagResourceRequest): void {
  const { tags } = logs.groupByArn(input.resourceArn);
  for (const key of input.tagKeys ?? []) tags.delete(key);
}

/** @throws ApiError ResourceNotFoundException */
export function listTagsForResource(
  logs: LogsState,
  input: ListTagsForResourceRequest,
): ListTagsForResourceResponse {
  return { tags: Object.fromEntries(logs.groupByArn(input.resourceArn).tags) };
}
