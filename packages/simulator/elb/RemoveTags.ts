import type { RemoveTagsInput } from '@aws-sdk/client-elastic-load-balancing-v2';
import { list } from './form.ts';
import type { LoadBalancing } from './load-balancing.ts';

export function removeTags(elb: LoadBalancing, input: RemoveTagsInput): object {
  const arns = list<string>(input.ResourceArns);
  for (const arn of arns) elb.taggable(arn);
  for (const arn of arns) {
    for (const key of list<string>(input.TagKeys)) elb.tags.get(arn)?.delete(key);
  }
  return {};
}
