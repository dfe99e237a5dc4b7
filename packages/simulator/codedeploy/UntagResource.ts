import type { UntagResourceInput } from '@aws-sdk/client-codedeploy';
import type { CodeDeployState } from './state.ts';

export function untagResource(state: CodeDeployState, input: UntagResourceInput): object {
  const tags = state.tagsOf(input.ResourceArn);
  for (const key of input.TagKeys ?? []) tags.delete(key);
  return {};
}
