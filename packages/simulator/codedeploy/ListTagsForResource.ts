import type { ListTagsForResourceInput, ListTagsForResourceOutput } from '@aws-sdk/client-codedeploy';
import type { CodeDeployState } from './state.ts';

export function listTagsForResource(
  state: CodeDeployState,
  input: ListTagsForResourceInput,
): ListTagsForResourceOutput {
  return { Tags: [...state.tagsOf(input.ResourceArn)].map(([Key, Value]) => ({ Key, Value })) };
}
