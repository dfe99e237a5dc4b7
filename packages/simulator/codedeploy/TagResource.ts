import type { TagResourceInput } from '@aws-sdk/client-codedeploy';
import type { CodeDeployState } from './state.ts';

export function tagResource(state: CodeDeployState, input: TagResourceInput): object {
  const tags = state.tagsOf(input.ResourceArn);
  for (const { Key = '', Value = '' } of input.Tags ?? []) tags.set(Key, Value);
  return {};
}
